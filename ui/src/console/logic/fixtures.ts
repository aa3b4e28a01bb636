import type {
  ChoiceFigures,
  ConsoleDeck,
  ConsolePoll,
  ConsoleView,
  Layout,
  QuestionView,
  StageSlide,
} from "../../protocol/generated";
import type { Cursor } from "./next";

/** Small decks and views for the tests. */
export function slideOf(layout: Layout): StageSlide {
  const nothing = { poll: null, results_of: null, profile: null, bird: null, image: null };
  return { id: layout, layout, title: layout, steps: 1, blocks: [], right: [], ...nothing };
}

/** A question with two options, *a* and *b*; of a quiz *a* is right. */
export function choiceOf(kind: "single" | "multiple" | "quiz"): QuestionView {
  const options = ["a", "b"].map((id) => ({ id, text: id, picture: null }));
  const any = { options, shuffle: false };
  if (kind === "quiz") return { kind, ...any, several: false, confidence: false };
  const more = { other: false, no_opinion: false };
  return kind === "single" ? { kind, ...any, ...more } : { kind, ...any, ...more, min: 1, max: 2 };
}

/** Figures of a question with options: the counts, each with that percentage. */
export function barsOf(counts: Record<string, number>, percent = 50): ChoiceFigures & { shape: "choice" } {
  const bars = Object.entries(counts).map(([id, count]) => ({ id, count, percent, sure: null }));
  return { shape: "choice", bars, other: null, no_opinion: null };
}

export function pollSlide(id: string, kind: "single" | "multiple" | "quiz"): StageSlide {
  const poll = { id, ask: `${id}?`, hint: null, question: choiceOf(kind) };
  return { ...slideOf("poll"), id, title: poll.ask, steps: kind === "quiz" ? 3 : 2, poll };
}

export function consoleDeck(slides: StageSlide[]): ConsoleDeck {
  const talk = { session: "s", title: "Talk", subtitle: null, author: null, date: null, organisation: null };
  return {
    stage: { ...talk, language: "fr", lang: "fr", breakdown: ["room", "reference", "masks"], edition: 0, slides, profiles: [] },
    slides: slides.map((slide) => ({
      notes: [],
      minutes: 1,
      solution: slide.poll?.question.kind === "quiz" ? { kind: "options", right: ["a"] } : null,
    })),
    cuts: [],
    cut: null,
  };
}

/** The session at a place. The poll that is named, else the first, is as told; the others have not been asked. */
export function consoleView(deck: ConsoleDeck, at: Cursor, first: Partial<ConsolePoll> = {}): ConsoleView {
  const asked = deck.stage.slides.flatMap((slide, index) => (slide.poll ? [{ slide: index, poll: slide.poll }] : []));
  const told = (id: string, index: number) => (first.id === undefined ? index === 0 : first.id === id);
  const polls = asked.map(({ slide, poll }, index): ConsolePoll => {
    const results = { ballots: 3, figures: barsOf({ a: 1, b: 1 }) };
    const own = { asked: null, solution: null, round: 1, improvised: false, timer: null, hands: [], queue: null, keeps: null };
    const fresh = { ...own, state: "pending" as const, revealed: false, answer_shown: false, ballots: 3, results, queue: null, keeps: null };
    return { id: poll.id, slide, ...fresh, ...(told(poll.id, index) ? first : {}) };
  });
  return {
    home: null,
    wifi: null,
    machine: { free_mb: null, power: null },
    remote: { url: null, qr: null, phones: [] },
    screen: { blank: null, frozen: false, results_hidden: false, slide: at.slide },
    stage: {
      ...{ seq: 1, session: "s", here: 4, joined: 5, rehearsal: false, finished: false },
      ...{ join: { url: "", short: "", qr: null }, poll: null, breakdown: null, change: null, overlay: null, board: null, edition: 0 },
      ...at,
    },
    started_at: 0,
    resumed: false,
    asks_resume: null,
    polls,
    breakdown: null,
    addresses: [],
    door: { open: true, codes: false, rehearsal_key: "k", waiting: [] },
    notices: [],
    board: null,
    observed: null,
    channels: {
      qa: { open: false, waiting: [], waiting_count: 0, shown: [], shown_count: 0, hidden: [], hidden_count: 0, authors: 0, review: true, filter: true, keep: false },
      reactions: false,
      mood: null,
    },
  };
}
