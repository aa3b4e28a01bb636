import { describe, expect, test } from "vitest";
import type { ShownText } from "../../../protocol/generated";
import { ABOVE, alone, GAP, LINE, lines, type Space, wall } from "./wall";

const measure = (text: string, size: number) => text.length * 0.5 * size;
const space: Space = { width: 1_500, height: 640, foot: () => 0 };
const shown = (text: string): ShownText => ({ text, theme: null, remarks: [] });
const long = (n: number) => "mot ".repeat(n).trim();

function heights({ size, columns }: ReturnType<typeof wall>): number[] {
  return columns.map((cards) => cards.reduce((sum, card) => sum + card.lines * LINE * size + 2 * ABOVE * size, 0) + Math.max(0, cards.length - 1) * GAP * size);
}

describe("a wall of texts", () => {
  test.each([1, 2, 3, 5, 9, 14, 25, 40])("of %i never leaves its room", (n) => {
    for (const words of [1, 8, 40, 90]) {
      const built = wall(Array.from({ length: n }, () => shown(long(words))), space, measure);
      expect(built.size).toBeGreaterThanOrEqual(28);
      for (const height of heights(built)) expect(height).toBeLessThanOrEqual(space.height + 1);
    }
  });

  test("shows all of them when there is room, in letters as large as may be", () => {
    const texts = Array.from({ length: 6 }, (_, n) => shown(`${n} ${long(6)}`));
    const built = wall(texts, space, measure);
    expect(built.columns.flat().map((card) => card.text).sort((one, other) => one.text.localeCompare(other.text))).toEqual(texts);
    expect(wall(texts.slice(0, 2), space, measure).size).toBeGreaterThan(built.size);
  });

  test("shows the first ones when there is none for all, and cuts what is longer than a column", () => {
    const texts = Array.from({ length: 40 }, (_, n) => shown(`${n} ${long(40)}`));
    const cards = wall(texts, space, measure).columns.flat();
    expect(cards.length).toBeLessThan(40);
    expect(cards.map((card) => Number.parseInt(card.text.text)).sort((one, other) => one - other), "of texts as long as another").toEqual(cards.map((_, n) => n));
    const mixed = [shown(long(60)), ...texts.slice(0, 30), shown("court")];
    expect(wall(mixed, space, measure).columns.flat().map((card) => card.text.text), "a short one fits into what is left").toContain("court");
    const [one] = wall([shown(long(900)), shown("court")], space, measure).columns.flat();
    expect(one!.lines * LINE * 28).toBeLessThanOrEqual(space.height);
  });
});

test("lines are broken between words, at line breaks, and in a word that is longer than a line", () => {
  expect(lines("un deux trois", 1_000, 10, measure)).toBe(1);
  expect(lines("un deux trois", 40, 10, measure)).toBe(2);
  expect(lines("un\n\ndeux", 1_000, 10, measure)).toBe(3);
  expect(lines("a".repeat(100), 100, 10, measure)).toBe(5);
});

test("one text alone is as large as its room allows", () => {
  expect(alone(shown("Court."), space, measure).size).toBe(96);
  const much = alone(shown(long(120)), space, measure);
  expect(much.size).toBeLessThan(96);
  expect(much.lines * LINE * much.size).toBeLessThanOrEqual(space.height);
});
