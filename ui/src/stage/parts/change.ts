import type { ChangedOptionView } from "../../protocol/generated";

/** Percentage points from before to after. */
export function difference(option: ChangedOptionView): number {
  return option.after_percent - option.before_percent;
}

/** The options that gained most and those that lost most: several where they tie, none where none did. */
export function extremes(options: ChangedOptionView[]): { up: ChangedOptionView[]; down: ChangedOptionView[] } {
  const moved = options.map(difference);
  const [most, least] = [Math.max(0, ...moved), Math.min(0, ...moved)];
  const by = (points: number) => (points === 0 ? [] : options.filter((option) => difference(option) === points));
  return { up: by(most), down: by(least) };
}
