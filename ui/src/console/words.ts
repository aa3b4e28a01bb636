import type { ActionId } from "../actions/actions";
import type { Effect } from "./logic/next";
import type { AddressReason } from "./logic/address";
import type { Shown } from "./logic/ballots";
import { languageOf } from "../design/language";
import { en } from "./words.en";
import { fr } from "./words.fr";

/** The table of the French words, held to have words for everything that may need some. */
export type ConsoleWords = typeof fr & {
  actions: Record<ActionId, string>;
  effects: Record<Effect, string>;
  room: { reasons: Record<AddressReason, string> };
  ballots: { shown: Record<Shown, string> };
};

const LANGUAGES: Record<"fr" | "en", ConsoleWords> = { fr, en };

/** The presenter's language: the one chosen at home, else French for a French browser and English otherwise. It is not always the talk's. */
export const language: "fr" | "en" = languageOf(globalThis.location?.search ?? "", globalThis.navigator?.language ?? "");

/** For dates and times: the presenter's own habits where they speak that language, 24 hours in London and 12 in Boston. */
export const locale: string =
  typeof navigator !== "undefined" && navigator.language.startsWith(language) ? navigator.language : language;

export const words: ConsoleWords = LANGUAGES[language];
