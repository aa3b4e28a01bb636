import { describe, expect, test } from "vitest";
import type { WordFigure } from "../../../protocol/generated";
import { cloud as laying, leftOut, type Placed } from "./cloud";

const BOX = { width: 1500, height: 640 };
/** Letters half as wide as they are tall. */
const measure = (text: string, size: number) => text.length * 0.52 * size;

/** Laid to the end. */
function cloud(...asked: Parameters<typeof laying>): Placed[] {
  const work = laying(...asked);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const typed = (n: number): WordFigure[] => Array.from({ length: n }, (_, k) => ({ text: `mot${"abcdefgh".slice(0, k % 7)}${k}`, count: Math.max(1, Math.round((3 * n) / (k + 1))) }));

function sides({ text, x, y, size }: Placed) {
  const width = measure(text, size);
  return { left: x - width / 2, right: x + width / 2, top: y - size / 2, bottom: y + size / 2 };
}

function overlapping(words: Placed[]): string[] {
  const found: string[] = [];
  const all = words.map((word) => ({ word, ...sides(word) }));
  for (const [n, one] of all.entries())
    for (const other of all.slice(n + 1)) {
      const apart = one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
      if (!apart) found.push(`${one.word.text} on ${other.word.text}`);
    }
  return found;
}

describe("a cloud", () => {
  test.each([1, 2, 5, 20, 60, 120])("of %i words has all of them inside the box, none on another", (n) => {
    const laid = cloud(typed(n), BOX, measure);
    expect(laid).toHaveLength(n);
    expect(overlapping(laid)).toEqual([]);
    for (const word of laid) {
      const { left, right, top, bottom } = sides(word);
      expect(left >= -BOX.width / 2 && right <= BOX.width / 2 && top >= -BOX.height / 2 && bottom <= BOX.height / 2, word.text).toBe(true);
      expect(word.size).toBeGreaterThanOrEqual(28);
    }
  });

  test("shows the more frequent word larger, and the most frequent in the middle", () => {
    const laid = cloud(typed(30), BOX, measure);
    const sizes = laid.map((word) => word.size);
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
    expect(Math.abs(laid[0]!.x)).toBeLessThan(BOX.width / 8);
    expect(Math.abs(laid[0]!.y)).toBeLessThan(BOX.height / 8);
  });

  test("is the same for the same words", () => {
    expect(cloud(typed(40), BOX, measure)).toEqual(cloud(typed(40), BOX, measure));
  });

  test("leaves most words where they were when a few more are given", () => {
    const first = cloud(typed(40), BOX, measure);
    const before = new Map(first.map((word) => [word.text, word]));
    const more = typed(40).map((word, n) => (n === 5 ? { ...word, count: word.count + 1 } : word));
    const then = cloud(more, BOX, measure, before);
    const moved = then.filter((word) => Math.hypot(word.x - before.get(word.text)!.x, word.y - before.get(word.text)!.y) > 24);
    expect(moved.length).toBeLessThan(8);
  });

  test("leaves out what has no room rather than leaving the box", () => {
    const long = Array.from({ length: 200 }, (_, n) => ({ text: `expérimentation collective ${n}`, count: 1 }));
    const laid = cloud(long, BOX, measure);
    expect(laid.length).toBeGreaterThan(20);
    expect(laid.length).toBeLessThan(200);
    expect(overlapping(laid)).toEqual([]);
  });

  test("says how many found no place, even when none did; what is hidden or not laid yet is not missing", () => {
    const wide = Array.from({ length: 3 }, (_, n) => ({ text: `${n}${"M".repeat(200)}`, count: 1 }));
    const placed = cloud(wide, BOX, measure);
    expect(placed).toEqual([]);
    const all = new Set([...wide.map(({ text }) => text), "vient seulement"]);
    expect(leftOut(wide, placed, all)).toBe(3);
    expect(leftOut(wide, placed, new Set([wide[0]!.text]))).toBe(1);
    expect(leftOut([], [], all)).toBe(0);
    expect(leftOut(typed(40), cloud(typed(40), BOX, measure), new Set(typed(40).map(({ text }) => text)))).toBe(0);
  });

  test("of nothing is nothing", () => {
    expect(cloud([], BOX, measure)).toEqual([]);
    expect(cloud(typed(3), { width: 0, height: 0 }, measure)).toEqual([]);
  });

  test("of two thousand words is laid out in many small steps, and loses hardly a word", () => {
    const work = laying(typed(2_000), { width: 1_920, height: 1_080 }, measure, new Map(), 9);
    let steps = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) steps++;
    expect(step.value.length).toBeGreaterThan(1_900);
    // Measured, then laid at least once: a step is sixteen words at most.
    expect(steps).toBeGreaterThanOrEqual(2 * (2_000 / 16));
  });
});
