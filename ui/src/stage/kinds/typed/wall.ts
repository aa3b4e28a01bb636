import type { ShownText } from "../../../protocol/generated";
import type { Measure } from "./measure.svelte";

/** What is drawn of a text: which one, in how many lines at most. */
export interface Card {
  text: ShownText;
  lines: number;
}

/** Cards in columns, all in one size of letters. */
export interface Wall {
  /** The size of the letters, in units of the stage. */
  size: number;
  columns: Card[][];
}

/** The room for cards, in units of the stage, and what they take beside their text. */
export interface Space {
  width: number;
  height: number;
  /** What a card has under its text. */
  foot: (text: ShownText) => number;
}

/** Sizes of letters, and in how many columns they are tried: the first in which all texts have room. */
const LOOKS: [columns: number, size: number][] = [[1, 72], [1, 56], [2, 56], [2, 48], [2, 42], [3, 42], [2, 36], [3, 36], [3, 32], [4, 32], [3, 28], [4, 28]];
/** Themes are read beside each other, so their letters are of one size. */
export const THEMED = 30;
/** Lines as tall as that are to be read from the last row. */
export const LINE = 1.3;
/** Between cards, and inside a card around its text: beside, and above and below; all to the size of its letters. */
export const GAP = 0.55;
export const INSIDE = 0.75;
export const ABOVE = 0.5;

/** How many lines a text takes, where a word that is too long is broken. */
export function lines(text: string, width: number, size: number, measure: Measure): number {
  const blank = measure(" ", size);
  const lineful = (line: string) => {
    let count = 1;
    let used = 0;
    for (const word of line.split(/\s+/)) {
      const wide = measure(word, size);
      if (used && used + blank + wide > width) {
        count++;
        used = 0;
      }
      if (wide > width) {
        const more = Math.ceil(wide / width) - 1;
        count += more;
        used = wide - more * width;
      } else used += (used ? blank : 0) + wide;
    }
    return count;
  };
  return text.split("\n").reduce((sum, line) => sum + lineful(line), 0);
}

/**
 * Arranges texts, the first ones first, in the largest letters in which all of them have room; when there is none, as many as
 * fit in the smallest. A text that is longer than a column is cut short.
 */
export function wall(texts: readonly ShownText[], space: Space, measure: Measure): Wall {
  if (!texts.length || space.width <= 0 || space.height <= 0) return { size: LOOKS[0]![1], columns: [] };
  for (const [columns, size] of LOOKS) {
    if (columns > texts.length) continue;
    const arranged = inColumns(texts, space, columns, size, measure);
    if (arranged.flat().length === texts.length && !arranged.flat().some((card) => card.lines < card.all)) return { size, columns: arranged };
  }
  const [columns, size] = LOOKS.at(-1)!;
  return { size, columns: inColumns(texts, space, Math.min(columns, texts.length), size, measure) };
}

/** Puts each text into the column that is shortest so far, as long as there is room in any. */
export function inColumns(texts: readonly ShownText[], space: Space, count: number, size: number, measure: Measure): (Card & { all: number })[][] {
  const width = (space.width - (count - 1) * GAP * size) / count - 2 * INSIDE * size;
  const columns = Array.from({ length: count }, () => ({ height: 0, cards: [] as (Card & { all: number })[] }));
  for (const text of texts) {
    const all = lines(text.text, width, size, measure);
    const around = 2 * ABOVE * size + space.foot(text);
    const most = Math.max(1, Math.floor((space.height - around) / (LINE * size)));
    const height = Math.min(all, most) * LINE * size + around;
    const column = columns.reduce((shortest, one) => (one.height < shortest.height ? one : shortest));
    const start = column.height ? column.height + GAP * size : 0;
    // A shorter one may still have room.
    if (start + height > space.height + 1) continue;
    column.height = start + height;
    column.cards.push({ text, lines: Math.min(all, most), all });
  }
  return columns.map((column) => column.cards);
}

/** The largest letters in which one text has the room to itself; when none is small enough, the smallest and as many lines as fit. */
export function alone(text: ShownText, space: Space, measure: Measure): { size: number; lines: number } {
  const most = (size: number) => Math.max(1, Math.floor((space.height - 2 * LARGE * size - space.foot(text)) / (LINE * size)));
  const all = (size: number) => lines(text.text, space.width - 2.6 * LARGE * size, size, measure);
  const size = [96, 84, 72, 62, 54, 46, 40, 36, 32].find((size) => all(size) <= most(size)) ?? 28;
  return { size, lines: Math.min(all(size), most(size)) };
}

/** What a card that has the slide to itself has around its text, to the size of its letters. */
export const LARGE = 0.6;
