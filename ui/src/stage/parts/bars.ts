import type { Bar, ChoiceFigures, OptionView, SlidePoll, StagePoll } from "../../protocol/generated";
import { figuresOf, questionOf } from "../../protocol/kind";

/** One option as it is drawn. */
export interface OptionRow extends OptionView {
  /** Not an option of the talk's: all the words that people gave of their own. */
  own: boolean;
  bar: Bar | null;
  /** It has most ballots, and that is settled. Several when they tie. */
  leads: boolean;
  right: boolean | null;
  note: string | null;
}

/** A leader with less than this share, in percent, does not fill its bar. */
const LEAST_LEAD = 10;

/** No option has this id: ids have no spaces. */
const OWN_WORDS = "own words";

/** Rows in the order in which the options are written; people's own words, where the question takes them, come last. */
export function rowsOf(poll: SlidePoll, now: StagePoll | null, other: string): OptionRow[] {
  const question = questionOf(poll, "single", "multiple", "quiz");
  const results = figuresOf(now, "choice");
  const solution = now?.solution ?? null;
  const settled = results !== null && now?.state === "closed";
  const most = results ? Math.max(0, ...results.bars.map((bar) => bar.count)) : 0;
  const rows: OptionRow[] = question.options.map((option) => {
    const bar = barOf(results, option.id);
    return {
      ...option,
      own: false,
      bar,
      leads: settled && most > 0 && bar?.count === most,
      right: solution?.kind === "options" ? solution.right.includes(option.id) : null,
      note: now?.notes.find((note) => note.id === option.id)?.text ?? null,
    };
  });
  if (question.kind === "quiz" || !question.other) return rows;
  const bar = results && { id: OWN_WORDS, ...(results.other ?? { count: 0, percent: 0 }), sure: null };
  return [...rows, { id: OWN_WORDS, text: other, picture: null, own: true, bar, leads: false, right: null, note: null }];
}

/** Rows with the most chosen first; ties keep the order in which they are written, and own words stay last: they are many answers. */
export function ranked(rows: OptionRow[]): OptionRow[] {
  return [...rows].sort((a, b) => Number(a.own) - Number(b.own) || (b.bar?.count ?? 0) - (a.bar?.count ?? 0));
}

/** What a row's colour says. A right answer counts for more than a lead. */
export function toneOf(row: OptionRow): "plain" | "leads" | "right" {
  if (row.right) return "right";
  return row.leads && row.right === null ? "leads" : "plain";
}

/** How much room each option may take. */
export function sizeOf(options: number): "large" | "roomy" | "regular" | "tight" {
  if (options <= 2) return "large";
  if (options <= 4) return "roomy";
  return options <= 7 ? "regular" : "tight";
}

/** How many pictures stand beside each other: as many as leave each of them large. */
export function columnsOf(pictures: number): number {
  return pictures <= 4 ? pictures : Math.ceil(pictures / 2);
}

function barOf(results: ChoiceFigures | null, id: string): Bar | null {
  if (!results) return null;
  return results.bars.find((bar) => bar.id === id) ?? { id, count: 0, percent: 0, sure: null };
}

/**
 * How many ballots fill a bar: the leader's, so that differences are seen from the back row; never so few that a handful tower over a
 * room. Counted in ballots, not in whole percents: what as many people chose is as long.
 */
export function fullOf(rows: OptionRow[]): number {
  const leader = rows.reduce((most, { bar }) => (bar && bar.count > most.count ? bar : most), { count: 1, percent: 100 });
  return leader.count * Math.max(1, LEAST_LEAD / Math.max(1, leader.percent));
}
