import { describe, expect, test } from "vitest";
import type { Figures, SlidePoll, Solution, StagePoll } from "../../protocol/generated";
import { wordsOf } from "../words";
import { blanksSays, gapsOf, tiedTo } from "./blanks";
import { confusionOf, matchIsWide, matchSays, pairsOf } from "./match";
import { axisEnd, pointsRows } from "./points";
import { rankingHint, rankingRows, rankingSays } from "./ranking";

const words = wordsOf("fr");
const options = ["a", "b", "c"].map((id) => ({ id, text: id.toUpperCase(), picture: null }));
const poll = (question: SlidePoll["question"]): SlidePoll => ({ id: "p", ask: "?", hint: null, question });
const now = (figures: Figures, ballots: number, more: Partial<StagePoll> = {}): StagePoll =>
  ({ id: "p", state: "closed", ballots, results: { ballots, figures }, live_from: null, solution: null, explain: null, notes: [], ...more }) as StagePoll;

describe("a ranking", () => {
  const asked = poll({ kind: "ranking", options, top: 3 });
  const rank = (id: string, points: number, first: number, places: number[]) => ({ id, points, percent: points * 5, first, named: 10, mean: 2, places });
  const figures: Figures = { shape: "ranking", ranks: [rank("a", 8, 3, [3, 2, 5]), rank("b", 14, 6, [6, 2, 2]), rank("c", 8, 1, [1, 6, 3])] };

  test("keeps the talk's order while people answer, and stands in the room's once it is closed", () => {
    const live = rankingRows(asked, now(figures, 10, { state: "open" }), false, "fr", words);
    expect(live.map((row) => [row.id, row.place])).toEqual([["a", null], ["b", null], ["c", null]]);
    const closed = rankingRows(asked, now(figures, 10), false, "fr", words);
    expect(closed.map((row) => [row.id, row.place, row.tone]), "as many points, the same place").toEqual([["b", 1, "leads"], ["a", 2, "plain"], ["c", 2, "plain"]]);
  });

  test("has bars of which the strong part is what first places gave", () => {
    const [b] = rankingRows(asked, now(figures, 10), false, "fr", words);
    expect(b).toMatchObject({ share: 70, strong: 60, beside: "6\u00a0×\u00a01ᵉʳ" });
  });

  test("shows nothing of the answers before the room may see them", () => {
    for (const row of rankingRows(asked, null, false, "fr", words)) expect(row).toMatchObject({ place: null, figure: null, share: 0 });
    expect(rankingSays(asked, null, "fr")).toEqual({ key: null, says: null });
  });

  test("ends in the right order, with how many put each there", () => {
    const solution: Solution = { kind: "order", right: ["c", "b"], whole: 1 };
    const top2 = poll({ kind: "ranking", options, top: 2 });
    const rows = rankingRows(top2, now(figures, 10, { solution }), false, "fr", words);
    expect(rows.map((row) => [row.id, row.place, row.figure?.value, row.tone])).toEqual([["c", 1, 10, "right"], ["b", 2, 20, "right"], ["a", null, undefined, "rest"]]);
    expect(rankingSays(top2, now(figures, 10, { solution }), "fr").says).toContain("1 sur 10 a l’ordre entier");
  });

  test("says whether all or the best few are wanted", () => {
    expect(rankingHint(asked, "en")).toBe("To be put in order, first to last");
    expect(rankingHint(poll({ kind: "ranking", options, top: 2 }), "en")).toBe("To be ranked: the top 2");
  });
});

describe("points", () => {
  const asked = poll({ kind: "points", options, total: 100, step: 5 });
  const purse = (id: string, mean: number, most: number) => ({ id, total: mean * 10, mean, percent: mean, givers: 9, most });
  const figures: Figures = { shape: "points", purses: [purse("a", 25, 2), purse("b", 60, 8), purse("c", 15, 0)] };

  test("are means whose longest bar nearly fills its line", () => {
    const rows = pointsRows(asked, now(figures, 10), false, "fr", words);
    expect(rows.map((row) => row.share)).toEqual([(100 * 25) / 60, 100, 25]);
    expect(rows.map((row) => row.tone)).toEqual(["plain", "leads", "plain"]);
    expect(rows[1]?.figure?.format(60)).toBe("60,0");
  });

  test("stand by size on a results slide", () => {
    expect(pointsRows(asked, now(figures, 10), true, "fr", words).map((row) => row.id)).toEqual(["b", "a", "c"]);
  });

  test("have an axis that ends at a tenth of the total, and never at nothing", () => {
    expect([axisEnd(0, 100), axisEnd(24.3, 100), axisEnd(10, 10), axisEnd(0.2, 10)]).toEqual([10, 30, 10, 1]);
  });
});

describe("pairs", () => {
  const item = (id: string) => ({ id, text: `« ${id} »` });
  const asked = poll({ kind: "match", left: [item("x"), item("y")], right: [item("a"), item("b")] });
  const beside = (a: number, b: number) => [{ id: "a", count: a, percent: a * 10 }, { id: "b", count: b, percent: b * 10 }];
  const figures: Figures = { shape: "match", left: [{ id: "x", beside: beside(3, 7) }, { id: "y", beside: beside(6, 4) }] };
  const solution: Solution = { kind: "pairs", right: { x: "a", y: "b" }, whole: 3 };

  test("are joined as the room most often does, then as they belong together", () => {
    const seen = (state: StagePoll | null) => pairsOf(asked, state).map(({ left, right, percent, isRight }) => [left.id, right.id, percent, isRight]);
    expect(seen(null)).toEqual([["x", "a", null, false], ["y", "b", null, false]]);
    expect(seen(now(figures, 10))).toEqual([["x", "b", 70, false], ["y", "a", 60, false]]);
    expect(seen(now(figures, 10, { solution }))).toEqual([["x", "a", 30, true], ["y", "b", 40, true]]);
  });

  test("tell what was most often taken for what, and only once it is known to be wrong", () => {
    expect(confusionOf(asked, now(figures, 10))).toBeNull();
    expect(confusionOf(asked, now(figures, 10, { solution }))).toMatchObject({ left: { id: "x" }, right: { id: "b" }, count: 7 });
    expect(matchSays(asked, now(figures, 10, { solution }), "fr")).toContain("3 sur 10 ont tout juste");
    const perfect: Figures = { shape: "match", left: [{ id: "x", beside: beside(10, 0) }, { id: "y", beside: beside(0, 10) }] };
    expect(confusionOf(asked, now(perfect, 10, { solution }))).toBeNull();
  });

  test("ask for the slide's width where they are many or long", () => {
    expect(matchIsWide(asked)).toBe(false);
    expect(matchIsWide(poll({ kind: "match", left: [item("x"), item("y")], right: [item("a".repeat(60)), item("b")] }))).toBe(true);
  });
});

describe("gaps", () => {
  const item = (id: string) => ({ id, text: id.toUpperCase() });
  const asked = poll({ kind: "blanks", parts: ["Un ", ", deux ", "."], words: [item("a"), item("b"), item("c")], gaps: [["a", "b", "c"], ["a", "b"]], once: false });
  const told = (...counts: number[]) => ({ words: counts.map((count, index) => ({ id: "abc"[index]!, count, percent: count * 10 })) });
  const figures: Figures = { shape: "blanks", gaps: [told(2, 5, 3), told(10, 0)] };

  test("are empty, then hold the room's word, then the right one", () => {
    const shown = (state: StagePoll | null) => gapsOf(asked, state).map((gap) => gap.shown?.text ?? null);
    expect(shown(null)).toEqual([null, null]);
    expect(shown(now(figures, 10))).toEqual(["B", "A"]);
    const solution: Solution = { kind: "words", right: ["c", "b"], whole: 0 };
    expect(shown(now(figures, 10, { solution }))).toEqual(["C", "B"]);
    expect(blanksSays(now(figures, 10, { solution }), "fr")).toBe("0 sur 10 a tout juste.");
  });

  test("tell their words by how often they were put there", () => {
    expect(gapsOf(asked, now(figures, 10))[0]?.fillings.map((word) => word.id)).toEqual(["b", "c", "a"]);
  });

  test("keep a full stop on their line", () => {
    expect([tiedTo(", deux "), tiedTo("."), tiedTo(" et"), tiedTo("")]).toEqual([[",", " deux "], [".", ""], ["", " et"], ["", ""]]);
  });
});
