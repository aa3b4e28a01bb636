import type { Language } from "../../../protocol/generated";
import { count } from "../count";

const fr = {
  start: "Touchez à gauche, puis à droite.",
  partner: "Et maintenant, ce qui va avec.",
  left: count("Encore # à relier.", "Encore # à relier."),
  done: "Tout est relié ; touchez deux choses pour changer.",
  loose: "pas encore relié",
  with: (text: string) => `avec : ${text}`,
  same: (percent: string) => `${percent} comme vous`,
  found: (percent: string) => `${percent} l’ont trouvé`,
  you: (text: string) => `vous : ${text}`,
};

const en: typeof fr = {
  start: "Tap on the left, then on the right.",
  partner: "And now what goes with it.",
  left: count("# more to match.", "# more to match."),
  done: "All matched; tap two things to change.",
  loose: "not matched yet",
  with: (text) => `with: ${text}`,
  same: (percent) => `${percent} like you`,
  found: (percent) => `${percent} found it`,
  you: (text) => `you: ${text}`,
};

export const words: Record<Language, typeof fr> = { fr, en };
