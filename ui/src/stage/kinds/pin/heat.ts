import type { PinFigures } from "../../../protocol/generated";
import type { Rgb } from "./ramp";

/** How many people it takes for each colour, ascending, from 1 on. */
export type Levels = readonly number[];

/** The most colours that can be told apart over a picture. */
const MOST_LEVELS = 6;

/** How far a person's spot reaches, as a part of a square picture's side. */
const REACH = 0.075;

/** How many people point at (nearly) the same place, for every point of a raster. */
export interface Heat {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
  readonly most: number;
}

/**
 * Adds up a spot for everybody. A spot is 1 in its middle and falls to 0 at its edge (a biweight kernel), so a value is
 * at most the number of people around there.
 */
export function heatOf({ columns, rows, cells }: PinFigures, width: number, height: number): Heat {
  const values = new Float32Array(width * height);
  // Spots of neighbouring cells have to run together, however long and narrow the picture.
  const reach = Math.max(REACH * Math.sqrt(width * height), 0.8 * (width / columns), 0.8 * (height / rows));
  for (const [cell, count] of cells) {
    const x = ((cell % columns) + 0.5) * (width / columns);
    const y = (Math.floor(cell / columns) + 0.5) * (height / rows);
    const [left, right] = [Math.max(0, Math.floor(x - reach)), Math.min(width - 1, Math.ceil(x + reach))];
    const [top, bottom] = [Math.max(0, Math.floor(y - reach)), Math.min(height - 1, Math.ceil(y + reach))];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const near = 1 - ((column + 0.5 - x) ** 2 + (row + 0.5 - y) ** 2) / reach ** 2;
        if (near > 0) values[row * width + column] = (values[row * width + column] ?? 0) + count * near * near;
      }
    }
  }
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return { width, height, values, most };
}

/** The numbers of people at which the colour changes: each where there are few, else ever larger steps. */
export function levelsOf(most: number): Levels {
  const top = Math.max(1, Math.round(most));
  if (top <= MOST_LEVELS) return Array.from({ length: top }, (_, index) => index + 1);
  const step = top ** (1 / MOST_LEVELS);
  const levels: number[] = [];
  for (let index = 0; index < MOST_LEVELS; index++) levels.push(Math.max((levels.at(-1) ?? 0) + 1, Math.round(step ** index)));
  return levels;
}

/** Dense enough for the colours to stay themselves over any picture, thin enough to see what is pointed at. */
const OPACITY = 208;

/** The colour of each point, as pixels. Values round to whole people: less than half a spot is nobody. */
export function paint({ width, values }: Heat, levels: Levels, colours: readonly Rgb[], pixels: Uint8ClampedArray): void {
  for (const [index, value] of values.entries()) {
    if (value === 0) continue;
    // How much the value changes within one point: where a border runs through it, both colours have a part in it.
    const steep = Math.max(Math.abs(value - (values[index + 1] ?? value)), Math.abs(value - (values[index + width] ?? value)), 1e-6);
    for (const [level, from] of levels.entries()) {
      const covered = Math.min(1, (value - (from - 0.5)) / steep + 0.5);
      const colour = colours[level];
      if (covered <= 0 || !colour) break;
      if (level === 0) {
        pixels.set(colour, 4 * index);
        pixels[4 * index + 3] = covered * OPACITY;
      } else {
        for (const [part, tone] of colour.entries()) pixels[4 * index + part] = (pixels[4 * index + part] ?? 0) * (1 - covered) + tone * covered;
      }
    }
  }
}
