interface Shares {
  before_percent: number;
  after_percent: number;
}

/** Percentage points from before to after. */
export function difference({ before_percent, after_percent }: Shares): number {
  return after_percent - before_percent;
}

/** What gained most and what lost most: several where they tie, none where nothing did. */
export function extremes<Told extends Shares>(options: Told[]): { up: Told[]; down: Told[] } {
  const moved = options.map(difference);
  const [most, least] = [Math.max(0, ...moved), Math.min(0, ...moved)];
  const by = (points: number) => (points === 0 ? [] : options.filter((option) => difference(option) === points));
  return { up: by(most), down: by(least) };
}
