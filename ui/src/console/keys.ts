import type { ConsoleWords } from "./words";

/** The key as people call it. */
export function keyName(key: string, words: ConsoleWords): string {
  return words.keys[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
