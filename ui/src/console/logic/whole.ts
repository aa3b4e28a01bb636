import type { ConsolePoll, ConsoleView } from "../../protocol/generated";

/** What the wire leaves out of a poll of which nothing else is to be said. */
const UNTOUCHED = {
  ...{ asked: null, solution: null, round: 1, improvised: false, timer: null, hands: [] },
  ...{ revealed: false, answer_shown: false, results: null, queue: null, keeps: null },
} satisfies Partial<ConsolePoll>;

/** The view as the page reads it: with what the wire leaves out, because it goes without saying or because the stage's part says it. */
export function whole(view: ConsoleView): ConsoleView {
  const { poll: shown } = view.stage;
  const results = (poll: ConsolePoll) => poll.results ?? (shown?.id === poll.id ? shown.results : null);
  return { ...view, polls: view.polls.map((poll) => ({ ...UNTOUCHED, ...poll, results: results(poll) })) };
}
