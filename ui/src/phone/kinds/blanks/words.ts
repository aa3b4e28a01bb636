import type { Language } from "../../../protocol/generated";
import { count } from "../count";

const fr = {
  start: "Touchez les mots dans l’ordre des blancs.",
  left: count("Encore # blanc.", "Encore # blancs."),
  done: "Touchez un mot pour le reprendre.",
  change: "Touchez un blanc pour changer de mot.",
  gap: (gap: number) => `Blanc ${gap}`,
  empty: "vide",
};

const en: typeof fr = {
  start: "Tap the words in the order of the gaps.",
  left: count("# more gap.", "# more gaps."),
  done: "Tap a word to take it back.",
  change: "Tap a gap to change its word.",
  gap: (gap) => `Gap ${gap}`,
  empty: "empty",
};

export const words: Record<Language, typeof fr> = { fr, en };
