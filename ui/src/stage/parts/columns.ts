/** One column: a value of a scale, or numbers taken together. */
export interface Column {
  key: string | number;
  /** Its share; null as long as the room may not see it. */
  percent: number | null;
  /** It is the highest, and that is settled. */
  leads: boolean;
  right: boolean;
}

/** A line across the columns. */
export interface Mark {
  key: string;
  /** Where, from 0 at the left edge to 1 at the right one. */
  at: number;
  tone: "accent" | "good";
}

/** The largest share shown, so that columns use their height; never so small that a few people tower. */
export function highest(percents: readonly number[]): number {
  return Math.max(10, ...percents);
}
