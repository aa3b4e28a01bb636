import type { Language } from "../design/language";
import { en } from "./words.en";
import { fr } from "./words.fr";

/** Every word of home. */
export type HomeWords = typeof fr;

export const LANGUAGES: Record<Language, HomeWords> = { fr, en };
