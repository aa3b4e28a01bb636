import { tiedTable } from "../../design/spaces";

/** The length of the talk, in French. */
export const cut = tiedTable({
  title: "Durée de l’exposé",
  what: "L’exposé reste sur cette diapositive, ou va à la première qui suit dans l’autre durée. Aucune réponse n’est perdue ; une question ouverte que l’autre durée n’a pas se ferme.",
  legend: "En combien de minutes",
  minutes: (minutes: number) => `${minutes} min`,
  done: (minutes: number) => `L’exposé continue dans sa version de ${minutes} minutes.`,
});
