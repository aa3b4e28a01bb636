import type { Language } from "../../../protocol/generated";

const plural = (n: number, one: string, many: string) => `${n.toLocaleString("fr")}\u00a0${n < 2 ? one : many}`;

const fr = {
  title: "Quelques questions",
  own: "Sur votre téléphone, à votre rythme",
  pending: "Les questions vont s’ouvrir",
  closed: "C’est clos",
  done: (n: number): string => (n < 2 ? "a tout répondu" : "ont tout répondu"),
  begun: (n: number, here: number) => `${plural(n, "a commencé", "ont commencé")} · ${here.toLocaleString("fr")}\u00a0ici`,
  later: "Résultats après la clôture, question par question",
};

const en: typeof fr = {
  title: "A few questions",
  own: "On your phone, at your own pace",
  pending: "The questions are about to open",
  closed: "Voting closed",
  done: (n) => (n === 1 ? "has answered all" : "have answered all"),
  begun: (n, here) => `${n.toLocaleString("en")}\u00a0${n === 1 ? "has" : "have"} begun · ${here.toLocaleString("en")}\u00a0here`,
  later: "Results after the close, question by question",
};

export const words: Record<Language, typeof fr> = { fr, en };
