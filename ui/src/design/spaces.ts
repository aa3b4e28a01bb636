/** Keeps French punctuation on the line of its word: authors type plain spaces. */
export function tied(text: string): string {
  return text.replace(/« /g, "«\u00a0").replace(/ (?=[?!:;»%])/g, "\u00a0");
}
