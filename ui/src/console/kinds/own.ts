import { tenths } from "../../stage/kinds/tenths";
import { language, locale } from "../words";

/** A figure to a tenth, as the presenter writes numbers. */
export const decimal = (value: number): string => tenths(value, locale);

const tables = {
  fr: {
    mean: "moyenne",
    spread: "écart type",
    skipped: (n: number) => `${n}\u00a0sans réponse`,
    answers: (n: number) => (n < 2 ? `${n}\u00a0réponse` : `${n}\u00a0réponses`),
    closest: "Réponse la plus proche",
    right: "Juste",
    median: "Médiane",
    half: "Moitié centrale",
  },
  en: {
    mean: "mean",
    spread: "standard deviation",
    skipped: (n: number) => `${n}\u00a0skipped`,
    answers: (n: number) => (n === 1 ? `${n}\u00a0answer` : `${n}\u00a0answers`),
    closest: "Closest answer",
    right: "Right",
    median: "Median",
    half: "Middle half",
  },
};

/** What scale, plane and number say to the presenter beyond what every poll says. */
export const own = tables[language];
