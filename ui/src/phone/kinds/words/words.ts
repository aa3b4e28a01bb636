import type { Language } from "../../../protocol/generated";

const fr = {
  field: (n: number, of: number) => (of === 1 ? "Votre mot" : `Mot ${n}`),
  optional: "si vous voulez",
  write: "Écrivez un mot, ou quelques-uns.",
  read: "Chaque mot est relu avant d’être montré.",
  room: "Dans la salle",
};

const en: typeof fr = {
  field: (n, of) => (of === 1 ? "Your word" : `Word ${n}`),
  optional: "if you like",
  write: "Write a word, or a few.",
  read: "Each word is read before it is shown.",
  room: "In the room",
};

export const words: Record<Language, typeof fr> = { fr, en };
