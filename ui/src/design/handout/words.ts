import type { Language } from "../language";
import { en } from "./words.en";
import { fr } from "./words.fr";

export type HandoutWords = typeof fr;

export const words: Record<Language, HandoutWords> = { fr, en };
