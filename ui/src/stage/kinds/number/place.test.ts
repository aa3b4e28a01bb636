import { describe, expect, test } from "vitest";
import type { Bin, NumberView } from "../../../protocol/generated";
import { isIn, placeOf, ticksOf } from "./place";

const asked: NumberView = { min: 0, max: 100, step: 1, decimals: 0, unit: null };
const bin = (from: number | null, to: number | null): Bin => ({ from, to, count: 1, percent: 0 });
const tens = [bin(0, 9), bin(10, 19), bin(20, 29), bin(30, null)];
const ones = [bin(3, 3), bin(4, 4), bin(5, 5), bin(6, 6)];

describe("where a number stands across the columns", () => {
  test("is in proportion within its bin", () => {
    expect(placeOf(0, tens, asked)).toBeCloseTo(0.05 / 4);
    expect(placeOf(14.5, tens, asked)).toBeCloseTo(1.5 / 4);
    expect(placeOf(29, tens, asked)).toBeCloseTo(2.95 / 4);
  });
  test("is the middle of a column that holds one number, and between two of them what lies between", () => {
    expect(placeOf(4, ones, asked)).toBeCloseTo(1.5 / 4);
    expect(placeOf(4.5, ones, asked)).toBeCloseTo(2 / 4);
  });
  test("is the middle of a bin without an end, for nobody knows better", () => {
    expect(placeOf(1_000, tens, asked)).toBeCloseTo(3.5 / 4);
  });
  test("is never beyond the columns", () => {
    expect(placeOf(-50, tens, asked)).toBe(0);
    expect(placeOf(99, ones, asked)).toBe(1);
    expect(placeOf(1, [], asked)).toBe(0.5);
  });
});

describe("the numbers under the columns", () => {
  const written = (value: number) => `${value}`;
  test("stand at the borders, or under each column that holds one number", () => {
    expect(ticksOf(tens, written, 74)).toEqual([
      { at: 0, text: "0" },
      { at: 0.25, text: "10" },
      { at: 0.5, text: "20" },
      { at: 0.75, text: "30" },
    ]);
    expect(ticksOf(ones, written, 74)[0]).toEqual({ at: 0.125, text: "3" });
  });
  test("say where everything smaller or larger is taken together", () => {
    expect(ticksOf([bin(null, 9), bin(10, 10), bin(11, null)], written, 74).map(({ text }) => text)).toEqual(["≤\u00a09", "10", "≥\u00a011"]);
  });
  test("leave some out rather than run into each other", () => {
    const many = Array.from({ length: 12 }, (_, index) => bin(1e9 * index, 1e9 * (index + 1) - 1));
    expect(ticksOf(many, written, 74).length).toBeLessThanOrEqual(74 / 11.5);
  });
});

test("a number is in the bin whose ends it lies between, ends included", () => {
  expect([9, 10, 19, 20].map((value) => isIn(value, bin(10, 19)))).toEqual([false, true, true, false]);
  expect(isIn(1e9, bin(30, null))).toBe(true);
});
