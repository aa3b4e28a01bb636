import { tiedTable } from "../../design/spaces";

/** What a picture of a slide says of its text, in French. */
export const overflow = tiedTable({
  says: "Le texte déborde de la diapositive\u00a0: raccourcissez-le",
});
