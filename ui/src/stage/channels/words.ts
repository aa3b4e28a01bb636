import type { Language } from "../../protocol/generated";

export const words = {
  fr: {
    waits: "Posez vos questions depuis votre téléphone",
    read: "Elles sont relues avant d’être montrées, sans nom.",
    shut: "Les questions sont closes",
    none: "Aucune question",
    more: (n: number) => (n === 1 ? "et une autre" : `et ${n}\u00a0autres`),
    want: (n: number) => `${n}\u00a0voix`,
    answered: "Répondue",
    count: (n: number) => `Questions\u202f: ${n}`,
    asked: "Une question de la salle",
  },
  en: {
    waits: "Ask your questions from your phone",
    read: "They are read before they are shown, without a name.",
    shut: "Questions are closed",
    none: "No questions",
    more: (n: number) => (n === 1 ? "and one more" : `and ${n}\u00a0more`),
    want: (n: number) => (n === 1 ? "1\u00a0vote" : `${n}\u00a0votes`),
    answered: "Answered",
    count: (n: number) => `Questions: ${n}`,
    asked: "A question from the room",
  },
} satisfies Record<Language, object>;
