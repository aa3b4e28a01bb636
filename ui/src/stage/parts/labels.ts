/** How wide a letter of a name is, as a share of its height: about what those of our titles are. */
const LETTER = 0.485;
/** What names under birds are written in where there is room, and what they stay above. */
const LARGEST = 38;
export const SMALLEST = 28;

/** The letters in which all of these names stand side by side, each in a column `wide` units wide; the longest break where there are many. */
export function nameSize(names: readonly string[], wide: number): number {
  const longest = Math.max(1, ...names.map((name) => name.length));
  return Math.max(SMALLEST, Math.min(LARGEST, (wide - 4) / (longest * LETTER)));
}
