/** Where birds sit. All lengths are stage units. */

/** The most birds on the wire at once, and in one group: what eight metres and sixty frames a second allow. */
export const MOST_BIRDS = 100;
const MOST_IN_GROUP = 60;

/** Shares `total` birds out in proportion, by largest remainder; the parts always add up. */
export function apportion(weights: number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum <= 0 || total <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight / sum) * total);
  const parts = exact.map(Math.floor);
  const missing = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, n) => ({ n, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.n - b.n);
  for (const { n } of byRemainder.slice(0, missing)) parts[n] = (parts[n] ?? 0) + 1;
  return parts;
}

/** How many people one bird stands for, so that neither the flock nor one group grows too large. */
export function peoplePerBird(people: number, largestShare: number): number {
  for (const per of [1, 2, 5, 10, 20, 50, 100, 200, 500]) {
    const birds = people / per;
    if (birds <= MOST_BIRDS && (birds * largestShare) / 100 <= MOST_IN_GROUP) return per;
  }
  return 1_000;
}

export interface Grid {
  columns: number;
  cell: number;
}

/** The largest a bird of a flock may be: more would be a portrait. */
export const LARGEST = 200;

/** The largest birds with which a group of `most` fits into `width` × `height`: the flock fills its sky. */
export function gridFor(most: number, width: number, height: number, largest = LARGEST): Grid {
  let best: Grid = { columns: 1, cell: 0 };
  for (let columns = 1; columns <= 12; columns++) {
    const cell = Math.min(width / columns, height / Math.ceil(Math.max(1, most) / columns), largest);
    if (cell > best.cell + 0.01) best = { columns, cell };
  }
  return best;
}

/** Seat `n` of a group that stands on `baseline` and is centred on `x`: the top left corner of its cell. */
export function seatOf(n: number, inGroup: number, x: number, baseline: number, grid: Grid): { x: number; y: number } {
  const row = Math.floor(n / grid.columns);
  const inRow = Math.min(grid.columns, inGroup - row * grid.columns);
  const column = n % grid.columns;
  return { x: x - (inRow * grid.cell) / 2 + column * grid.cell, y: baseline - (row + 1) * grid.cell };
}
