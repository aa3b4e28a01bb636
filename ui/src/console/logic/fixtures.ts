import type {
  ConsoleDeck,
  ConsolePoll,
  ConsoleView,
  Layout,
  PollKindName,
  StageSlide,
} from "../../protocol/generated";
import type { Cursor } from "./next";

/** Small decks and views for the tests. */
export function slideOf(layout: Layout): StageSlide {
  const nothing = { poll: null, results_of: null, profile: null, bird: null, image: null };
  return { id: layout, layout, title: layout, steps: 1, blocks: [], right: [], ...nothing };
}

export function pollSlide(id: string, kind: PollKindName): StageSlide {
  const options = ["a", "b"].map((option) => ({ id: option, text: option }));
  const poll = { id, kind, ask: `${id}?`, hint: null, options, max_choices: 1 };
  return { ...slideOf("poll"), id, title: poll.ask, steps: kind === "quiz" ? 3 : 2, poll };
}

export function consoleDeck(slides: StageSlide[]): ConsoleDeck {
  const talk = { session: "s", title: "Talk", subtitle: null, author: null, date: null, organisation: null };
  return {
    stage: { ...talk, language: "fr", slides, profiles: [] },
    slides: slides.map((slide) => ({ notes: [], minutes: 1, right: slide.poll?.kind === "quiz" ? ["a"] : null })),
  };
}

/** The session at a place. The poll that is named, else the first, is as told; the others have not been asked. */
export function consoleView(deck: ConsoleDeck, at: Cursor, first: Partial<ConsolePoll> = {}): ConsoleView {
  const asked = deck.stage.slides.flatMap((slide, index) => (slide.poll ? [{ slide: index, poll: slide.poll }] : []));
  const told = (id: string, index: number) => (first.id === undefined ? index === 0 : first.id === id);
  const polls = asked.map(({ slide, poll }, index): ConsolePoll => {
    const bars = poll.options.map((option) => ({ id: option.id, count: 1, percent: 50 }));
    const fresh = { state: "pending" as const, revealed: false, answer_shown: false, ballots: 3, results: { ballots: 3, bars } };
    return { id: poll.id, slide, ...fresh, ...(told(poll.id, index) ? first : {}) };
  });
  return {
    stage: {
      ...{ seq: 1, session: "s", here: 4, joined: 5, rehearsal: false, finished: false },
      ...{ join: { url: "", short: "", qr: null }, poll: null, breakdown: null, change: null },
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
  };
}
