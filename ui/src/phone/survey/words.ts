import type { Language } from "../../protocol/generated";

const fr = {
  name: "Questionnaire",
  count: (at: number, all: number) => `Question ${at} sur ${all}`,
  previous: "Question précédente",
  next: "Suivante",
  end: "Terminer",
  all: "Tout est répondu",
  left: (n: number) => (n === 1 ? "Il reste une question" : `Il reste ${n} questions`),
  change: "Touchez une question pour y revenir : tout se change jusqu’à la clôture.",
  closed: "C’est clos",
  answeredOf: (n: number, all: number) => (n === 0 ? "Vous n’avez répondu à aucune question." : `Vous avez répondu à ${n} sur ${all}. Les résultats arrivent à l’écran.`),
  answered: "répondu",
  unsent: "pas envoyé",
  open: "à faire",
  none: "sans réponse",
};

const en: typeof fr = {
  name: "Survey",
  count: (at, all) => `Question ${at} of ${all}`,
  previous: "Previous question",
  next: "Next",
  end: "Finish",
  all: "All answered",
  left: (n) => (n === 1 ? "One question left" : `${n} questions left`),
  change: "Tap a question to go back to it: everything may be changed until voting closes.",
  closed: "Voting closed",
  answeredOf: (n, all) => (n === 0 ? "You answered none of the questions." : `You answered ${n} of ${all}. The results come up on the screen.`),
  answered: "answered",
  unsent: "not sent",
  open: "to do",
  none: "no answer",
};

export const words: Record<Language, typeof fr> = { fr, en };
