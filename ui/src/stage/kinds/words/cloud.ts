import type { WordFigure } from "../../../protocol/generated";
import type { Measure } from "../typed/measure.svelte";

/** A word with its place: its middle, from the middle of the box, and its size, all in units of the stage. */
export interface Placed {
  text: string;
  count: number;
  x: number;
  y: number;
  size: number;
}

export interface Box {
  width: number;
  height: number;
}

/** The smallest text on the stage. */
const SMALLEST = 28;
/** A word alone is not to fill the slide. */
const LARGEST = 190;
/** How tall a line is to its letters' size, and the blank that a word has beside it. */
const LINE = 1.08;
const BESIDE = 0.32;
/** Cells of the grid on which words are laid: finer costs time, coarser leaves holes. */
const CELL = 8;
/** How much of the box words may cover, at first; less, until all of them find a place. */
const COVER = 0.6;
const LESS = 0.9;
const TRIES = 8;
/** How many words are laid, or measured, before the work may be left off. */
const FEW = 16;

/**
 * Lays out a cloud: the more often a word was given, the larger it is and the nearer to the middle. Words keep the place they
 * had where it is still free, so that a cloud grows rather than jumps. What finds no room at the smallest size is left
 * out. The same words in the same box always give the same cloud. It may be left off after every few words, and goes on.
 */
export function* cloud(
  words: readonly WordFigure[],
  box: Box,
  measure: Measure,
  before: ReadonlyMap<string, Placed> = new Map(),
  smallest = SMALLEST,
): Generator<void, Placed[]> {
  const most = words[0]?.count ?? 0;
  if (!most || box.width < CELL || box.height < CELL) return [];
  // The area of a word grows with its count, and so do its letters with the root of it.
  const parts = words.map((word) => Math.sqrt(word.count / most));
  const widths: number[] = [];
  for (const { text } of words) {
    widths.push(measure(text, 1));
    if (widths.length % FEW === 0) yield;
  }
  const widest = Math.max(...widths.map((width, n) => width * parts[n]!));
  const sizesAt = (size: number) => parts.map((part) => Math.max(smallest, size * part));
  const area = (sizes: number[]) => sizes.reduce((sum, size, n) => sum + (widths[n]! + BESIDE) * LINE * size * size, 0);
  let size = Math.min(LARGEST, (0.92 * box.width) / widest, 0.5 * box.height);
  while (size > smallest && area(sizesAt(size)) > COVER * box.width * box.height) size *= LESS;
  for (let tries = 1; ; tries++) {
    const placed = yield* lay(words, sizesAt(size), box, measure, before);
    if (placed.length === words.length || tries === TRIES || size <= smallest) return placed;
    size *= LESS;
  }
}

/** How many of the words that were laid found no place, of those that are still shown: what is not laid yet is only on its way. */
export function leftOut(laid: readonly { text: string }[], placed: readonly { text: string }[], shown: ReadonlySet<string>): number {
  const drawn = new Set(placed.map(({ text }) => text));
  return laid.filter(({ text }) => shown.has(text) && !drawn.has(text)).length;
}

/** First those whose place is still free, then the others from the middle outwards; within each, the largest first. */
function* lay(words: readonly WordFigure[], sizes: number[], box: Box, measure: Measure, before: ReadonlyMap<string, Placed>): Generator<void, Placed[]> {
  const grid = new Grid(box);
  const cells = words.map(({ text }, n) => ({
    width: Math.ceil((measure(text, sizes[n]!) + BESIDE * sizes[n]!) / CELL),
    height: Math.ceil((LINE * sizes[n]!) / CELL),
  }));
  const places = words.map(({ text }, n) => grid.again(cells[n]!.width, cells[n]!.height, before.get(text)));
  for (const [n, { width, height }] of cells.entries()) {
    places[n] ??= grid.place(width, height);
    if (n % FEW === FEW - 1) yield;
  }
  return words.flatMap(({ text, count }, n) => (places[n] ? { text, count, size: sizes[n]!, ...places[n] } : []));
}

/** Which cells are taken: a row is a string of bits, so that a word is tested a row at a time. */
class Grid {
  private readonly columns: number;
  private readonly rows: number;
  private readonly taken: Uint32Array;
  private readonly span: number;
  /** All cells, from the middle outwards. */
  private readonly outwards: Uint32Array;
  /** For each height, how far out a word of each width had to go: what is as large or larger cannot stand nearer. */
  private readonly reached: Uint32Array[] = [];

  constructor(private readonly box: Box) {
    this.columns = Math.floor(box.width / CELL);
    this.rows = Math.floor(box.height / CELL);
    this.span = Math.ceil(this.columns / 32);
    this.taken = new Uint32Array(this.span * this.rows);
    this.outwards = spiral(this.columns, this.rows);
  }

  /** The place that a word had, when it is free; a place is its middle, from the middle of the box. */
  again(width: number, height: number, before: { x: number; y: number } | undefined): { x: number; y: number } | undefined {
    if (!before) return undefined;
    const column = Math.round((before.x + this.box.width / 2) / CELL - width / 2);
    const row = Math.round((before.y + this.box.height / 2) / CELL - height / 2);
    return this.isFree(column, row, width, height) ? this.take(column, row, width, height) : undefined;
  }

  /** The nearest place to the middle; undefined when there is none. */
  place(width: number, height: number): { x: number; y: number } | undefined {
    for (let at = this.nearest(width, height); at < this.outwards.length; at++) {
      const cell = this.outwards[at]!;
      const column = (cell % this.columns) - (width >> 1);
      const row = Math.floor(cell / this.columns) - (height >> 1);
      if (!this.isFree(column, row, width, height)) continue;
      this.reach(width, height, at);
      return this.take(column, row, width, height);
    }
    this.reach(width, height, this.outwards.length);
    return undefined;
  }

  private reach(width: number, height: number, at: number): void {
    (this.reached[height] ??= new Uint32Array(this.columns + 1))[Math.min(width, this.columns)] = at;
  }

  private nearest(width: number, height: number): number {
    let far = 0;
    // The middle of an odd word and that of an even one are half a cell apart: only the like are compared.
    for (let tall = height; tall > 0; tall -= 2) {
      const reached = this.reached[tall];
      if (reached) for (let wide = Math.min(width, this.columns); wide > 0; wide -= 2) if (reached[wide]! > far) far = reached[wide]!;
    }
    return far;
  }

  private isFree(column: number, row: number, width: number, height: number): boolean {
    if (column < 0 || row < 0 || column + width > this.columns || row + height > this.rows) return false;
    const first = column >> 5;
    const last = (column + width - 1) >> 5;
    for (let block = first; block <= last; block++) {
      const mask = bits(column - block * 32, column + width - block * 32);
      for (let line = row; line < row + height; line++) if (this.taken[line * this.span + block]! & mask) return false;
    }
    return true;
  }

  private take(column: number, row: number, width: number, height: number): { x: number; y: number } {
    for (let block = column >> 5; block <= (column + width - 1) >> 5; block++) {
      const mask = bits(column - block * 32, column + width - block * 32);
      for (let line = row; line < row + height; line++) this.taken[line * this.span + block]! |= mask;
    }
    return { x: (column + width / 2) * CELL - this.box.width / 2, y: (row + height / 2) * CELL - this.box.height / 2 };
  }
}

/** The bits from one place to before another, of the 32 there are. */
function bits(from: number, to: number): number {
  const low = from <= 0 ? -1 : -1 << from;
  const high = to >= 32 ? 0 : -1 << to;
  return low & ~high;
}

const spirals = new Map<string, Uint32Array>();

/** All cells of a grid, by how far they are from its middle; what is beside counts less than what is above, as slides are wide. */
function spiral(columns: number, rows: number): Uint32Array {
  const name = `${columns}x${rows}`;
  const known = spirals.get(name);
  if (known) return known;
  // Distance and cell in one number: so they are sorted as numbers, which is many times quicker than by a comparison.
  const CELLS = 2 ** 20;
  const far = new Float64Array(columns * rows);
  for (let cell = 0; cell < far.length; cell++) {
    const x = ((cell % columns) - columns / 2) / columns;
    const y = (Math.floor(cell / columns) - rows / 2) / rows;
    far[cell] = Math.round((x * x + y * y) * 1e7) * CELLS + cell;
  }
  const cells = Uint32Array.from(far.sort(), (one) => one % CELLS);
  spirals.clear();
  spirals.set(name, cells);
  return cells;
}
