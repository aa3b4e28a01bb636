import { tiedTable } from "../spaces";

/** The talk on paper, in French. */
export const fr = tiedTable({
  title: "Support de l’exposé",
  what: "Les diapositives en PDF, avec ce que la salle a répondu.",
  whatAlone: "Les diapositives en PDF.",
  pages: "Une page par",
  each: { slides: "diapositive", steps: "étape, comme la salle l’a vue" },
  notes: "Avec mes notes sous chaque diapositive",
  save: "Enregistrer le PDF",
  button: "Support (PDF)",
  of: (title: string) => `Support (PDF) de « ${title} »`,
  ofSession: (title: string, when: string) => `Support (PDF) : « ${title} », ${when}`,
  saved: (where: string) => `Support enregistré : ${where}`,
});
