import type { SummaryFormat } from "../../platform";

/** What each format of a summary is for. */
export const fr: Record<SummaryFormat, { name: string; what: string }> = {
  pdf: { name: "PDF", what: "À lire et à transmettre" },
  xlsx: { name: "Excel", what: "Un classeur avec des graphiques" },
  html: { name: "Page web", what: "Un seul fichier, pour un intranet" },
  md: { name: "Markdown", what: "Pour un wiki ou un message" },
  png: { name: "Image", what: "La salle d’un coup d’œil" },
  csv: { name: "CSV", what: "Un tableau, à trier" },
  json: { name: "JSON", what: "Pour un programme" },
  zip: { name: "Tout (ZIP)", what: "Tous les formats et chaque graphique" },
};
