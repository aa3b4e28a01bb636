import { tiedTable } from "../../design/spaces";

/** What is seen in the room, in French. */
export const observe = tiedTable({
  title: "Observer la salle",
  tab: "Observer",
  total: (seen: number) => (seen === 0 ? "Rien encore" : seen === 1 ? "1 attitude vue" : `${seen} attitudes vues`),
  oneMore: "Un de plus",
  less: (name: string) => `Un de moins : ${name}`,
  counted: (name: string, count: number) => `${name} : ${count}`,
  keys: (last: number) => `1 à ${last} : un de plus. Maj + chiffre : un de moins. Retour arrière : annuler.`,
  show: "Montrer à la salle, à côté des votes",
  showWhere: "Sur la diapositive des profils ; gardé à part dans la synthèse.",
  showNowhere: "Cet exposé n’a pas de diapositive des profils : ce sera dans la synthèse seulement.",
  over: "La séance est terminée : plus rien ne se compte.",
  seenToo: (seen: number) => `La salle voit aussi ce que vous avez observé : ${seen === 1 ? "1 attitude" : `${seen} attitudes`}.`,
  none: "Cet exposé n’a pas de profils à observer. Ajoutez « typology: » en tête de son fichier.",
});
