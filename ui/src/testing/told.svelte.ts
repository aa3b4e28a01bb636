import type { HandView, StageDeck, StageView } from "../protocol/generated";
import { NO_HAND } from "../protocol/hand";

/** A value that a test changes and components see change, whole, as a view is. */
export class Told<Value> {
  now: Value = $state.raw() as Value;

  constructor(first: Value) {
    this.now = first;
  }
}

/** What the stage follows, without a server. */
export class StageTold {
  deck: StageDeck | null = $state.raw(null);
  view: StageView | null = $state.raw(null);
  hand: HandView = $state.raw(NO_HAND);
  connected = true;
  refused = false;
  start = (): (() => void) => () => {};

  constructor(deck: StageDeck, view: StageView) {
    this.deck = deck;
    this.view = view;
  }
}
