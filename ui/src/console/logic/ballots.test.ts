import { expect, test } from "vitest";
import type { ConsoleView } from "../../protocol/generated";
import { words } from "../words";
import { leaders, markOf, pollAtHand, possible, shownToRoom } from "./ballots";
import { barsOf, choiceOf, consoleDeck, consoleView, pollSlide, slideOf } from "./fixtures";

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
  expect(names({ state: "open" })).toEqual(["close", "reveal", "answer", "again", "timer", "hands"]);
  expect(names({ state: "closed", revealed: true })).toEqual(["reopen", "answer", "again", "hands"]);
  expect(names({ state: "closed", revealed: true, answer_shown: true })).toEqual(["reopen", "again", "hands"]);
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
  const stagePoll = { id: "quiz", state: "open" as const, ballots: 3, hands: 0, timer: null, round: 1, solution: null, explain: null, notes: [], live_from: null };
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

const improvised = { id: "improvise-1", ask: "Oui ou non ?", hint: null, question: choiceOf("single") };

/** The quiz's slide, over which a question lies. */
function covered(): ConsoleView {
  const view = consoleView(deck, { slide: 1, step: 0 });
  const [first] = view.polls;
  if (!first) throw new Error("BUG: the deck has polls");
  const own = { ...first, id: "improvise-1", slide: null, asked: improvised, state: "open" as const, improvised: true };
  return { ...view, stage: { ...view.stage, overlay: { poll: improvised, step: 0, steps: 2 } }, polls: [...view.polls, own] };
}

test("a question that lies over the slide is at hand, with its own words", () => {
  expect(pollAtHand(deck, covered())).toMatchObject({ words: { ask: "Oui ou non ?" }, poll: { id: "improvise-1" }, here: true });
});

test("a question that is taken away while it is open stays at hand, as one from elsewhere", () => {
  const view = covered();
  const below = { ...view, stage: { ...view.stage, slide: 0, overlay: null } };
  expect(pollAtHand(deck, below)).toMatchObject({ poll: { id: "improvise-1" }, here: false });
});

test("a list tells improvised questions and rounds from the talk's own", () => {
  const [quiz] = covered().polls;
  if (!quiz) throw new Error("BUG: the deck has polls");
  const again = { ...quiz, id: "quiz~2", round: 2 };
  const own = { ...quiz, id: "improvise-1", improvised: true };
  const marks = [quiz, again, own].map((poll) => markOf(poll, [quiz, again, own]));
  expect(marks).toEqual([words.ballots.round(1), words.ballots.round(2), words.ballots.improvised]);
  expect(markOf(quiz, [quiz])).toBeNull();
});
