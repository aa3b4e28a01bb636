import { describe, expect, test } from "vitest";
import type { ScaledFigures, SlidePoll, StagePoll } from "../../../protocol/generated";
import { isWide, placeOf, ranked, rowsOf } from "./rows";

const scale = { first: 1, points: 5, low: "Non", high: "Oui", labels: [], signs: [] };
const poll = (...ids: string[]): SlidePoll => ({ id: "p", ask: "?", hint: null, question: { kind: "scale", ...scale, statements: ids.map((id) => ({ id, text: id })) } });
const told = (id: string, counts: number[], mean: number | null): ScaledFigures => ({ id, answers: counts.reduce((a, b) => a + b), skipped: 0, counts, percents: counts.map((count) => 10 * count), mean, spread: mean === null ? null : 1 });

function now(state: StagePoll["state"], ...statements: ScaledFigures[]): StagePoll {
  return { id: "p", state, ballots: 10, results: { ballots: 10, figures: { shape: "scale", statements } }, live_from: null, solution: null, explain: null, notes: [] } as unknown as StagePoll;
}

describe("the rows of a scale", () => {
  test("have a column for each value, and no share as long as none may be seen", () => {
    const [row] = rowsOf(poll("a"), null);
    expect(row?.columns.map(({ key, percent }) => [key, percent])).toEqual([1, 2, 3, 4, 5].map((value) => [value, null]));
    expect(row?.marks).toEqual([]);
  });
  test("mark the mean among the columns, each value in the middle of its own", () => {
    const [row] = rowsOf(poll("a"), now("open", told("a", [0, 0, 10, 0, 0], 3)));
    expect(row?.marks[0]?.at).toBe(0.5);
    expect(placeOf({ ...scale, first: 0, points: 11, statements: [] }, 10)).toBeCloseTo(10.5 / 11);
  });
  test("lead nowhere while people answer, and where most are afterwards", () => {
    const figures = told("a", [0, 4, 1, 4, 1], 3);
    expect(rowsOf(poll("a"), now("open", figures))[0]?.columns.some((column) => column.leads)).toBe(false);
    expect(rowsOf(poll("a"), now("closed", figures))[0]?.columns.map((column) => column.leads)).toEqual([false, true, false, true, false]);
    expect(rowsOf(poll("a"), now("closed", told("a", [0, 0, 0, 0, 0], null)))[0]?.columns.some((column) => column.leads)).toBe(false);
  });
  test("are ranked by their mean; those that nobody answered come last, and equal ones stay as written", () => {
    const view = now("closed", told("a", [1, 0, 0, 0, 0], 1), told("b", [0, 0, 0, 0, 0], null), told("c", [0, 0, 0, 0, 1], 5), told("d", [0, 0, 0, 0, 1], 5));
    expect(ranked(rowsOf(poll("a", "b", "c", "d"), view)).map((row) => row.id)).toEqual(["c", "d", "a", "b"]);
  });
});

test("one or two statements leave room for what stands beside them", () => {
  expect([poll("a"), poll("a", "b"), poll("a", "b", "c")].map(isWide)).toEqual([false, false, true]);
});
