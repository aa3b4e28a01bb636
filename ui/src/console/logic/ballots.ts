import type { ChoiceFigures, ConsoleDeck, ConsolePoll, ConsoleView, QuestionView, SlidePoll, SlideSurvey, Solution, StageSlide } from "../../protocol/generated";
import { words } from "../words";
import { hidesResults } from "./screen";

/** A poll with its words, as the console shows it. */
export interface PollOnConsole {
  words: SlidePoll;
  poll: ConsolePoll;
  /** What is right, which the presenter knows from the start; null where nothing is. */
  solution: Solution | null;
  /** Whether the slide that is up asks it. An open poll may have stayed behind on another slide. */
  here: boolean;
  /** Whether it stands for a survey of which no single poll is on the screen: what is done, is done to all. */
  survey: boolean;
}

/** The poll the presenter is dealing with: the one over the slide, else the slide's own, else one left open elsewhere, else the one shown again. */
export function pollAtHand(deck: ConsoleDeck, view: ConsoleView): PollOnConsole | null {
  const slide = deck.stage.slides[view.stage.slide];
  const over = view.stage.overlay;
  const named = (id: string | undefined) => view.polls.find((candidate) => candidate.id === id);
  const poll =
    named(over?.poll.id) ??
    (over ? undefined : (named(slide?.poll?.id) ?? ofSurvey(slide, view))) ??
    view.polls.find((candidate) => candidate.state === "open") ??
    named(slide?.results_of?.id);
  const words = poll && wordsOf(deck, poll);
  if (!poll || !words) return null;
  const here = over ? over.poll.id === poll.id : poll.slide === view.stage.slide;
  return { words, poll, solution: solutionOf(deck, poll), here, survey: here && !over && onSurvey(deck, view) !== null };
}

/** The survey that is made on the slide, as long as none of its polls is shown by itself. */
export function onSurvey(deck: ConsoleDeck, view: ConsoleView): SlideSurvey | null {
  const { slide, step, overlay } = view.stage;
  const survey = deck.stage.slides[slide]?.survey;
  return survey && !overlay && survey.stops[step]?.does !== "show" ? survey : null;
}

/** The poll of a survey that is shown, else one that is open, else the first. */
function ofSurvey(slide: StageSlide | undefined, view: ConsoleView): ConsolePoll | undefined {
  if (!slide?.survey) return undefined;
  const stop = slide.survey.stops[view.stage.step];
  const polls = slide.survey.polls.flatMap(({ id }) => view.polls.find((poll) => poll.id === id) ?? []);
  return stop?.does === "show" ? polls[stop.poll] : (polls.find((poll) => poll.state === "open") ?? polls[0]);
}

/** The words of a poll: its slide's, or its own where no slide of the talk asks it. */
export function wordsOf(deck: ConsoleDeck, poll: ConsolePoll): SlidePoll | null {
  if (poll.slide === null) return poll.asked;
  const slide = deck.stage.slides[poll.slide];
  return slide?.poll ?? slide?.survey?.polls.find(({ id }) => id === poll.id) ?? null;
}

/** What is right in a poll; null where nothing is. */
export function solutionOf(deck: ConsoleDeck, poll: ConsolePoll): Solution | null {
  return poll.solution ?? (poll.slide === null ? null : (deck.slides[poll.slide]?.solution ?? null));
}

/** What tells a poll from the talk's own in a list: that it was improvised, and which round it is where there are several. */
export function markOf(poll: ConsolePoll, polls: ConsolePoll[]): string | null {
  const question = (id: string) => id.split("~")[0];
  const several = polls.some((other) => other.id !== poll.id && question(other.id) === question(poll.id));
  const marks = [poll.improvised ? words.ballots.improvised : null, several ? words.ballots.round(poll.round) : null];
  return marks.filter(Boolean).join(", ") || null;
}

/** What may be done with a poll now. Opening a closed one again is asked about first. */
export interface Possible {
  open: boolean;
  reopen: boolean;
  close: boolean;
  reveal: boolean;
  answer: boolean;
  /** Once more over the slide, or anew in its place. */
  again: boolean;
  timer: boolean;
  hands: boolean;
}

const NOTHING: Possible = { open: false, reopen: false, close: false, reveal: false, answer: false, again: false, timer: false, hands: false };

/** The questions of which somebody can raise a hand for an option. */
const WITH_HANDS: readonly QuestionView["kind"][] = ["single", "multiple", "quiz"];

export function possible(at: PollOnConsole | null, finished: boolean): Possible {
  if (!at || finished) return NOTHING;
  const { state, revealed, answer_shown } = at.poll;
  const asked = state !== "pending";
  return {
    open: state === "pending",
    // Where an earlier poll is only looked at again, reopening it would be an accident.
    reopen: state === "closed" && at.here,
    close: state === "open",
    reveal: asked && !revealed && !at.survey,
    answer: asked && at.solution !== null && !answer_shown && !at.survey,
    again: asked && at.here && !at.survey,
    timer: state === "open",
    hands: asked && !at.survey && WITH_HANDS.includes(at.words.question.kind),
  };
}

/** What the room sees of the results. */
export type Shown = "nothing" | "live" | "results" | "answer";

/** A poll left behind on another slide shows the room nothing: only the slide that is up is on the screen. */
export function shownToRoom(at: PollOnConsole, view: ConsoleView): Shown {
  const stage = view.stage.poll;
  if (stage?.id !== at.poll.id || stage.results === null || hidesResults(view)) return "nothing";
  if (stage.solution !== null) return "answer";
  return at.poll.state === "open" ? "live" : "results";
}

/** The option or options ahead; none while nobody has voted. */
export function leaders(figures: ChoiceFigures | null): Set<string> {
  const bars = figures?.bars ?? [];
  const most = Math.max(0, ...bars.map((bar) => bar.count));
  return new Set(most === 0 ? [] : bars.filter((bar) => bar.count === most).map((bar) => bar.id));
}
