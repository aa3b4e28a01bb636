import type { Language } from "../../protocol/generated";

const fr = {
  save: "Garder en image",
  drawing: "Un instant…",
  file: "mon-oiseau",
  picture: "Votre portrait en image",
  hold: "Si rien ne s’est enregistré, appuyez longuement sur l’image.",
  failed: "L’image n’a pas pu être dessinée. Faites plutôt une capture d’écran.",
};

const en: typeof fr = {
  save: "Save as a picture",
  drawing: "One moment…",
  file: "my-bird",
  picture: "Your portrait as a picture",
  hold: "If nothing was saved, press and hold the picture.",
  failed: "The picture could not be drawn. Take a screenshot instead.",
};

export const words: Record<Language, typeof fr> = { fr, en };
