import type { overflow as fr } from "./overflow.fr";

/** What a picture of a slide says of its text, in English. */
export const overflow: typeof fr = {
  says: "The text is larger than the slide: shorten it",
};
