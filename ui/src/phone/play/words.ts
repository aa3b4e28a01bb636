import type { Language } from "../../protocol/generated";

const fr = new Intl.NumberFormat("fr-FR");
const en = new Intl.NumberFormat("en-GB");
const ordinal = (n: number) => `${n}${n % 100 > 10 && n % 100 < 14 ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[n % 10] ?? "th")}`;

export const words = {
  fr: {
    bar: "Votre jeu",
    you: "Vous êtes",
    points: (n: number) => `${fr.format(n)}\u00a0${n < 2 ? "point" : "points"}`,
    gain: (n: number) => `+${fr.format(n)}`,
    rank: (n: number, of: number) => `${n === 1 ? "1er" : `${n}e`} sur ${of}`,
    quick: "Juste et vite\u202f: de 1\u202f000 à 500\u00a0points.",
  },
  en: {
    bar: "Your game",
    you: "You are",
    points: (n: number) => `${en.format(n)}\u00a0${n === 1 ? "point" : "points"}`,
    gain: (n: number) => `+${en.format(n)}`,
    rank: (n: number, of: number) => `${ordinal(n)} of ${of}`,
    quick: "Right and fast: 1,000 down to 500\u00a0points.",
  },
} satisfies Record<Language, object>;
