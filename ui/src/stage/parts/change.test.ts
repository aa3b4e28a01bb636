import { expect, test } from "vitest";
import type { ChangedOptionView } from "../../protocol/generated";
import { difference, extremes } from "./change";

const option = (id: string, before_percent: number, after_percent: number): ChangedOptionView => ({
  id,
  text: id,
  before: before_percent,
  after: after_percent,
  before_percent,
  after_percent,
  switched: null,
});

test("the difference is after less before", () => {
  expect(difference(option("a", 20, 35))).toBe(15);
});

test("the extremes are the largest rise and the largest drop", () => {
  const { up, down } = extremes([option("a", 10, 20), option("b", 10, 40), option("c", 40, 15), option("d", 40, 25)]);
  expect([up, down].map((options) => options.map(({ id }) => id))).toEqual([["b"], ["c"]]);
});

test("options that moved as far are named together", () => {
  const { up, down } = extremes([option("a", 10, 20), option("b", 40, 25), option("c", 10, 20), option("d", 40, 35)]);
  expect([up, down].map((options) => options.map(({ id }) => id))).toEqual([["a", "c"], ["b"]]);
});

test("nothing moved, nothing is extreme", () => {
  expect(extremes([option("a", 50, 50), option("b", 50, 50)])).toEqual({ up: [], down: [] });
});
