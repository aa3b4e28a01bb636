import { expect, test } from "vitest";
import type { ConsoleView } from "../../protocol/generated";
import { choiceOf, consoleDeck, consoleView, pollSlide, slideOf } from "./fixtures";
import { effectOfNext, hasPrevious, nextPlace, previewOf } from "./next";

const deck = consoleDeck([
  { ...slideOf("cover"), steps: 1 },
  { ...slideOf("default"), steps: 3 },
  pollSlide("quiz", "quiz"),
  { ...slideOf("profiles"), steps: 3 },
]);

test("next walks the steps, then the slides, then stops", () => {
  expect(nextPlace(deck.stage, { slide: 1, step: 1 })).toEqual({ slide: 1, step: 2 });
  expect(nextPlace(deck.stage, { slide: 1, step: 2 })).toEqual({ slide: 2, step: 0 });
  expect(nextPlace(deck.stage, { slide: 3, step: 2 })).toBeNull();
  expect([hasPrevious({ slide: 0, step: 0 }), hasPrevious({ slide: 0, step: 1 })]).toEqual([false, true]);
});

test("the next button says what it does", () => {
  const effect = (slide: number, step: number, poll = {}) =>
    effectOfNext(deck.stage, consoleView(deck, { slide, step }, poll));
  expect(effect(0, 0)).toBe("slide");
  expect(effect(1, 0)).toBe("point");
  expect(effect(1, 2)).toBe("opens");
  expect(effect(1, 2, { state: "closed" })).toBe("slide");
  expect(effect(2, 0, { state: "open" })).toBe("closes-and-reveals");
  expect(effect(2, 0, { state: "closed" })).toBe("reveals");
  expect(effect(2, 1, { state: "closed" })).toBe("answers");
  expect(effect(3, 0)).toBe("reference");
  expect(effect(3, 1)).toBe("masks");
  expect(effect(3, 2)).toBe("end");
});

test("once the session is finished, next only turns slides", () => {
  const view = consoleView(deck, { slide: 1, step: 2 });
  expect(effectOfNext(deck.stage, { ...view, stage: { ...view.stage, finished: true } })).toBe("slide");
});

test("a preview of the reveal shows the counts of now, and the right answer only at its step", () => {
  const view = consoleView(deck, { slide: 2, step: 0 }, { state: "open" });
  expect(previewOf(deck, view, { slide: 2, step: 1 }).poll).toMatchObject({
    results: { ballots: 3 },
    solution: null,
    state: "closed",
  });
  expect(previewOf(deck, view, { slide: 2, step: 2 }).poll?.solution).toEqual({ kind: "options", right: ["a"] });
  expect(previewOf(deck, view, { slide: 3, step: 0 }).poll).toBeNull();
});

const poll = { id: "improvise-1", ask: "?", hint: null, question: choiceOf("single") };

/** The quiz's slide, with a question over it at that step. */
function covered(step: number): ConsoleView {
  const view = consoleView(deck, { slide: 2, step: 1 });
  const [quiz] = view.polls;
  if (!quiz) throw new Error("BUG: the deck has a poll");
  const own = { ...quiz, id: poll.id, slide: null, asked: poll, state: "open" as const };
  return { ...view, stage: { ...view.stage, overlay: { poll, step, steps: 2 } }, polls: [quiz, own] };
}

test("next walks what lies over the slide, then takes it away and leaves the slide where it was", () => {
  const after = nextPlace(deck.stage, covered(0).stage);
  expect(after).toEqual({ slide: 2, step: 1, overlay: { poll, step: 1, steps: 2 } });
  expect(after && nextPlace(deck.stage, after)).toEqual({ slide: 2, step: 1 });
  expect([effectOfNext(deck.stage, covered(0)), effectOfNext(deck.stage, covered(1))]).toEqual(["closes-and-reveals", "uncovers"]);
  expect(hasPrevious({ slide: 0, step: 0, overlay: covered(0).stage.overlay })).toBe(true);
});

test("what comes next is drawn of the question over the slide, and then of the slide below", () => {
  const place = { slide: 2, step: 1 };
  const over = { poll, step: 1, steps: 2 };
  expect(previewOf(deck, covered(0), { ...place, overlay: over })).toMatchObject({ overlay: over, poll: { id: "improvise-1", state: "closed" } });
  expect(previewOf(deck, covered(1), place)).toMatchObject({ overlay: null, poll: { id: "quiz" } });
});
