import type { HandView } from "./generated";

/** A hand that does nothing: what stands on every slide before the presenter does something to it. */
export const NO_HAND: HandView = { pointer: null, strokes: [], video: { paused: false, begun_again: 0 } };
