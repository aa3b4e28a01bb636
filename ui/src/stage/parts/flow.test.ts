import { expect, test } from "vitest";
import type { ChangeView } from "../../protocol/generated";
import { drawing, hasColumns, type Part } from "./flow";

const change = (flow: number[][] | null, shares: [number, number][] = [[20, 50], [30, 30], [50, 20]]): ChangeView => ({
  before: "a",
  after: "b",
  before_ballots: 50,
  after_ballots: 50,
  people: 50,
  minimum: 5,
  options: [],
  meanings: shares.map(([before_percent, after_percent], n) => ({ label: `m${n}`, before_percent, after_percent })),
  flow,
  changed: null,
  silent: false,
});
const TABLE = [[8, 6, 5], [7, 9, 6], [5, 6, 18]];
const numbers = (path: string) => (path.match(/[\d.]+/g) ?? []).map(Number);
const isInside = (parts: Part[]) => parts.every(({ top, height }, n) => top >= 0 && top + height <= 100 && (n === 0 || top >= parts[n - 1]!.top + parts[n - 1]!.height));

test("with a table, columns are of the pair's own people, and bands fill them", () => {
  const { before, after, bands } = drawing(change(TABLE));
  expect(before.map(({ size }) => size)).toEqual([19, 22, 29]);
  expect(after.map(({ size }) => size)).toEqual([20, 21, 29]);
  expect(bands.map(({ people }) => people)).toEqual(TABLE.flat());
  expect(bands.filter(({ stays }) => stays).map(({ people }) => people)).toEqual([8, 9, 18]);
  const thick = (path: string) => numbers(path).at(-1)! - numbers(path)[1]!;
  const left = bands.slice(0, 3).reduce((all, { path }) => all + thick(path), 0);
  expect(left, "what leaves a meaning is as high as the meaning").toBeCloseTo(before[0]!.height, 1);
  expect(numbers(bands[0]!.path)[1], "from its top on").toBeCloseTo(before[0]!.top, 1);
});

test("without a table nothing is drawn between the columns, which are of all who answered", () => {
  const { before, after, bands } = drawing(change(null));
  expect(bands).toEqual([]);
  expect([before, after].map((parts) => parts.map(({ size }) => size))).toEqual([[20, 30, 50], [50, 30, 20]]);
});

test("one scale for both columns, nobody outside, nothing on something else", () => {
  for (const told of [change(TABLE), change(null), change(null, [[100, 0], [0, 97], [0, 3]]), change([[40, 0], [0, 0]], [[100, 100], [0, 0]])]) {
    const { before, after } = drawing(told);
    expect(isInside(before) && isInside(after)).toBe(true);
    const scales = [...before, ...after].filter(({ size }) => size > 0).map(({ size, height }) => height / size);
    for (const scale of scales) expect(scale).toBeCloseTo(scales[0]!, 6);
    const gaps = before.slice(1).map((part, n) => part.top + part.height / 2 - (before[n]!.top + before[n]!.height / 2));
    for (const gap of gaps) expect(gap, "room for words").toBeGreaterThanOrEqual(15.9);
  }
});

test("nobody who went nowhere is drawn, and only thick bands have their number", () => {
  const { bands } = drawing(change([[90, 1], [0, 5]], [[50, 50], [50, 50]]));
  expect(bands.map(({ people, number }) => [people, number !== null])).toEqual([[90, true], [1, false], [5, false]]);
});

test("several answers a ballot, or too many meanings, are told by rows", () => {
  expect(hasColumns(change(null))).toBe(true);
  expect(hasColumns({ ...change(null), meanings: null })).toBe(false);
  expect(hasColumns(change(null, Array<[number, number]>(7).fill([14, 14])))).toBe(false);
});
