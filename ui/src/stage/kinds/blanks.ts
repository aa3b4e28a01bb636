import type { Item, Language, Placed, SlidePoll, StagePoll } from "../../protocol/generated";
import { figuresOf, questionOf } from "../../protocol/kind";
import { mostOf } from "./match";

const words = {
  fr: {
    hint: (gaps: number) => (gaps === 1 ? "Un mot à choisir" : `${gaps}\u00a0mots à placer`),
    empty: (gap: number) => `blanc ${gap}`,
    whole: (people: number, of: number) => `${people} sur ${of} ${people < 2 ? "a" : "ont"} tout juste.`,
  },
  en: {
    hint: (gaps: number) => (gaps === 1 ? "One word to choose" : `${gaps}\u00a0words to place`),
    empty: (gap: number) => `gap ${gap}`,
    whole: (people: number, of: number) => `${people} of ${of} ${people === 1 ? "has" : "have"} all of it right.`,
  },
} satisfies Record<Language, object>;

export function blanksHint(poll: SlidePoll, language: Language): string {
  return words[language].hint(questionOf(poll, "blanks").gaps.length);
}

export function emptyGap(gap: number, language: Language): string {
  return words[language].empty(gap);
}

export function blanksSays(now: StagePoll | null, language: Language): string | null {
  return now?.results && now.solution?.kind === "words" ? words[language].whole(now.solution.whole, now.ballots) : null;
}

/** What follows a gap, in two: what stays on its line, such as a full stop, and the rest. */
export function tiedTo(part: string): [stop: string, rest: string] {
  const end = part.search(/\s|$/);
  return [part.slice(0, end), part.slice(end)];
}

/** A word that a gap takes, with how many put it there once that may be seen. */
export interface Filling extends Item {
  placed: Placed | null;
  isRight: boolean;
}

/** One gap. */
export interface Gap {
  /** What stands in it: nothing, the room's word, the right word. */
  shown: Filling | null;
  /** All words it takes, those most often put there first. */
  fillings: Filling[];
  /** What is said of it with the right answer; empty for nothing. */
  note: string;
}

export function gapsOf(poll: SlidePoll, now: StagePoll | null): Gap[] {
  const question = questionOf(poll, "blanks");
  const figures = figuresOf(now, "blanks");
  const solution = now?.solution?.kind === "words" ? now.solution : null;
  const right = solution?.right ?? null;
  return question.gaps.map((takes, index) => {
    const told = figures?.gaps[index]?.words ?? [];
    const fillings = takes.map((id): Filling => {
      const item = question.words.find((word) => word.id === id) ?? { id, text: id };
      return { ...item, placed: figures ? (told.find((placed) => placed.id === id) ?? { id, count: 0, percent: 0 }) : null, isRight: right?.[index] === id };
    });
    const shown = right ? right[index] : mostOf(told)?.id;
    return {
      note: solution?.notes?.[index] ?? "",
      shown: fillings.find(({ id }) => id === shown) ?? null,
      fillings: [...fillings].sort((a, b) => (b.placed?.count ?? 0) - (a.placed?.count ?? 0)),
    };
  });
}
