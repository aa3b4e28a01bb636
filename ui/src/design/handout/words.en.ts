import type { fr } from "./words.fr";

/** The talk on paper, in English. */
export const en: typeof fr = {
  title: "Handout",
  what: "The slides as a PDF, with what the room answered.",
  whatAlone: "The slides as a PDF.",
  pages: "A page for each",
  each: { slides: "slide", steps: "step, as the room saw it" },
  notes: "With my notes under each slide",
  save: "Save the PDF",
  button: "Handout (PDF)",
  of: (title) => `Handout (PDF) of “${title}”`,
  ofSession: (title, when) => `Handout (PDF): “${title}”, ${when}`,
  saved: (where) => `Handout saved: ${where}`,
};
