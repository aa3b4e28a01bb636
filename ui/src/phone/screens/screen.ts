import type { PhoneState } from "../state";

/** A screen in the document. */
export interface Drawn {
  readonly element: HTMLElement;
  /** Where the focus goes when the screen comes up. */
  readonly title: HTMLElement;
  update(state: PhoneState): void;
}
