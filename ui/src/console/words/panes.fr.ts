import { tiedTable } from "../../design/spaces";

/** The dividers of the desk, in French. */
export const panes = tiedTable({
  side: "Largeur de la colonne de droite",
  next: "Hauteur de la suite",
  now: "Hauteur de la diapositive à l’écran",
  hint: "Glissez pour agrandir ; double-cliquez pour la taille habituelle",
});
