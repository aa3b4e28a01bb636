import type { Centroid, PlacedFigures, PlaneView, ResultsView, SlidePoll } from "../../../protocol/generated";
import { figuresOf, questionOf } from "../../../protocol/kind";

/** One dot of the cloud; the square is 1 wide and 1 high, with the origin at the bottom left. */
export interface Dot {
  key: string;
  x: number;
  y: number;
  radius: number;
}

/** One statement as it is drawn. */
export interface Placed {
  id: string;
  text: string;
  /** A letter, which tells statements apart without colour. */
  letter: string;
  tone: number;
  figures: PlacedFigures | null;
  centroid: (Centroid & { across: number; up: number }) | null;
  dots: Dot[];
}

/** How far from the middle of its cell each statement's dots are, so that they do not hide each other: a ring of places. */
const RING = [[-1, -1], [1, 1], [1, -1], [-1, 1], [0, -1.2], [0, 1.2], [-1.2, 0], [1.2, 0]] as const;

export function placedOf(poll: SlidePoll, now: { results: ResultsView | null } | null): Placed[] {
  const question = questionOf(poll, "plane");
  const told = figuresOf(now, "plane");
  const most = Math.max(1, ...(told?.statements ?? []).flatMap((one) => one.cells.map((cell) => cell[2])));
  const alone = question.statements.length === 1;
  return question.statements.map(({ id, text }, index) => {
    const figures = told?.statements.find((one) => one.id === id) ?? null;
    const centroid = figures?.centroid ?? null;
    const aside = RING[index % RING.length]!;
    // A cell is full when as many people are in it as in any: areas are counts.
    const full = (alone ? 0.46 : 0.3) / question.points;
    const dots = (figures?.cells ?? []).map(([x, y, count]) => ({
      key: `${x} ${y}`,
      x: across(question, x) + (alone ? 0 : (aside[0] * 0.22) / question.points),
      y: across(question, y) + (alone ? 0 : (aside[1] * 0.22) / question.points),
      radius: full * Math.sqrt(count / most),
    }));
    return {
      id,
      text,
      letter: String.fromCharCode(65 + index),
      tone: index,
      figures,
      centroid: centroid && { ...centroid, across: across(question, centroid.x), up: across(question, centroid.y) },
      dots,
    };
  });
}

/** Where a value stands on its axis: in the middle of its own step. */
export function across({ first, points }: PlaneView, value: number): number {
  return (value - first + 0.5) / points;
}
