import type { Bar, ChoiceFigures, OptionView, SlidePoll, StagePoll } from "../../protocol/generated";
import { figuresOf, questionOf } from "../../protocol/kind";

/** One option as it is drawn. */
export interface OptionRow extends OptionView {
  bar: Bar | null;
  /** It has most ballots, and that is settled. Several when they tie. */
  leads: boolean;
  right: boolean | null;
  note: string | null;
}

/** Rows in the order in which the options are written. */
export function rowsOf(poll: SlidePoll, now: StagePoll | null): OptionRow[] {
  const { options } = questionOf(poll, "single", "multiple", "quiz");
  const results = figuresOf(now, "choice");
  const solution = now?.solution ?? null;
  const settled = results !== null && now?.state === "closed";
  const most = results ? Math.max(0, ...results.bars.map((bar) => bar.count)) : 0;
  return options.map((option) => {
    const bar = barOf(results, option.id);
    return {
      ...option,
      bar,
      leads: settled && most > 0 && bar?.count === most,
      right: solution?.kind === "options" ? solution.right.includes(option.id) : null,
      note: now?.notes.find((note) => note.id === option.id)?.text ?? null,
    };
  });
}

/** Rows with the most chosen first; ties keep the order in which they are written. */
export function ranked(rows: OptionRow[]): OptionRow[] {
  return [...rows].sort((a, b) => (b.bar?.count ?? 0) - (a.bar?.count ?? 0));
}

/** How much room each option may take. */
export function sizeOf(options: number): "roomy" | "regular" | "tight" {
  if (options <= 4) return "roomy";
  return options <= 6 ? "regular" : "tight";
}

function barOf(results: ChoiceFigures | null, id: string): Bar | null {
  if (!results) return null;
  return results.bars.find((bar) => bar.id === id) ?? { id, count: 0, percent: 0, sure: null };
}
