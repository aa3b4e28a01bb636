import type { Language } from "../../../protocol/generated";
import { count } from "../count";

const fr = {
  tap: "Touchez le carré, ou glissez.",
  left: count("Encore # à placer, ou à passer.", "Encore # à placer, ou à passer."),
  clear: "Effacer",
  back: "Précédent",
  on: "Suivant",
  none: "pas encore placé",
  axis: (from: string, to: string) => `De « ${from} » à « ${to} »`,
};

const en: typeof fr = {
  tap: "Tap the square, or slide.",
  left: count("# left to place, or to skip.", "# left to place, or to skip."),
  clear: "Clear",
  back: "Previous",
  on: "Next",
  none: "not placed yet",
  axis: (from, to) => `From “${from}” to “${to}”`,
};

export const words: Record<Language, typeof fr> = { fr, en };
