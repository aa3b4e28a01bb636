import { actionOf, type ActionId } from "../actions/actions";
import { isCharacter } from "../actions/characters";
import type { ConsoleWords } from "./words";

/** The key that is shown for an action: one that does nothing now is not. */
export function keyOf(id: ActionId, characters: boolean): string | undefined {
  return actionOf(id).keys.find((key) => characters || !isCharacter(key));
}

/** The key as people call it. */
export function keyName(key: string, words: ConsoleWords): string {
  return words.keys[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
