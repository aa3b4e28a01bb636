import type { ConsoleDeck, ConsolePoll, ConsoleView, OverlayView, StageDeck, StageSlide, StageView, SurveyView } from "../../protocol/generated";
import { solutionOf } from "./ballots";

export interface Cursor {
  slide: number;
  step: number;
}

/** A place of the talk, and what lies over it. */
export interface Place extends Cursor {
  overlay?: OverlayView | null;
}

/** Where "next" leads; null at the end of the talk. The server walks; this only tells the presenter beforehand. */
export function nextPlace(deck: StageDeck, at: Place): Place | null {
  const { slide, step, overlay } = at;
  if (overlay && overlay.step + 1 < overlay.steps) return { slide, step, overlay: { ...overlay, step: overlay.step + 1 } };
  if (overlay) return { slide, step };
  const steps = deck.slides[at.slide]?.steps ?? 0;
  if (at.step + 1 < steps) return { slide: at.slide, step: at.step + 1 };
  return at.slide + 1 < deck.slides.length ? { slide: at.slide + 1, step: 0 } : null;
}

/** Whether "previous" leads anywhere. */
export function hasPrevious(at: Place): boolean {
  return Boolean(at.overlay) || at.slide > 0 || at.step > 0;
}

/** What "next" does, so that its button can say so. */
export type Effect = "end" | "point" | "slide" | "opens" | "closes" | "closes-and-reveals" | "reveals" | "answers" | "reference" | "masks" | "uncovers" | "lifts";

export function effectOfNext(deck: StageDeck, view: ConsoleView): Effect {
  const place = nextPlace(deck, view.stage);
  const slide = place && deck.slides[place.slide];
  if (!place || !slide) return "end";
  const over = view.stage.overlay;
  if (over && !place.overlay) return "uncovers";
  if (place.overlay) return stepOfPoll(view, place.overlay.poll.id, place.overlay.step);
  const asked = askedAt(slide, place.step);
  if (asked && !view.stage.finished) return stepOfPoll(view, asked.id, asked.step);
  if (slide.survey && place.step > 0 && !view.stage.finished) return "closes";
  if (place.step === 0) return "slide";
  if (slide.layout === "profiles" && slide.profile === null) return deck.breakdown[place.step] === "reference" ? "reference" : "masks";
  return "point";
}

/** The poll that is on a slide at a step, and the step that it would be at on a slide of its own; a survey has none before its first results. */
export function askedAt(slide: StageSlide | undefined, step: number): { id: string; step: number } | null {
  if (slide?.poll) return { id: slide.poll.id, step };
  const stop = slide?.survey?.stops[step];
  const poll = stop?.does === "show" ? slide?.survey?.polls[stop.poll] : step === 0 ? slide?.survey?.polls[0] : undefined;
  return poll ? { id: poll.id, step: stop?.does === "show" ? stop.step : 0 } : null;
}

function stepOfPoll(view: ConsoleView, id: string, step: number): Effect {
  const state = view.polls.find((poll) => poll.id === id)?.state;
  if (step === 0) return state === "pending" ? "opens" : "slide";
  if (step === 1) return state === "open" ? "closes-and-reveals" : "reveals";
  return "answers";
}

/**
 * The view a preview of another step is drawn from: what the room would see there, with the counts of now. The
 * presenter may see them before the room does.
 */
export function previewOf(deck: ConsoleDeck, view: ConsoleView, place: Place): StageView {
  const overlay = place.overlay ?? null;
  const asked = overlay ? { id: overlay.poll.id, step: overlay.step } : askedAt(deck.stage.slides[place.slide], place.step);
  const poll = view.polls.find((candidate) => candidate.id === asked?.id);
  const sameSlide = place.slide === view.stage.slide;
  const { survey, ...stage } = view.stage;
  return {
    ...stage,
    ...place,
    ...(survey && sameSlide && !overlay && { survey: surveyAt(survey, place.step) }),
    overlay,
    poll: poll ? pollAt(deck, view, poll, asked?.step ?? 0) : null,
    breakdown: sameSlide ? view.stage.breakdown : null,
    change: sameSlide ? view.stage.change : null,
  };
}

function surveyAt(survey: SurveyView, step: number): SurveyView {
  return { ...survey, state: step > 0 && survey.state === "open" ? "closed" : survey.state };
}

function pollAt(deck: ConsoleDeck, view: ConsoleView, poll: ConsolePoll, step: number): StageView["poll"] {
  const shown = view.stage.poll?.id === poll.id ? view.stage.poll : null;
  return {
    id: poll.id,
    state: step === 0 ? poll.state : "closed",
    ballots: poll.ballots,
    hands: poll.hands.reduce((sum, hands) => sum + hands, 0),
    timer: step === 0 ? poll.timer : null,
    round: poll.round,
    results: step === 0 ? (shown?.results ?? null) : poll.results,
    solution: step >= 2 ? solutionOf(deck, poll) : null,
    explain: step >= 2 ? (shown?.explain ?? null) : null,
    notes: step >= 2 ? (shown?.notes ?? []) : [],
    live_from: step === 0 ? (shown?.live_from ?? null) : null,
  };
}
