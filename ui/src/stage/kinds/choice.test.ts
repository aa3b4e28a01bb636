import { describe, expect, test } from "vitest";
import type { Bar, MultipleView, QuestionView, SlidePoll } from "../../protocol/generated";
import { choiceHint, isPictured, wrongYetSure } from "./choice";

const options = ["a", "b", "c"].map((id) => ({ id, text: id.toUpperCase(), picture: null }));
const asks = (question: QuestionView): SlidePoll => ({ id: "p", ask: "?", hint: null, question });
const multiple = (settings: Partial<MultipleView>) =>
  asks({ kind: "multiple", options, min: 1, max: 3, other: false, no_opinion: false, shuffle: false, ...settings });
const quiz = (settings: { several?: boolean; confidence?: boolean }) =>
  asks({ kind: "quiz", options, several: false, confidence: true, shuffle: false, ...settings });

describe("the line that says how to answer", () => {
  const said = (settings: Partial<MultipleView>) => choiceHint(multiple(settings), "fr")?.replaceAll("\u00a0", " ");
  test("tells how many a ballot may name", () => {
    expect(said({ max: 2 })).toBe("2 choix au plus");
    expect(said({ min: 2, max: 3, other: true })).toBe("2 à 3 réponses");
    expect(said({ min: 2, max: 2 })).toBe("2 réponses");
  });
  test("names no limit that nobody can reach", () => {
    expect(said({})).toBe("Une ou plusieurs réponses");
    expect(said({ min: 2 })).toBe("2 réponses ou plus");
    expect(said({ min: 2, other: true }), "words of one's own count as one more").toBe("2 à 3 réponses");
  });
  test("is not there where one answer is given, and says so where several are right", () => {
    expect(choiceHint(quiz({}), "en")).toBeNull();
    expect(choiceHint(quiz({ several: true }), "en")).toBe("Several answers may be right");
  });
});

describe("the sentence on those who were wrong yet sure", () => {
  const right = { kind: "options" as const, right: ["b"] };
  const bars = (...counts: [count: number, sure: number][]): { bars: Bar[]; other: null; no_opinion: null } => ({
    bars: counts.map(([count, sure], index) => ({ id: "abc"[index]!, count, percent: 0, sure })),
    other: null,
    no_opinion: null,
  });
  const said = (poll: SlidePoll, ...counts: [number, number][]) => wrongYetSure(poll, bars(...counts), right, "en")?.replaceAll("\u00a0", " ");
  test("adds up the wrong options and leaves the right one out", () => {
    expect(said(quiz({}), [10, 7], [20, 19], [5, 2])).toBe("Wrong yet sure: 9 of the 15 people who were wrong.");
  });
  test("has words for nobody, for one and for all", () => {
    expect(said(quiz({}), [0, 0], [20, 19], [0, 0])).toBe("Nobody was wrong.");
    expect(said(quiz({}), [3, 0], [20, 19], [0, 0])).toBe("Wrong yet sure: nobody.");
    expect(said(quiz({}), [1, 1], [20, 19], [0, 0])).toBe("Wrong yet sure: the one person who was wrong.");
    expect(said(quiz({}), [2, 2], [20, 19], [1, 1])).toBe("Wrong yet sure: all 3 people who were wrong.");
  });
  test("adds up no people where a ballot names several options", () => {
    expect(said(quiz({ several: true }), [10, 7], [20, 19], [5, 2])).toBe("Wrong yet sure: 7 people were sure of “A”.");
  });
  test("waits for the right answer, and is not there where nobody was asked", () => {
    expect(wrongYetSure(quiz({}), bars([1, 1]), null, "en")).toBeNull();
    expect(said(quiz({ confidence: false }), [10, 7])).toBeUndefined();
  });
});

test("one picture makes the options pictures", () => {
  const picture = { src: "a.png", alt: "A" };
  expect(isPictured(quiz({}))).toBe(false);
  expect(isPictured(asks({ kind: "single", options: [...options, { id: "d", text: "D", picture }], other: false, no_opinion: false, shuffle: false }))).toBe(true);
});
