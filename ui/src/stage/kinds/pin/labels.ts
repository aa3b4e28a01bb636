import type { Area } from "../../../protocol/generated";

/** Where a label stands, in the units of the picture's width and height that were given. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a region may say: all, or only what is most important. */
export interface Sizes {
  readonly full: { readonly width: number; readonly height: number };
  readonly short: { readonly width: number; readonly height: number };
}

export interface Label extends Box {
  readonly full: boolean;
}

const WHOLE = 10_000;

/** The picture, and how much room there is at its left and at its right. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly beside: number;
}

/**
 * Finds a place for the label of each region: in a corner of it or beside it, on no other label, and on as little of the
 * picture as can be. What finds no place in full is said short, and what finds none even then is not said there.
 */
export function place(regions: readonly { readonly at: Area; readonly sizes: Sizes }[], sheet: Sheet, gap: number): (Label | null)[] {
  const { width, height, beside } = sheet;
  const taken: Label[] = [];
  const find = (area: Box, size: { width: number; height: number }, full: boolean): Label | undefined =>
    around(area, size, sheet, gap)
      .map((at) => ({ ...at, ...size, full }))
      .find((box) => box.x >= -beside && box.y >= 0 && box.x + box.width <= width + beside && box.y + box.height <= height && !taken.some((other) => meet(box, other, gap)));

  // Small regions have the fewest places, so they choose first.
  const order = [...regions.keys()].sort((a, b) => size(regions[a]) - size(regions[b]));
  const labels: (Label | null)[] = regions.map(() => null);
  for (const index of order) {
    const region = regions[index];
    if (!region) continue;
    const { at, sizes } = region;
    const area = { x: (at.left / WHOLE) * width, y: (at.top / WHOLE) * height, width: (at.width / WHOLE) * width, height: (at.height / WHOLE) * height };
    const label = find(area, sizes.full, true) ?? find(area, sizes.short, false) ?? null;
    if (label) taken.push(label);
    labels[index] = label;
  }
  return labels;
}

const size = (region: { at: Area } | undefined) => (region ? region.at.width * region.at.height : 0);

/** The places around a region's edges, best first: inside where the label leaves most of it free, else above, below, right, left. */
function around({ x, y, width, height }: Box, label: { width: number; height: number }, sheet: Sheet, gap: number): { x: number; y: number }[] {
  const fits = label.width + 2 * gap <= width && 4 * label.height <= height;
  const [left, right] = [x + gap, x + width - label.width - gap];
  const [top, bottom] = [y + gap, y + height - label.height - gap];
  const inside = [
    { x: left, y: top },
    { x: right, y: top },
    { x: left, y: bottom },
    { x: right, y: bottom },
  ];
  const [above, below] = [y - label.height - gap, y + height + gap];
  const outside = [
    { x, y: above },
    { x, y: below },
    { x: x + width - label.width, y: above },
    { x: x + width - label.width, y: below },
    { x: x + width + gap, y },
    { x: x - label.width - gap, y },
  ];
  // Quarters of a label: what hides a little less of the picture is no reason to stand at a worse place.
  const hidden = (at: { x: number }) => Math.round((4 * Math.max(0, Math.min(at.x + label.width, sheet.width) - Math.max(at.x, 0))) / label.width);
  outside.sort((one, other) => hidden(one) - hidden(other));
  return fits ? [...inside, ...outside] : outside;
}

function meet(a: Box, b: Box, gap: number): boolean {
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}
