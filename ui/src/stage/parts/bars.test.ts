import { describe, expect, test } from "vitest";
import type { SlidePoll, StagePoll } from "../../protocol/generated";
import { barsOf } from "../../console/logic/fixtures";
import { questionOf } from "../../protocol/kind";
import { columnsOf, fullOf, ranked, rowsOf, sizeOf } from "./bars";

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
  hands: 0,
  timer: null,
  round: 1,
  results: { ballots: 5, figures: barsOf({ a: 1, b: 2, c: 2 }) },
  solution: { kind: "options", right: ["c"] },
  explain: null,
  notes: [{ id: "a", text: "Non." }],
  live_from: null,
};

describe("the rows of a poll", () => {
  test("have no bars while the results are hidden", () => {
    const rows = rowsOf(poll, { ...now, results: null, solution: null }, "Autre");
    expect(rows.every((row) => row.bar === null && !row.leads && row.right === null)).toBe(true);
  });
  test("keep the written order, and the leading ones are several when they tie", () => {
    const rows = rowsOf(poll, now, "Autre");
    expect(rows.map((row) => row.id)).toEqual(["a", "b", "c"]);
    expect(rows.map((row) => row.leads)).toEqual([false, true, true]);
  });
  test("name no leader while people still vote", () => {
    expect(rowsOf(poll, { ...now, state: "open" }, "Autre").some((row) => row.leads)).toBe(false);
  });
  test("name no leader when nobody answered", () => {
    const empty = { ballots: 0, figures: barsOf({ a: 0, b: 0, c: 0 }) };
    expect(rowsOf(poll, { ...now, results: empty }, "Autre").some((row) => row.leads)).toBe(false);
  });
  test("carry the right answer and the remarks", () => {
    const rows = rowsOf(poll, now, "Autre");
    expect(rows.map((row) => row.right)).toEqual([false, false, true]);
    expect(rows[0]?.note).toBe("Non.");
  });
  test("people’s own words come last, whatever their number, and never lead", () => {
    const open: SlidePoll = { ...poll, question: { ...questionOf(poll, "quiz"), kind: "single", other: true, no_opinion: true } };
    const own = { ...now, results: { ballots: 14, figures: { ...barsOf({ a: 1, b: 2, c: 2 }), other: { count: 9, percent: 64 } } } };
    const rows = ranked(rowsOf(open, own, "Autre"));
    expect(rows.map((row) => row.text)).toEqual(["B", "C", "A", "Autre"]);
    expect(rows.at(-1)).toMatchObject({ own: true, leads: false, bar: { count: 9, percent: 64 } });
    expect(rowsOf(open, null, "Autre").at(-1)?.bar, "before the results its place is kept").toBeNull();
  });
  test("are as long as each other where as many people chose them, whatever whole percents say", () => {
    const bar = (count: number, percent: number) => ({ ...rowsOf(poll, now, "Autre")[0]!, bar: { id: "a", count, percent, sure: null } });
    expect(fullOf([bar(4, 14), bar(4, 13), bar(5, 17)])).toBe(5);
    expect(fullOf([bar(4, 5), bar(2, 3)]), "four of eighty fill half a bar").toBe(8);
    expect(fullOf([bar(0, 0)]), "nobody has answered").toBeGreaterThan(0);
  });
  test("ranked, come with the most chosen first, ties as written", () => {
    expect(ranked(rowsOf(poll, now, "Autre")).map((row) => row.id)).toEqual(["b", "c", "a"]);
  });
});

test("many options are drawn tighter", () => {
  expect([2, 4, 7, 8].map(sizeOf)).toEqual(["large", "roomy", "regular", "tight"]);
});

test("two to eight pictures stand in two rows at most, and no row has a single one", () => {
  for (let n = 2; n <= 8; n++) {
    const columns = columnsOf(n);
    expect(Math.ceil(n / columns), `${n} pictures`).toBeLessThanOrEqual(2);
    expect(n % columns === 1 && columns > 1, `${n} pictures, ${columns} beside each other`).toBe(false);
  }
});
