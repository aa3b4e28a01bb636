import type { ScaledFigures, ScaleView, SlidePoll, StagePoll } from "../../../protocol/generated";
import { figuresOf, questionOf } from "../../../protocol/kind";
import type { Column, Mark } from "../../parts/columns";

/** One statement as it is drawn. */
export interface ScaleRow {
  id: string;
  text: string;
  figures: ScaledFigures | null;
  columns: Column[];
  marks: Mark[];
}

/** The statements in the order in which they are written. */
export function rowsOf(poll: SlidePoll, now: StagePoll | null): ScaleRow[] {
  const question = questionOf(poll, "scale");
  const told = figuresOf(now, "scale");
  const settled = now?.state === "closed";
  return question.statements.map(({ id, text }) => {
    const figures = told?.statements.find((one) => one.id === id) ?? null;
    const most = Math.max(0, ...(figures?.counts ?? []));
    const columns = valuesOf(question).map((value, place) => ({
      key: value,
      percent: figures?.percents[place] ?? null,
      leads: settled && most > 0 && figures?.counts[place] === most,
      right: false,
    }));
    const mean = figures?.mean ?? null;
    return { id, text, figures, columns, marks: mean === null ? [] : [{ key: "mean", at: placeOf(question, mean), tone: "accent" }] };
  });
}

/** Statements with the highest mean first; ties keep the order in which they are written. */
export function ranked(rows: ScaleRow[]): ScaleRow[] {
  return [...rows].sort((a, b) => (b.figures?.mean ?? -1) - (a.figures?.mean ?? -1));
}

export function valuesOf({ first, points }: ScaleView): number[] {
  return Array.from({ length: points }, (_, place) => first + place);
}

/** Where a value stands across the columns: each value is in the middle of its own. */
export function placeOf({ first, points }: ScaleView, value: number): number {
  return (value - first + 0.5) / points;
}

/** Several statements need their words beside the columns, and the words a line or two. */
export function isWide(poll: SlidePoll): boolean {
  return questionOf(poll, "scale").statements.length > 2;
}
