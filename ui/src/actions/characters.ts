/**
 * Whether keys of a single character (letters, digits, signs) do anything: who speaks to the computer instead of typing turns them
 * off (WCAG 2.2, 2.1.4). Both windows ask, as both have the same origin.
 */
const NAME = "gazouillis.characters";

export function charactersAct(): boolean {
  try {
    return localStorage.getItem(NAME) !== "off";
  } catch {
    return true;
  }
}

export function letCharactersAct(act: boolean): void {
  try {
    if (act) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, "off");
  } catch {
    // Storage may be full or forbidden; then they act as ever.
  }
}

/** Whether a key is a single character. The space is none here: it presses what has the focus, and goes on. */
export function isCharacter(key: string): boolean {
  return [...key].length === 1 && key !== " ";
}
