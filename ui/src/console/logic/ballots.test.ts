import { expect, test } from "vitest";
import { leaders, pollAtHand, possible, shownToRoom } from "./ballots";
import { barsOf, consoleDeck, consoleView, pollSlide, slideOf } from "./fixtures";

const deck = consoleDeck([slideOf("cover"), pollSlide("quiz", "quiz"), pollSlide("single", "single")]);
const at = (slide: number, poll = {}) => pollAtHand(deck, consoleView(deck, { slide, step: 0 }, poll));

test("a slide's own poll is at hand", () => {
  expect(at(1)).toMatchObject({ here: true, solution: { right: ["a"] }, poll: { id: "quiz" } });
});

test("a poll left open elsewhere is at hand on an ordinary slide", () => {
  expect(at(0)).toBeNull();
  expect(at(0, { state: "open" })).toMatchObject({ here: false, poll: { id: "quiz" } });
});

test("what may be done follows the poll's state", () => {
  const names = (poll: object) =>
    Object.entries(possible(at(1, poll), false))
      .filter(([, can]) => can)
      .map(([name]) => name);
  expect(names({ state: "pending" })).toEqual(["open"]);
  expect(names({ state: "open" })).toEqual(["close", "reveal", "answer"]);
  expect(names({ state: "closed", revealed: true })).toEqual(["reopen", "answer"]);
  expect(names({ state: "closed", revealed: true, answer_shown: true })).toEqual(["reopen"]);
});

test("nothing may be done after the end, and only a quiz has an answer", () => {
  expect(Object.values(possible(at(1), true))).not.toContain(true);
  expect(possible(at(2, { id: "single", state: "open" }), false).answer).toBe(false);
});

test("what the room sees is read from the stage's own view", () => {
  const view = consoleView(deck, { slide: 1, step: 0 }, { state: "open" });
  const poll = at(1, { state: "open" });
  if (!poll) throw new Error("BUG: the slide has a poll");
  expect(shownToRoom(poll, view)).toBe("nothing");
  const stagePoll = { id: "quiz", state: "open" as const, ballots: 3, solution: null, explain: null, notes: [], live_from: null };
  const shown = { ...view, stage: { ...view.stage, poll: { ...stagePoll, results: poll.poll.results } } };
  expect(shownToRoom(poll, shown)).toBe("live");
});

test("a poll that is only looked at again cannot be reopened there", () => {
  const shown = at(1, { state: "closed", revealed: true });
  expect(shown && possible({ ...shown, here: false }, false).reopen).toBe(false);
});

test("nobody leads before the first ballot; ties lead together", () => {
  expect([...leaders(null)]).toEqual([]);
  expect([...leaders(barsOf({ a: 0, b: 0 }))]).toEqual([]);
  expect([...leaders(barsOf({ a: 2, b: 1, c: 2 }))]).toEqual(["a", "c"]);
});
