import type { Language } from "../../../protocol/generated";

const fr = {
  type: "Écrivez un nombre.",
  none: "Ce n’est pas un nombre.",
  out: "C’est hors des limites.",
  range: (low: string, high: string) => `De ${low} à ${high}.`,
  step: (step: string) => `De ${step} en ${step}.`,
  less: (step: string) => `${step} de moins`,
  more: (step: string) => `${step} de plus`,
  right: (value: string) => `Réponse : ${value}.`,
  closest: (value: string) => `La plus proche de la salle : ${value}.`,
  median: (value: string) => `Médiane de la salle : ${value}.`,
};

const en: typeof fr = {
  type: "Type a number.",
  none: "That is not a number.",
  out: "That is out of range.",
  range: (low, high) => `From ${low} to ${high}.`,
  step: (step) => `In steps of ${step}.`,
  less: (step) => `${step} less`,
  more: (step) => `${step} more`,
  right: (value) => `Answer: ${value}.`,
  closest: (value) => `The room’s closest: ${value}.`,
  median: (value) => `The room’s median: ${value}.`,
};

export const words: Record<Language, typeof fr> = { fr, en };
