import { expect, it } from "vitest";
import { pathOf } from "./strokes";

it("draws an outline around where the hand went, in units of the stage", () => {
  expect(pathOf([])).toBe("");
  const path = pathOf([{ x: 0.1, y: 0.5 }, { x: 0.2, y: 0.5 }, { x: 0.3, y: 0.5 }]);
  expect(path).toMatch(/^M[\d. -]+(Q[\d. -]+)+Z$/);
  const xs = [...path.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x]) => Number(x));
  expect(Math.min(...xs)).toBeGreaterThan(150);
  expect(Math.max(...xs)).toBeLessThan(620);
});
