import type { words } from "./words";

/** How many options may be ticked, and how many there are. */
export interface Room {
  readonly min: number;
  readonly max: number;
  readonly all: number;
}

/** Says how many options may or must still be ticked. */
export function room({ min, max, all }: Room, ticked: number, say: (typeof words)["fr"]): string {
  const limited = max < all;
  if (!ticked && min > 1) return min === max ? say.exactly(min) : limited ? say.between(min, max) : say.atLeast(min);
  if (ticked < min && min > 1) return say.more(min - ticked);
  if (!limited) return say.several;
  if (!ticked) return say.atMost(max);
  return ticked < max ? say.left(max - ticked) : say.full;
}
