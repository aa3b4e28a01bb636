import type { TimerView } from "../../protocol/generated";
import { h, say, set } from "../dom";
import type { Words } from "../words";

/** Seconds from which on the end is marked, and said once to a screen reader. */
const LAST = 10;
/** Views travel at slightly different speeds; a clock that followed each of them would stumble. */
const SAME_MS = 400;

export interface Clock {
  readonly element: HTMLElement;
  /** What the newest view says; `null` where there is no timer. */
  update(timer: TimerView | null): void;
}

/** The time a poll has left. It counts on by itself between two views, as long as it is in the document. */
export function clock(words: Words, tell: (text: string) => void): Clock {
  const element = h("span", { class: "clock", role: "timer", "aria-label": words.timeLeft, hidden: true });
  let told: TimerView | null = null;
  /** When the time is up, on the page's clock. */
  let until: number | undefined;
  let next: ReturnType<typeof setTimeout> | undefined;
  let shown = 0;

  function tick(): void {
    clearTimeout(next);
    const left = until === undefined ? 0 : Math.max(0, until - performance.now());
    const seconds = Math.ceil(left / 1000);
    say(element, until === undefined ? "" : `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, "0")}`);
    set(element, "data-last", seconds <= LAST);
    if (shown > LAST && seconds === LAST) tell(words.lastSeconds);
    shown = seconds;
    if (left > 0) next = setTimeout(() => element.isConnected && tick(), left - (seconds - 1) * 1000);
  }

  return {
    element,
    update(timer) {
      // The same view is drawn again and again: what counts is when it came.
      if (timer === told) return;
      told = timer;
      const end = timer ? performance.now() + timer.left_ms : undefined;
      if (until !== undefined && end !== undefined && Math.abs(until - end) < SAME_MS) return;
      until = end;
      tick();
    },
  };
}
