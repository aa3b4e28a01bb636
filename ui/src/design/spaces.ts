/** Keeps French punctuation on the line of its word: authors type plain spaces. */
export function tied(text: string): string {
  return text.replace(/« /g, "«\u00a0").replace(/ (?=[?!:;»%])/g, "\u00a0");
}

/** A table of French words with every sentence of it tied, those that are made from something as well: its source has plain spaces. */
export function tiedTable<Table>(table: Table): Table {
  return tiedValue(table) as Table;
}

function tiedValue(value: unknown): unknown {
  if (typeof value === "string") return tied(value);
  if (typeof value === "function") {
    const made = (...given: unknown[]): unknown => tiedValue((value as (...given: unknown[]) => unknown)(...given));
    return Object.defineProperty(made, "length", { value: value.length });
  }
  if (Array.isArray(value)) return value.map(tiedValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tiedValue(inner)]));
}
