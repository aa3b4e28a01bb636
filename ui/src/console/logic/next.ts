import type { ConsoleDeck, ConsolePoll, ConsoleView, StageDeck, StageView } from "../../protocol/generated";

export interface Cursor {
  slide: number;
  step: number;
}

/** Where "next" leads; null at the end of the talk. The server walks; this only tells the presenter beforehand. */
export function nextPlace(deck: StageDeck, at: Cursor): Cursor | null {
  const steps = deck.slides[at.slide]?.steps ?? 0;
  if (at.step + 1 < steps) return { slide: at.slide, step: at.step + 1 };
  return at.slide + 1 < deck.slides.length ? { slide: at.slide + 1, step: 0 } : null;
}

/** Whether "previous" leads anywhere. */
export function hasPrevious(at: Cursor): boolean {
  return at.slide > 0 || at.step > 0;
}

/** What "next" does, so that its button can say so. */
export type Effect = "end" | "point" | "slide" | "opens" | "closes-and-reveals" | "reveals" | "answers" | "reference" | "masks";

export function effectOfNext(deck: StageDeck, view: ConsoleView): Effect {
  const place = nextPlace(deck, view.stage);
  const slide = place && deck.slides[place.slide];
  if (!place || !slide) return "end";
  const state = view.polls.find((poll) => poll.id === slide.poll?.id)?.state;
  if (slide.poll && !view.stage.finished) {
    if (place.step === 0) return state === "pending" ? "opens" : "slide";
    if (place.step === 1) return state === "open" ? "closes-and-reveals" : "reveals";
    return "answers";
  }
  if (place.step === 0) return "slide";
  if (slide.layout === "profiles" && slide.profile === null) return place.step === 1 ? "reference" : "masks";
  return "point";
}

/**
 * The view a preview of another step is drawn from: what the room would see there, with the counts of now. The
 * presenter may see them before the room does.
 */
export function previewOf(deck: ConsoleDeck, view: ConsoleView, place: Cursor): StageView {
  const poll = view.polls.find((candidate) => candidate.id === deck.stage.slides[place.slide]?.poll?.id);
  const sameSlide = place.slide === view.stage.slide;
  return {
    ...view.stage,
    ...place,
    poll: poll ? pollAt(deck, view, poll, place) : null,
    breakdown: sameSlide ? view.stage.breakdown : null,
    change: sameSlide ? view.stage.change : null,
  };
}

function pollAt(deck: ConsoleDeck, view: ConsoleView, poll: ConsolePoll, place: Cursor): StageView["poll"] {
  const shown = view.stage.poll?.id === poll.id ? view.stage.poll : null;
  return {
    id: poll.id,
    state: place.step === 0 ? poll.state : "closed",
    ballots: poll.ballots,
    results: place.step === 0 ? (shown?.results ?? null) : poll.results,
    solution: place.step >= 2 ? (deck.slides[place.slide]?.solution ?? null) : null,
    explain: place.step >= 2 ? (shown?.explain ?? null) : null,
    notes: place.step >= 2 ? (shown?.notes ?? []) : [],
    live_from: place.step === 0 ? (shown?.live_from ?? null) : null,
  };
}
