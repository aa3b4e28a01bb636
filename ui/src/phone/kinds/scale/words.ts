import type { Language } from "../../../protocol/generated";
import { count } from "../count";

const fr = {
  tap: "Une valeur par phrase ; passez ce que vous voulez.",
  left: count("# phrase sans réponse.", "# phrases sans réponse."),
  clear: "Effacer",
  mean: (value: string) => `Moyenne de la salle : ${value}`,
};

const en: typeof fr = {
  tap: "One value for each; skip what you like.",
  left: count("# statement skipped.", "# statements skipped."),
  clear: "Clear",
  mean: (value) => `The room’s mean: ${value}`,
};

export const words: Record<Language, typeof fr> = { fr, en };
