import type { TimerView } from "../../protocol/generated";

/** Seconds from which on the end is marked. */
export const LAST_SECONDS = 10;

/** When each view's timer was first seen: a part that is drawn later must not take an old view for a fresh one. */
const seen = new WeakMap<TimerView, number>();

/** Views travel at slightly different speeds; a clock that followed each of them would stumble. */
const SAME_MS = 400;

/** When the time is up, on the page's clock: as known, unless the newest view says clearly otherwise. */
export function deadlineOf(known: number | null, timer: TimerView, now: number): number {
  if (!seen.has(timer)) seen.set(timer, now);
  const told = (seen.get(timer) ?? now) + timer.left_ms;
  return known !== null && Math.abs(known - told) < SAME_MS ? known : told;
}

/** Whole seconds left, which go down by themselves between two views. It lives as long as the component that makes it. */
export class Countdown {
  seconds: number = $state(0);

  constructor(timer: () => TimerView | null) {
    let deadline: number | null = null;
    $effect.pre(() => {
      const told = timer();
      if (!told) {
        deadline = null;
        return;
      }
      const until = (deadline = deadlineOf(deadline, told, performance.now()));
      let next: ReturnType<typeof setTimeout> | undefined;
      const tick = () => {
        const left = until - performance.now();
        this.seconds = Math.max(0, Math.ceil(left / 1000));
        if (left > 0) next = setTimeout(tick, left - (this.seconds - 1) * 1000);
      };
      tick();
      return () => clearTimeout(next);
    });
  }
}

/** As people read it: `0:42`, `12:05`. */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What a screen reader is told, and only when the clock passes there; null in between. */
export function worthSaying(seconds: number): 30 | 10 | null {
  return seconds === 30 || seconds === LAST_SECONDS ? seconds : null;
}
