import type { Language, Remark, SlidePoll } from "../../../protocol/generated";

export const words = {
  fr: {
    waits: "Vos réponses viendront se poser ici.",
    tweets: "Vos tweets viendront se poser ici. Ils ne seront publiés nulle part.",
    read: "Chaque texte est relu avant d’être montré, sans nom.",
    picks: "La personne qui présente choisit le texte à lire ensemble.",
    more: (n: number) => (n === 1 ? "et une autre réponse" : `et ${n}\u00a0autres réponses`),
    others: "Sans thème",
    votes: "Soutiens\u00a0:",
    good: "Suit la charte",
    hint: { text: "En quelques mots", tweet: "280\u00a0caractères, pour s’exercer" },
    remarks: {
      too_long: "Trop long",
      no_mention: "Sans @mention",
      mention: "Avec @mention",
      few_hashtags: "Sans assez de #hashtags",
      many_hashtags: "Trop de #hashtags",
      no_link: "Sans lien",
      link: "Avec un lien",
      shouting: "Crie",
      confidential: "Mot confidentiel",
    },
  },
  en: {
    waits: "Your answers will settle here.",
    tweets: "Your tweets will settle here. They are posted nowhere.",
    read: "Each text is read before it is shown, without a name.",
    picks: "The presenter picks the text to read together.",
    more: (n: number) => (n === 1 ? "and one more answer" : `and ${n}\u00a0more answers`),
    others: "Without a theme",
    votes: "Upvotes:",
    good: "Follows the charter",
    hint: { text: "In a few words", tweet: "280\u00a0characters, to rehearse" },
    remarks: {
      too_long: "Too long",
      no_mention: "No @mention",
      mention: "Has an @mention",
      few_hashtags: "Too few #hashtags",
      many_hashtags: "Too many #hashtags",
      no_link: "No link",
      link: "Has a link",
      shouting: "Shouts",
      confidential: "Confidential word",
    },
  },
} satisfies Record<Language, { remarks: Record<Remark["remark"], string>; [word: string]: unknown }>;

export function typedHint(poll: SlidePoll, language: Language): string {
  return words[language].hint[poll.question.kind === "tweet" ? "tweet" : "text"];
}
