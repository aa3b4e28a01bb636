import type { TimerView } from "../../protocol/generated";

/** The last seconds, from which on the end is marked. */
const LAST = 10;
/** Views travel at slightly different speeds; what a view says otherwise by less is no news. */
const SAME_MS = 500;

/**
 * Counts down between two views: tells each second what is left, 0 when the time is up or there is no limit. `aloud` is told
 * at half a minute and ten seconds before the end, once each.
 */
export function countdown(show: (seconds: number) => void, aloud: (seconds: number) => void): (timer: TimerView | null) => void {
  let told: TimerView | null | undefined;
  let until = 0;
  let shown = 0;
  let next: ReturnType<typeof setTimeout> | undefined;
  const tick = () => {
    const left = until - performance.now();
    const seconds = Math.max(0, Math.ceil(left / 1000));
    if (seconds !== shown && (seconds === 30 || seconds === LAST)) aloud(seconds);
    show((shown = seconds));
    if (left > 0) next = setTimeout(tick, left - (seconds - 1) * 1000);
  };
  return (timer) => {
    if (timer === told) return;
    told = timer;
    clearTimeout(next);
    const end = timer ? performance.now() + timer.left_ms : 0;
    if (!timer || Math.abs(end - until) > SAME_MS) until = end;
    tick();
  };
}
