import type { Language } from "../../../protocol/generated";

/** What a scale says on the stage beyond what every poll says. */
const tables = {
  fr: {
    mean: "moyenne",
    spread: "écart type",
    answers: "réponses",
    spoken: (mean: string, last: number, spread: string, answers: string) => `moyenne ${mean} sur ${last}, écart type ${spread}, ${answers} réponses`,
    value: (value: string, percent: string) => `${value}\u00a0: ${percent}`,
  },
  en: {
    mean: "mean",
    spread: "std. dev.",
    answers: "answers",
    spoken: (mean: string, last: number, spread: string, answers: string) => `mean ${mean} of ${last}, standard deviation ${spread}, ${answers} answers`,
    value: (value: string, percent: string) => `${value}: ${percent}`,
  },
} satisfies Record<Language, object>;

export function scaleWords(language: Language) {
  return tables[language];
}
