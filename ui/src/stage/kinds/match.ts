import type { Item, Language, Placed, SlidePoll, StagePoll } from "../../protocol/generated";
import { figuresOf, questionOf } from "../../protocol/kind";

const words = {
  fr: {
    hint: "À relier deux à deux",
    together: "Ce que la salle met le plus souvent ensemble",
    whole: (people: number, of: number) => `${people} sur ${of} ${people < 2 ? "a" : "ont"} tout juste.`,
    confused: (left: string, right: string, people: number) => `Le plus souvent pris pour «\u00a0${left}\u00a0»\u00a0: «\u00a0${right}\u00a0» (${people}\u00a0fois).`,
  },
  en: {
    hint: "To be matched two by two",
    together: "What the room most often puts together",
    whole: (people: number, of: number) => `${people} of ${of} ${people === 1 ? "has" : "have"} all of it right.`,
    confused: (left: string, right: string, people: number) => `Most often taken for “${left}”: “${right}” (${people}\u00a0times).`,
  },
} satisfies Record<Language, object>;

export function matchHint(_: SlidePoll, language: Language): string {
  return words[language].hint;
}

/** Long texts and many pairs want the slide's width. */
export function matchIsWide(poll: SlidePoll): boolean {
  const { left, right } = questionOf(poll, "match");
  return [...left, ...right].some((item) => item.text.length > 44) || left.length > 5;
}

/** One of the left side and what is shown beside it. */
export interface Pair {
  left: Item;
  /** Before anything is known: what happens to stand there. */
  right: Item;
  /** How many put it there; null before the room may see it. */
  percent: number | null;
  isRight: boolean;
  /** What is said of it with the right answer; empty for nothing. */
  note: string;
}

/** The pairs that the room most often makes, then those that are right. */
export function pairsOf(poll: SlidePoll, now: StagePoll | null): Pair[] {
  const { left, right } = questionOf(poll, "match");
  const figures = figuresOf(now, "match");
  const told = now?.solution?.kind === "pairs" ? now.solution : null;
  const solution = told?.right ?? null;
  return left.map((item, index) => {
    const beside = figures?.left.find((candidate) => candidate.id === item.id)?.beside ?? [];
    const shown = solution ? beside.find(({ id }) => id === solution[item.id]) : mostOf(beside);
    const id = solution?.[item.id] ?? shown?.id;
    return { left: item, right: right.find((other) => other.id === id) ?? right[index]!, percent: shown?.percent ?? null, isRight: solution !== null, note: told?.notes?.[index] ?? "" };
  });
}

/** What stands under the pairs. */
export function matchSays(poll: SlidePoll, now: StagePoll | null, language: Language): string | null {
  const figures = figuresOf(now, "match");
  const said = words[language];
  if (!figures || !now) return null;
  if (now.solution?.kind !== "pairs") return said.together;
  const whole = said.whole(now.solution.whole, now.ballots);
  const confused = confusionOf(poll, now);
  return confused ? `${whole} ${said.confused(confused.left.text, confused.right.text, confused.count)}` : whole;
}

/** The wrong pair that most people made, once the right ones are shown; null where nobody was wrong. */
export function confusionOf(poll: SlidePoll, now: StagePoll | null): { left: Item; right: Item; count: number } | null {
  const { left, right } = questionOf(poll, "match");
  if (now?.solution?.kind !== "pairs") return null;
  const solution = now.solution.right;
  const wrong = (figuresOf(now, "match")?.left ?? []).flatMap((row) =>
    row.beside.filter((placed) => placed.id !== solution[row.id] && placed.count > 0).map((placed) => ({ on: row.id, placed })),
  );
  if (!wrong.length) return null;
  const { on, placed } = wrong.reduce((most, one) => (one.placed.count > most.placed.count ? one : most));
  return { left: left.find(({ id }) => id === on)!, right: right.find(({ id }) => id === placed.id)!, count: placed.count };
}

/** What was put there most often; the earlier of several; undefined while nothing was. */
export function mostOf(placed: Placed[]): Placed | undefined {
  const most = Math.max(1, ...placed.map(({ count }) => count));
  return placed.find(({ count }) => count === most);
}
