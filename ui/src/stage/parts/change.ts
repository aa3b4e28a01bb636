import type { ChangedOptionView } from "../../protocol/generated";

/** Percentage points from before to after. */
export function difference(option: ChangedOptionView): number {
  return option.after_percent - option.before_percent;
}

/** The option that gained most and the one that lost most; absent when none did. */
export function extremes(options: ChangedOptionView[]): { up: ChangedOptionView | null; down: ChangedOptionView | null } {
  let up: ChangedOptionView | null = null;
  let down: ChangedOptionView | null = null;
  for (const option of options) {
    const moved = difference(option);
    if (moved > (up ? difference(up) : 0)) up = option;
    if (moved < (down ? difference(down) : 0)) down = option;
  }
  return { up, down };
}
