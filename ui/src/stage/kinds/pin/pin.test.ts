import { describe, expect, it } from "vitest";
import type { PinFigures } from "../../../protocol/generated";
import { heatOf, levelsOf, paint } from "./heat";
import { place, type Label } from "./labels";
import { distance, rampOf, toLab } from "./ramp";

/** As in design/tokens.css, which tests do not load. */
const tokens: Record<string, string> = { "--sun": "#fbc84d", "--accent": "#d0341c", "--night": "#1b1d42" };
const token = (name: string) => tokens[name] ?? "";
const figures = (cells: [number, number][]): PinFigures => ({ columns: 32, rows: 18, cells, regions: [], elsewhere: { count: 0, percent: 0 } });

describe("the colours of a crowd", () => {
  it("are even steps to the eye, each darker than the one before", () => {
    for (let steps = 2; steps <= 6; steps++) {
      const labs = rampOf(steps, token).map(toLab);
      const lengths = labs.slice(1).map((lab, index) => distance(labs[index]!, lab));
      // The way turns a corner at the accent, where a straight step is shorter than the way.
      expect(Math.max(...lengths) / Math.min(...lengths), `${steps} colours`).toBeLessThan(1.25);
      for (const [index, lab] of labs.slice(1).entries()) expect(lab[0], `colour ${index + 2} of ${steps}`).toBeLessThan(labs[index]![0] - 0.05);
    }
  });
  it("begin with the same one, however many there are", () => {
    const first = [1, 2, 6].map((steps) => rampOf(steps, token)[0]);
    expect(new Set(first.map(String)).size).toBe(1);
  });
});

describe("the heat over a picture", () => {
  const cell = (column: number, row: number) => row * 32 + column;
  const at = (heat: ReturnType<typeof heatOf>, column: number, row: number) => heat.values[Math.floor(((row + 0.5) * heat.height) / 18) * heat.width + Math.floor(((column + 0.5) * heat.width) / 32)]!;

  it("is the number of people where they point at one place, and nothing far from everybody", () => {
    const heat = heatOf(figures([[cell(4, 4), 7], [cell(28, 14), 1]]), 640, 360);
    expect(at(heat, 4, 4)).toBeCloseTo(7, 1);
    expect(at(heat, 28, 14)).toBeCloseTo(1, 1);
    expect(at(heat, 16, 9)).toBe(0);
    expect(heat.most).toBeCloseTo(7, 1);
  });
  it("never says more people than there are, on pictures of any shape", () => {
    for (const [width, height] of [[640, 360], [360, 640], [900, 150], [150, 900]] as const) {
      const crowd = Array.from({ length: 200 }, (_, index): [number, number] => [(index * 37) % 576, 1]);
      expect(heatOf(figures(crowd), width, height).most, `${width} × ${height}`).toBeLessThanOrEqual(200);
      expect(heatOf(figures([[cell(31, 17), 3]]), width, height).most).toBeCloseTo(3, 0);
    }
  });
  it("colours whole people: each level begins with its number", () => {
    expect([0.4, 1, 3.2, 6].map((most) => levelsOf(most))).toEqual([[1], [1], [1, 2, 3], [1, 2, 3, 4, 5, 6]]);
    for (const most of [7, 8, 20, 300, 5_000]) {
      const levels = levelsOf(most);
      expect(levels).toHaveLength(6);
      expect(levels[0]).toBe(1);
      expect(levels.every((level, index) => index === 0 || level > levels[index - 1]!)).toBe(true);
      expect(levels.at(-1)).toBeLessThanOrEqual(most);
    }
    const heat = heatOf(figures([[cell(8, 8), 2]]), 320, 180);
    const pixels = new Uint8ClampedArray(320 * 180 * 4);
    paint(heat, [1, 2], [[250, 0, 0], [0, 0, 250]], pixels);
    const middle = 4 * (Math.floor((8.5 * 180) / 18) * 320 + Math.floor((8.5 * 320) / 32));
    expect([...pixels.slice(middle, middle + 3)]).toEqual([0, 0, 250]);
    expect(pixels[3], "nobody is there").toBe(0);
  });
});

describe("the labels of regions", () => {
  const sizes = (long: number) => ({ full: { width: long, height: 46 }, short: { width: 90, height: 46 } });
  const meet = (a: Label, b: Label) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

  it("lie on no other label and within the room, for any regions", () => {
    let seed = 11;
    const dice = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below;
    for (let round = 0; round < 300; round++) {
      const regions = Array.from({ length: 1 + dice(16) }, () => {
        const [left, top] = [dice(9_000), dice(9_000)];
        return { at: { left, top, width: 1 + dice(10_000 - left), height: 1 + dice(10_000 - top) }, sizes: sizes(120 + dice(300)) };
      });
      const sheet = { width: 300 + dice(900), height: 300 + dice(400), beside: dice(2) * 250 };
      const labels = place(regions, sheet, 6).filter((label) => label !== null);
      for (const [index, label] of labels.entries()) {
        expect(label.x).toBeGreaterThanOrEqual(-sheet.beside);
        expect(label.x + label.width).toBeLessThanOrEqual(sheet.width + sheet.beside);
        expect(label.y).toBeGreaterThanOrEqual(0);
        expect(label.y + label.height).toBeLessThanOrEqual(sheet.height);
        expect(labels.slice(index + 1).some((other) => meet(label, other))).toBe(false);
      }
    }
  });
  it("say all where there is room, and the share alone where there is little", () => {
    const wide = { at: { left: 0, top: 0, width: 10_000, height: 10_000 }, sizes: sizes(300) };
    expect(place([wide], { width: 900, height: 500, beside: 0 }, 6)[0]?.full).toBe(true);
    expect(place([wide], { width: 200, height: 500, beside: 0 }, 6)[0]?.full).toBe(false);
    expect(place([wide], { width: 80, height: 500, beside: 0 }, 6), "nothing where there is none").toEqual([null]);
    const low = { at: { left: 0, top: 4_000, width: 2_000, height: 1_000 }, sizes: sizes(300) };
    expect(place([low], { width: 200, height: 500, beside: 0 }, 6)[0]?.full).toBe(false);
  });
  it("keep off a narrow picture where there is room beside it", () => {
    const small = { at: { left: 1_000, top: 4_000, width: 2_000, height: 800 }, sizes: sizes(200) };
    const label = place([small], { width: 300, height: 600, beside: 400 }, 6)[0]!;
    expect(label.x + label.width <= 60 || label.x >= 300).toBe(true);
  });
});
