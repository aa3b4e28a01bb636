// @vitest-environment jsdom
import { describe, expect, it } from "vitest";

/**
 * Every table of words of the pages. That both languages have the same keys is held by their types; what types do not see is held
 * here: that no sentence is empty, forgotten in the other language's words, or set with another language's signs.
 */
const tables = import.meta.glob<Record<string, unknown>>(["./**/words.ts", "./**/words/*.ts", "./**/words.*.ts", "!./**/*.test.ts"], { eager: true });

/** What is the same in both languages, and rightly: figures, proper names, the names of languages in themselves, and these. */
const SAME = /^[\d\s\p{P}\p{S}]*$|^(?:\+? ?\d+\s(?:min|s|questions|points)|Page [↑↓]|Android|iPhone|Windows|macOS|Linux \(GNOME\)|PDF|Excel|Markdown|CSV|JSON|Français|English|Menu|Pause|Console|Notes|vote|Bravo|Questions(?: · \d)?)$/u;

type Words = Record<string, unknown>;
const isTable = (value: unknown): value is Words => typeof value === "object" && value !== null;

/** Pairs of tables in one module or two: `{ fr, en }`, or `x.fr.ts` beside `x.en.ts`. */
function pairs(): [name: string, fr: Words, en: Words][] {
  const found: [string, Words, Words][] = [];
  for (const [path, module] of Object.entries(tables)) {
    const twin = path.replace(/\.fr\.ts$/, ".en.ts");
    if (twin !== path) {
      expect(tables[twin], `${path} has a twin`).toBeDefined();
      for (const [name, fr] of Object.entries(module)) found.push([`${path} ${name}`, { it: fr }, { it: tables[twin]?.[name === "fr" ? "en" : name] }]);
    }
    for (const [name, value] of Object.entries(module)) {
      if (isTable(value) && isTable(value["fr"]) && isTable(value["en"])) found.push([`${path} ${name}`, value["fr"], value["en"]]);
    }
  }
  return found;
}

/** Every sentence of a table with where it stands; those made from something are made from numbers and then from words. */
function sentences(value: unknown, at = ""): [string, string][] {
  if (typeof value === "string") return [[at, value]];
  if (typeof value === "function") {
    return [2, "2"].flatMap((given) => {
      try {
        const made: unknown = value(...Array<unknown>(Math.max(1, value.length)).fill(given));
        return typeof made === "string" ? [[`${at}(${given})`, made] as [string, string]] : sentences(made, `${at}()`);
      } catch {
        // It wants something else than this.
        return [];
      }
    });
  }
  return isTable(value) ? Object.entries(value).flatMap(([key, inner]) => sentences(inner, at ? `${at}.${key}` : key)) : [];
}

describe("the words of the pages", () => {
  const all = pairs();

  it("are found, all of them", () => {
    expect(all.length).toBeGreaterThan(20);
    expect(all.flatMap(([, fr]) => sentences(fr)).length).toBeGreaterThan(700);
  });

  it.each(all)("%s: both languages say something, and not the same", (_, fr, en) => {
    const english = new Map(sentences(en));
    const wrong = sentences(fr).filter(([at, french]) => {
      const other = english.get(at);
      if (other === undefined || (french.trim() === "") !== (other.trim() === "")) return true;
      return french === other && !SAME.test(french);
    });
    expect(wrong).toEqual([]);
  });

  // Phones set theirs when they draw, with what the talk says.
  it.each(all.filter(([name]) => !name.startsWith("./phone/")))("%s: no sign of the French leaves its word at the end of a line", (_, fr) => {
    expect(sentences(fr).filter(([, said]) => /« | [?!:;»%]/.test(said))).toEqual([]);
  });

  it.each(all)("%s: each language has its own signs", (_, fr, en) => {
    const french = /[“”"]|\w'\w|[^\s«\u00a0\u202f?!][?!;»](?:\s|$)|\.\.\./u;
    const english = /[«»"]|\w'\w|\s[?!;:](?! key)(?:\s|$)|\.\.\./u;
    expect(sentences(fr).filter(([, said]) => french.test(said))).toEqual([]);
    expect(sentences(en).filter(([, said]) => english.test(said))).toEqual([]);
  });
});
