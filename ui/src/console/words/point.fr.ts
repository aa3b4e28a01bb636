import { tiedTable } from "../../design/spaces";

/** Pointing and drawing, in French. */
export const point = tiedTable({
  title: "Montrer et dessiner",
  tool: "Outil",
  tools: { dot: "Pointeur", spotlight: "Projecteur", zoom: "Loupe", pen: "Stylo" },
  hint: { dot: "Déplacez la souris sur l’image : la salle voit le point.", spotlight: "Le reste de la diapositive s’assombrit.", zoom: "La salle voit deux fois plus grand autour de la souris.", pen: "Dessinez en gardant le bouton enfoncé." },
  hold: "Gardez le bouton enfoncé : la salle voit où vous montrez.",
  undo: "Annuler le trait",
  clear: "Tout effacer",
  gone: "Ce que vous dessinez disparaît à la diapositive suivante ; rien n’en est gardé.",
  picture: "La diapositive à l’écran",
});
