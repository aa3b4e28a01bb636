import type { fr } from "./words.fr";

export const en: typeof fr = {
  pdf: { name: "PDF", what: "To read and forward" },
  xlsx: { name: "Excel", what: "A workbook with charts" },
  html: { name: "Web page", what: "One file, for an intranet" },
  md: { name: "Markdown", what: "For a wiki or a message" },
  png: { name: "Picture", what: "The room at a glance" },
  csv: { name: "CSV", what: "One table, to sort" },
  json: { name: "JSON", what: "For a program" },
  zip: { name: "All (ZIP)", what: "Every format and every chart" },
};
