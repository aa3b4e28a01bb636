import type { Language } from "../../../protocol/generated";

/** What a phone says around a picture, beyond what it says around every question. */
export const words = {
  fr: {
    tap: "Touchez l’image",
    move: "Touchez ailleurs pour déplacer",
    keys: "Flèches : déplacer ; avec Maj : plus loin",
    list: "Choisir dans une liste",
    elsewhere: "Ailleurs",
  },
  en: {
    tap: "Tap the picture",
    move: "Tap elsewhere to move",
    keys: "Arrow keys move, with Shift farther",
    list: "Choose from a list",
    elsewhere: "Elsewhere",
  },
} satisfies Record<Language, object>;
