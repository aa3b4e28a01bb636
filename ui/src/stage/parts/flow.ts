import type { ChangeView } from "../../protocol/generated";

/** More meanings than this are told as bars: their words would not be read from the back row. */
const MOST = 6;
/** The room a meaning's words need, and what stays free between two columns' parts, in hundredths of the drawing's height. */
const WORDS = 16;
const BETWEEN = 2.4;
/** A band this thick has room for its number. */
const NUMBER = 6.3;

/** One meaning in a column: where it begins, how high it is, and where its words stand. All in hundredths of the height. */
export interface Part {
  label: string;
  /** People where the table is told, else the percentage of all who answered. */
  size: number;
  top: number;
  height: number;
}

/** People who went from one meaning to another, or stayed with theirs. */
export interface Band {
  people: number;
  stays: boolean;
  path: string;
  /** Where its number stands; none where it is too thin for one. */
  number: number | null;
}

export interface Drawing {
  before: Part[];
  after: Part[];
  /** None unless the whole table may be told. */
  bands: Band[];
}

const sum = (counts: number[]) => counts.reduce((all, one) => all + one, 0);

/** Whether a change is told by its meanings, and not by rows. */
export const hasColumns = (change: ChangeView): boolean => change.meanings !== null && change.meanings.length > 1 && change.meanings.length <= MOST;

/** Both columns on one scale. With a table they are of the pair's own people, else of all who answered each time. */
export function drawing(change: ChangeView): Drawing {
  const meanings = change.meanings ?? [];
  const { flow } = change;
  const first = flow ? flow.map(sum) : meanings.map((meaning) => meaning.before_percent);
  const second = flow ? meanings.map((_, to) => sum(flow.map((row) => row[to] ?? 0))) : meanings.map((meaning) => meaning.after_percent);
  const scale = Math.min(scaleOf(first), scaleOf(second));
  const labels = meanings.map(({ label }) => label);
  const before = column(labels, first, scale);
  const after = column(labels, second, scale);
  return { before, after, bands: flow ? bands(flow, before, after, scale) : [] };
}

/** Hundredths of the height for one person (or percent), so that every meaning has room for its words. */
function scaleOf(sizes: number[]): number {
  const words = Math.min(WORDS, 100 / sizes.length);
  let high = sizes;
  for (;;) {
    const scale = Math.max(0, 100 - words * (sizes.length - high.length) - BETWEEN * high.length) / Math.max(1, sum(high));
    const still = high.filter((size) => scale * size + BETWEEN >= words);
    if (still.length === high.length) return scale;
    high = still;
  }
}

function column(labels: string[], sizes: number[], scale: number): Part[] {
  const words = Math.min(WORDS, 100 / sizes.length);
  const slots = sizes.map((size) => Math.max(words, scale * size + BETWEEN));
  let top = (100 - sum(slots)) / 2;
  return sizes.map((size, n) => {
    const slot = slots[n] ?? 0;
    const part = { label: labels[n] ?? "", size, top: top + (slot - scale * size) / 2, height: scale * size };
    top += slot;
    return part;
  });
}

function bands(flow: number[][], before: Part[], after: Part[], scale: number): Band[] {
  const arrived = after.map(({ top }) => top);
  return flow.flatMap((row, from) => {
    let start = before[from]?.top ?? 0;
    return row.flatMap((people, to) => {
      if (people === 0) return [];
      const thick = scale * people;
      const end = arrived[to] ?? 0;
      const band = { people, stays: from === to, path: path(start, end, thick), number: thick >= NUMBER ? start + thick / 2 : null };
      start += thick;
      arrived[to] = end + thick;
      return [band];
    });
  });
}

/** From the left edge to the right one, as thick all the way. */
function path(start: number, end: number, thick: number): string {
  const at = (...numbers: number[]) => numbers.map((one) => one.toFixed(2)).join(" ");
  return `M${at(0, start)}C${at(50, start, 50, end, 100, end)}V${at(end + thick)}C${at(50, end + thick, 50, start + thick, 0, start + thick)}Z`;
}
