import type { TimerView } from "../../protocol/generated";

/** What one press adds, and what it gives a poll without a limit. */
export const MORE_SECONDS = 30;

/** What a poll without a limit may be given at one press. */
export const USUAL_SECONDS = [30, 60, 120] as const;

/** No poll may have more. */
const MOST_SECONDS = 3_600;

/** Seconds from now, when a poll with this timer is given some more. */
export function withMore(timer: TimerView | null): number {
  return Math.min(MOST_SECONDS, Math.ceil((timer?.left_ms ?? 0) / 1000) + MORE_SECONDS);
}
