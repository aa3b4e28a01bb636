import type { Figures, OptionNote, Queue, SlidePoll, Solution } from "../../protocol/generated";

/** A poll with answers of the author's own, to look at what its kind draws. */
export interface Sample {
  /** Names it in the page's address. */
  name: string;
  poll: SlidePoll;
  ballots: number;
  /** What the answers say once the poll is closed. */
  figures: Figures;
  /** What the room sees of them while people answer, when that is other than all. */
  live?: Figures;
  solution?: Solution;
  explain?: string;
  notes?: OptionNote[];
  /** What the presenter decides about, where people type. */
  queue?: Queue;
}

/**
 * - `empty`: open, nobody has answered;
 * - `asked`: open, the figures hidden;
 * - `live`: open, figures drawn as people answer;
 * - `closed`: closed and revealed;
 * - `solved`: with the right answer, where there is one;
 * - `results`: on a results slide.
 */
export const STATES = ["empty", "asked", "live", "closed", "solved", "results"] as const;
export type State = (typeof STATES)[number];

/** Samples of `samples/*.ts`; each file's default export is a list of them. */
export const samples: Sample[] = Object.values(
  import.meta.glob<Sample[]>("./samples/*.ts", { eager: true, import: "default" }),
).flat();
