import type { Language } from "../../../protocol/generated";

/** What a phone says around a picture, beyond what it says around every question. */
export const words = {
  fr: {
    tap: "Touchez l’image",
    move: "Touchez ailleurs pour déplacer",
    keys: "Déplacer : flèches",
    list: "Choisir dans une liste",
    elsewhere: "Ailleurs",
  },
  en: {
    tap: "Tap the picture",
    move: "Tap elsewhere to move",
    keys: "Move: arrow keys",
    list: "Choose from a list",
    elsewhere: "Elsewhere",
  },
} satisfies Record<Language, object>;
