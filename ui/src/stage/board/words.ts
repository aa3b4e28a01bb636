import type { Language } from "../../protocol/generated";

const fr = (n: number) => new Intl.NumberFormat("fr-FR").format(n);
const en = (n: number) => new Intl.NumberFormat("en-GB").format(n);

/** The leader board, and what is said of points. */
export const words = {
  fr: {
    title: "Le classement",
    players: (n: number) => (n === 1 ? "1\u00a0personne joue" : `${fr(n)}\u00a0personnes jouent`),
    drawn: "Des surnoms tirés au sort, que personne d’autre ne connaît.",
    points: (n: number) => `${fr(n)}\u00a0${n < 2 ? "point" : "points"}`,
    gain: (n: number) => `+${fr(n)}`,
    rank: (n: number) => (n === 1 ? "1er" : `${n}e`),
    few: (n: number) => `Le classement paraît à partir de ${n}\u00a0personnes.`,
    none: "Personne n’a encore de point.",
    gone: "La séance est finie\u202f: les surnoms sont oubliés.",
    speed: "Juste et vite\u202f: de 1\u202f000 à 500\u00a0points.",
  },
  en: {
    title: "The leader board",
    players: (n: number) => (n === 1 ? "1\u00a0person plays" : `${en(n)}\u00a0people play`),
    drawn: "Nicknames drawn at random, known to nobody else.",
    points: (n: number) => `${en(n)}\u00a0${n === 1 ? "point" : "points"}`,
    gain: (n: number) => `+${en(n)}`,
    rank: (n: number) => `${n}${n % 100 > 10 && n % 100 < 14 ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[n % 10] ?? "th")}`,
    few: (n: number) => `The board appears once ${n}\u00a0people play.`,
    none: "Nobody has a point yet.",
    gone: "The session is over: the nicknames are forgotten.",
    speed: "Right and fast: 1,000 down to 500\u00a0points.",
  },
} satisfies Record<Language, object>;
