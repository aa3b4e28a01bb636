import { describe, expect, test } from "vitest";
import type { SlidePoll, StagePoll } from "../../protocol/generated";
import { barsOf } from "../../console/logic/fixtures";
import { ranked, rowsOf, sizeOf } from "./bars";

const poll: SlidePoll = {
  id: "p",
  ask: "?",
  hint: null,
  question: {
    kind: "quiz",
    options: ["a", "b", "c"].map((id) => ({ id, text: id.toUpperCase(), picture: null })),
    ...{ several: false, confidence: false, shuffle: false },
  },
};
const now: StagePoll = {
  id: "p",
  state: "closed",
  ballots: 5,
  results: { ballots: 5, figures: barsOf({ a: 1, b: 2, c: 2 }) },
  solution: { kind: "options", right: ["c"] },
  explain: null,
  notes: [{ id: "a", text: "Non." }],
  live_from: null,
};

describe("the rows of a poll", () => {
  test("have no bars while the results are hidden", () => {
    const rows = rowsOf(poll, { ...now, results: null, solution: null });
    expect(rows.every((row) => row.bar === null && !row.leads && row.right === null)).toBe(true);
  });
  test("keep the written order, and the leading ones are several when they tie", () => {
    const rows = rowsOf(poll, now);
    expect(rows.map((row) => row.id)).toEqual(["a", "b", "c"]);
    expect(rows.map((row) => row.leads)).toEqual([false, true, true]);
  });
  test("name no leader while people still vote", () => {
    expect(rowsOf(poll, { ...now, state: "open" }).some((row) => row.leads)).toBe(false);
  });
  test("name no leader when nobody answered", () => {
    const empty = { ballots: 0, figures: barsOf({ a: 0, b: 0, c: 0 }) };
    expect(rowsOf(poll, { ...now, results: empty }).some((row) => row.leads)).toBe(false);
  });
  test("carry the right answer and the remarks", () => {
    const rows = rowsOf(poll, now);
    expect(rows.map((row) => row.right)).toEqual([false, false, true]);
    expect(rows[0]?.note).toBe("Non.");
  });
  test("ranked, come with the most chosen first, ties as written", () => {
    expect(ranked(rowsOf(poll, now)).map((row) => row.id)).toEqual(["b", "c", "a"]);
  });
});

test("many options are drawn tighter", () => {
  expect([2, 4, 6, 8].map(sizeOf)).toEqual(["roomy", "roomy", "regular", "tight"]);
});
