import type { Language } from "../../../protocol/generated";

/** What the stage says around a picture. */
export const words = {
  fr: {
    around: "Au même endroit",
    elsewhere: "Ailleurs",
    found: (hits: string, of: string) => `${hits} sur ${of} au bon endroit`,
    missing: "L’image ne vient pas.",
  },
  en: {
    around: "In the same spot",
    elsewhere: "Elsewhere",
    found: (hits: string, of: string) => `${hits} of ${of} in the right place`,
    missing: "The picture does not come.",
  },
} satisfies Record<Language, object>;
