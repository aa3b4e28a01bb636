import { expect, test } from "vitest";
import type { ConsolePoll, StagePoll } from "../../protocol/generated";
import { barsOf, consoleDeck, consoleView, pollSlide } from "./fixtures";
import { whole } from "./whole";

const deck = consoleDeck([pollSlide("one", "quiz"), pollSlide("two", "quiz")]);
const results = { ballots: 9, figures: barsOf({ a: 4, b: 5 }) };
const onStage = (id: string): StagePoll => ({ id, state: "closed", ballots: 9, hands: 0, timer: null, round: 1, results, solution: null, explain: null, notes: [], live_from: null });

test("the presenter's poll has the results that only the stage was sent", () => {
  const view = consoleView(deck, { slide: 0, step: 1 }, { results: null });
  const [first, second] = view.polls.map(({ id }) => id);
  const told = whole({ ...view, stage: { ...view.stage, poll: onStage(first!) } });
  expect(told.polls.find(({ id }) => id === first)!.results).toEqual(results);
  expect(told.polls.find(({ id }) => id === second), "another poll is left alone").toEqual(view.polls[1]);
});

test("what the presenter knows of a poll beyond what the stage shows stays", () => {
  const own = { ballots: 12, figures: barsOf({ a: 6, b: 6 }) };
  const view = consoleView(deck, { slide: 0, step: 1 }, { results: own });
  const told = whole({ ...view, stage: { ...view.stage, poll: onStage(view.polls[0]!.id) } });
  expect(told.polls[0]!.results).toEqual(own);
});

test("what the wire leaves out is as of a poll that nobody has touched", () => {
  const view = consoleView(deck, { slide: 0, step: 0 });
  const wire = { id: "two", slide: 1, state: "pending", ballots: 0 } as ConsolePoll;
  expect(whole({ ...view, polls: [wire] }).polls).toEqual([
    { ...wire, ...{ asked: null, solution: null, round: 1, improvised: false, timer: null, hands: [] }, ...{ revealed: false, answer_shown: false, results: null, queue: null, keeps: null } },
  ]);
});
