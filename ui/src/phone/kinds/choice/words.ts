import type { Language } from "../../../protocol/generated";
import { count } from "../count";

const fr = {
  other: "Autre…",
  write: "Écrivez votre réponse.",
  noOpinion: "Sans opinion",
  several: "Plusieurs réponses possibles.",
  exactly: count("# réponse à choisir.", "# réponses à choisir."),
  between: (min: number, max: number) => `De ${min} à ${max} réponses.`,
  atLeast: count("", "Au moins # réponses."),
  atMost: count("# réponse au plus.", "# réponses au plus."),
  more: count("Encore # réponse au moins.", "Encore # réponses au moins."),
  left: count("Encore # choix possible.", "Encore # choix possibles."),
  full: "C’est le maximum : retirez-en une pour changer.",
  ballots: count("# voix", "# voix"),
  areYouSure: "Et c’est…",
  sure: "Sûr",
  unsure: "Pas sûr",
};

const en: typeof fr = {
  other: "Other…",
  write: "Write your answer.",
  noOpinion: "No opinion",
  several: "Several answers possible.",
  exactly: count("# answer to choose.", "# answers to choose."),
  between: (min, max) => `${min} to ${max} answers.`,
  atLeast: count("", "At least # answers."),
  atMost: count("# answer at most.", "# answers at most."),
  more: count("At least # more answer.", "At least # more answers."),
  left: count("# more choice possible.", "# more choices possible."),
  full: "That’s the maximum: take one away to change.",
  ballots: count("# vote", "# votes"),
  areYouSure: "And you are",
  sure: "Sure",
  unsure: "Not sure",
};

export const words: Record<Language, typeof fr> = { fr, en };
