import type { Language } from "../../../protocol/generated";

/** What a plane says beyond what every poll says, on stage and console. */
const tables = {
  fr: {
    skipped: (n: string) => `${n}\u00a0sans réponse`,
    spoken: (x: string, y: string, left: string, right: string, bottom: string, top: string, answers: string) =>
      `de «\u00a0${left}\u00a0» à «\u00a0${right}\u00a0»\u00a0: ${x}\u00a0; de «\u00a0${bottom}\u00a0» à «\u00a0${top}\u00a0»\u00a0: ${y}\u00a0; ${answers} réponses`,
    centre: "Le centre des réponses",
  },
  en: {
    skipped: (n: string) => `${n}\u00a0skipped`,
    spoken: (x: string, y: string, left: string, right: string, bottom: string, top: string, answers: string) =>
      `from “${left}” to “${right}”: ${x}; from “${bottom}” to “${top}”: ${y}; ${answers} answers`,
    centre: "The centre of the answers",
  },
} satisfies Record<Language, object>;

export function planeWords(language: Language) {
  return tables[language];
}
