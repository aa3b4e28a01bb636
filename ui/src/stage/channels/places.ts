import type { QuestionCard } from "../../protocol/generated";
import { lines, LINE } from "../kinds/typed/wall";
import type { Measure } from "../kinds/typed/measure.svelte";

/** Where a question stands, in units of the stage. */
export interface Placed {
  question: QuestionCard;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The size of its letters, and the lines after which it is cut. */
  size: number;
  lines: number;
}

/** What a card has inside, beside its text and above it; and what its votes take, on the left. */
export const INSIDE = 28;
export const ABOVE = 16;
export const VOTES = 124;
/** The votes and their word. */
const LEAST = 84;
const GAP = 18;

/** What is up for its answer is read from the last row, and leaves room for others. */
const UP = [80, 68, 58, 50, 44, 38, 32, 28];
const SHARE = 0.56;

/** How the others are tried: the first in which all have room. */
const LOOKS: [columns: number, size: number][] = [[1, 48], [1, 42], [1, 36], [2, 36], [2, 32], [2, 28]];
/** Where not all have room, each is cut after so many lines. */
const CUT = 3;

/** Places the questions in the order of the room, row by row; what has no room is left out, from the end. */
export function placed(questions: readonly QuestionCard[], width: number, height: number, measure: Measure): Placed[] {
  if (width <= 0 || height <= 0) return [];
  const up = questions.find((question) => question.pinned);
  const others = questions.filter((question) => question !== up);
  if (!up) return among(others, width, height, 0, measure);
  const first = large(up, width, others.length ? height * SHARE : height, measure);
  return [first, ...among(others, width, height, first.height + GAP, measure)];
}

/** One question in the largest letters in which it has room. */
export function large(question: QuestionCard, width: number, height: number, measure: Measure): Placed {
  const inside = width - 2 * INSIDE - VOTES;
  const most = (size: number) => Math.max(1, Math.floor((height - 2 * ABOVE) / (LINE * size)));
  const size = UP.find((size) => lines(question.text, inside, size, measure) <= most(size)) ?? UP.at(-1)!;
  const drawn = Math.min(most(size), lines(question.text, inside, size, measure));
  return { question, x: 0, y: 0, width, height: tall(drawn, size), size, lines: drawn };
}

const tall = (lines: number, size: number) => Math.max(LEAST, lines * LINE * size) + 2 * ABOVE;

function among(questions: readonly QuestionCard[], width: number, height: number, top: number, measure: Measure): Placed[] {
  for (const [columns, size] of LOOKS) {
    const all = rows(questions, width, height, top, columns, size, Infinity, measure);
    if (all.length === questions.length) return all;
  }
  const [columns, size] = LOOKS.at(-1)!;
  return rows(questions, width, height, top, columns, size, CUT, measure);
}

function rows(questions: readonly QuestionCard[], width: number, height: number, top: number, columns: number, size: number, most: number, measure: Measure): Placed[] {
  const wide = (width - (columns - 1) * GAP) / columns;
  const cards: Placed[] = [];
  let y = top;
  for (let at = 0; at < questions.length; at += columns) {
    const row = questions.slice(at, at + columns).map((question) => ({ question, lines: Math.min(most, lines(question.text, wide - 2 * INSIDE - VOTES, size, measure)) }));
    const high = Math.max(...row.map((card) => tall(card.lines, size)));
    if (y + high > height + 1) break;
    row.forEach((card, column) => cards.push({ ...card, x: column * (wide + GAP), y, width: wide, height: high, size }));
    y += high + GAP;
  }
  return cards;
}
