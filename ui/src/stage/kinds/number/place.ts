import type { Bin, NumberView } from "../../../protocol/generated";

/**
 * Where a number stands across bins of equal width on the slide, from 0 at the left edge to 1 at the right one. Within a
 * bin it stands in proportion; in one without an end in the middle, for nobody knows better; beyond all bins at the edge.
 */
export function placeOf(value: number, bins: readonly Bin[], { step }: NumberView): number {
  const index = bins.findIndex((_, place) => value < (bins[place + 1]?.from ?? Infinity));
  const bin = bins[index];
  if (!bin) return 0.5;
  return (index + within(value, bin, step)) / bins.length;
}

/** Each number takes its step's width: one that is alone in its bin stands in the middle. */
function within(value: number, { from, to }: Bin, step: number): number {
  if (from === null || to === null) return 0.5;
  return Math.min(1, Math.max(0, (value - from + step / 2) / (to - from + step)));
}

/** Whether a number is in a bin. */
export function isIn(value: number, { from, to }: Bin): boolean {
  return (from ?? -Infinity) <= value && value <= (to ?? Infinity);
}

/** A number under the columns. */
export interface Tick {
  /** Where, from 0 at the left edge to 1 at the right one. */
  at: number;
  text: string;
}

/**
 * The numbers under the columns: under the middle of a bin that holds one number, else at the borders between bins.
 * `letters` is how many characters there is room for beside each other; where there are more, every second number is
 * left out, or more of them.
 */
export function ticksOf(bins: readonly Bin[], written: (value: number) => string, letters: number): Tick[] {
  const single = bins.every(({ from, to }) => from === null || to === null || from === to);
  const numbers = single
    ? bins.map((bin, place) => ({ at: (place + 0.5) / bins.length, text: single ? ends(bin, written) : "" }))
    : borders(bins).map(({ at, value }) => ({ at, text: written(value) }));
  const longest = Math.max(1, ...numbers.map(({ text }) => text.length));
  const every = Math.max(1, Math.ceil((numbers.length * (longest + 1.5)) / letters));
  return numbers.filter((_, place) => place % every === 0);
}

function ends({ from, to }: Bin, written: (value: number) => string): string {
  return from === null ? `≤\u00a0${written(to ?? 0)}` : to === null ? `≥\u00a0${written(from)}` : written(from);
}

function borders(bins: readonly Bin[]): { at: number; value: number }[] {
  const numbers = bins.map(({ from }, place) => ({ at: place / bins.length, value: from }));
  const last = bins.at(-1)?.to ?? null;
  return [...numbers, { at: 1, value: last }].filter((border): border is { at: number; value: number } => border.value !== null);
}
