import type { Language, SlidePoll, StagePoll } from "../../protocol/generated";
import { figuresOf, questionOf } from "../../protocol/kind";
import type { Words } from "../words";
import type { Measure } from "./measures/measure";

const words = {
  fr: {
    hint: (total: number) => `${total}\u00a0points à répartir`,
    most: (people: number) => `favori de\u00a0${people}`,
    says: (total: number) => `Moyenne, sur ${total}\u00a0points par personne. Favori\u00a0: là où l’on en met le plus.`,
  },
  en: {
    hint: (total: number) => `${total}\u00a0points to share out`,
    most: (people: number) => `favourite of\u00a0${people}`,
    says: (total: number) => `Mean, out of ${total}\u00a0points each. Favourite: what somebody gives most.`,
  },
} satisfies Record<Language, object>;

export function pointsHint(poll: SlidePoll, language: Language): string {
  return words[language].hint(questionOf(poll, "points").total);
}

export function pointsSays(poll: SlidePoll, now: StagePoll | null, language: Language): string | null {
  return now?.results ? words[language].says(questionOf(poll, "points").total) : null;
}

/** The options with the mean of what people give them; the longest bar nearly fills its line, all begin at nothing. */
export function pointsRows(poll: SlidePoll, now: StagePoll | null, ranked: boolean, language: Language, { locale }: Words): Measure[] {
  const { options, total } = questionOf(poll, "points");
  const figures = figuresOf(now, "points");
  const largest = Math.max(0, ...(figures?.purses.map((purse) => purse.mean) ?? []));
  const end = axisEnd(largest, total);
  const format = (mean: number) => mean.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const rows = options.map(({ id, text }): Measure => {
    const purse = figures?.purses.find((candidate) => candidate.id === id) ?? null;
    const mean = purse?.mean ?? 0;
    const leads = largest > 0 && mean === largest && now?.state === "closed";
    return {
      id,
      text,
      place: null,
      figure: purse && { value: mean, format },
      beside: purse?.most ? words[language].most(purse.most) : null,
      share: (100 * mean) / end,
      strong: leads ? (100 * mean) / end : 0,
      tone: leads ? "leads" : "plain",
    };
  });
  return ranked ? rows.sort((a, b) => (b.figure?.value ?? 0) - (a.figure?.value ?? 0)) : rows;
}

/** Where the line ends: the largest mean, rounded up to the next tenth of all points. */
export function axisEnd(largest: number, total: number): number {
  return (Math.max(1, Math.ceil((10 * largest) / total)) * total) / 10;
}
