import type { Language, SlidePoll } from "../../../protocol/generated";
import { questionOf } from "../../../protocol/kind";

export const words = {
  fr: {
    waits: "Vos mots viendront se poser ici.",
    read: "Chaque mot est relu avant d’être montré.",
    more: (n: number) => (n === 1 ? "et un autre mot" : `et ${n}\u00a0autres mots`),
    wide: (n: number) => (n === 1 ? "Un mot, trop long pour tenir ici" : `${n}\u00a0mots, trop longs pour tenir ici`),
    hint: (max: number) => (max === 1 ? "Un mot" : `Jusqu’à ${max}\u00a0mots`),
    said: (word: string, n: number) => `${word}\u00a0: ${n}`,
  },
  en: {
    waits: "Your words will settle here.",
    read: "Each word is read before it is shown.",
    more: (n: number) => (n === 1 ? "and one more word" : `and ${n}\u00a0more words`),
    wide: (n: number) => (n === 1 ? "One word, too long to fit here" : `${n}\u00a0words, too long to fit here`),
    hint: (max: number) => (max === 1 ? "One word" : `Up to ${max}\u00a0words`),
    said: (word: string, n: number) => `${word}: ${n}`,
  },
} satisfies Record<Language, object>;

export function wordsHint(poll: SlidePoll, language: Language): string {
  return words[language].hint(questionOf(poll, "words").max);
}
