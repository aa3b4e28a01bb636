import type { ChoiceFigures, ConsoleDeck, ConsolePoll, ConsoleView, SlidePoll, Solution } from "../../protocol/generated";

/** A poll with its words, as the console shows it. */
export interface PollOnConsole {
  words: SlidePoll;
  poll: ConsolePoll;
  /** What is right, which the presenter knows from the start; null where nothing is. */
  solution: Solution | null;
  /** Whether the slide that is up asks it. An open poll may have stayed behind on another slide. */
  here: boolean;
}

/** The poll the presenter is dealing with: the slide's own, else one left open elsewhere, else the one shown again. */
export function pollAtHand(deck: ConsoleDeck, view: ConsoleView): PollOnConsole | null {
  const slide = deck.stage.slides[view.stage.slide];
  const poll =
    view.polls.find((candidate) => candidate.id === slide?.poll?.id) ??
    view.polls.find((candidate) => candidate.state === "open") ??
    view.polls.find((candidate) => candidate.id === slide?.results_of?.id);
  const words = poll && deck.stage.slides[poll.slide]?.poll;
  if (!poll || !words) return null;
  return { words, poll, solution: deck.slides[poll.slide]?.solution ?? null, here: poll.slide === view.stage.slide };
}

/** What may be done with a poll now. Opening a closed one again is asked about first. */
export interface Possible {
  open: boolean;
  reopen: boolean;
  close: boolean;
  reveal: boolean;
  answer: boolean;
}

export function possible(at: PollOnConsole | null, finished: boolean): Possible {
  if (!at || finished) return { open: false, reopen: false, close: false, reveal: false, answer: false };
  const { state, revealed, answer_shown } = at.poll;
  const asked = state !== "pending";
  return {
    open: state === "pending",
    // Where an earlier poll is only looked at again, reopening it would be an accident.
    reopen: state === "closed" && at.here,
    close: state === "open",
    reveal: asked && !revealed,
    answer: asked && at.solution !== null && !answer_shown,
  };
}

/** What the room sees of the results. */
export type Shown = "nothing" | "live" | "results" | "answer";

/** A poll left behind on another slide shows the room nothing: only the slide that is up is on the screen. */
export function shownToRoom(at: PollOnConsole, view: ConsoleView): Shown {
  const stage = view.stage.poll;
  if (stage?.id !== at.poll.id || stage.results === null) return "nothing";
  if (stage.solution !== null) return "answer";
  return at.poll.state === "open" ? "live" : "results";
}

/** The option or options ahead; none while nobody has voted. */
export function leaders(figures: ChoiceFigures | null): Set<string> {
  const bars = figures?.bars ?? [];
  const most = Math.max(0, ...bars.map((bar) => bar.count));
  return new Set(most === 0 ? [] : bars.filter((bar) => bar.count === most).map((bar) => bar.id));
}
