import { language } from "../words";
import { tiedTable } from "../../design/spaces";

const fr = tiedTable({
  title: "Questionnaire",
  done: (n: number): string => (n < 2 ? "a tout répondu" : "ont tout répondu"),
  begun: (n: number, here: number) => `${n} sur ${here} ${n < 2 ? "a commencé" : "ont commencé"}`,
  show: "Résultats",
  showOf: (ask: string) => `Montrer les résultats : ${ask}`,
  whenClosed: "Suivant ferme toutes les questions d’un coup, puis montre les résultats l’un après l’autre.",
});

const en: typeof fr = {
  title: "Survey",
  done: (n) => (n === 1 ? "has answered all" : "have answered all"),
  begun: (n, here) => `${n} of ${here} ${n === 1 ? "has" : "have"} begun`,
  show: "Results",
  showOf: (ask) => `Show the results: ${ask}`,
  whenClosed: "Next closes all questions at once, then shows their results one by one.",
};

/** Both, for whoever compares them. */
export const tables = { fr, en };
export const words = { fr, en }[language];
