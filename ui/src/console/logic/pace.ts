/** How the talk stands against its plan. */
export type Pace =
  /** No slide has planned minutes. */
  | { kind: "unplanned" }
  | { kind: "on-time" }
  | { kind: "ahead" | "behind"; seconds: number };

/** Less than this is not worth a word: nobody speaks to the second. */
const SLACK_SECONDS = 30;

export function plannedSeconds(minutes: readonly (number | null)[]): number {
  return minutes.reduce<number>((sum, planned) => sum + (planned ?? 0) * 60, 0);
}

/**
 * The plan gives every slide a span. Being anywhere in the span of the slide that is up is being on time; the talk is
 * ahead of the span's start, or behind its end.
 */
export function paceOf(minutes: readonly (number | null)[], slide: number, elapsedSeconds: number): Pace {
  if (plannedSeconds(minutes) === 0) return { kind: "unplanned" };
  const start = plannedSeconds(minutes.slice(0, slide));
  const end = plannedSeconds(minutes.slice(0, slide + 1));
  if (elapsedSeconds < start - SLACK_SECONDS) return { kind: "ahead", seconds: start - elapsedSeconds };
  if (elapsedSeconds > end + SLACK_SECONDS) return { kind: "behind", seconds: elapsedSeconds - end };
  return { kind: "on-time" };
}

/** The place of the slide's span and of now on a line from 0 to 1, for the drawn line under the clock. */
export function timeline(minutes: readonly (number | null)[], slide: number, elapsedSeconds: number) {
  const total = Math.max(plannedSeconds(minutes), elapsedSeconds, 1);
  return {
    from: plannedSeconds(minutes.slice(0, slide)) / total,
    to: plannedSeconds(minutes.slice(0, slide + 1)) / total,
    now: Math.max(0, elapsedSeconds) / total,
  };
}

/** How a section stands: what it was planned to take, and how long the plan leaves it, which is negative once it is over. */
export interface SectionPace {
  planned: number;
  left: number;
}

/** How the section of the slides `first` to `last` stands; `null` where none of its slides has planned minutes. */
export function sectionPace(minutes: readonly (number | null)[], first: number, last: number, elapsedSeconds: number): SectionPace | null {
  const planned = plannedSeconds(minutes.slice(first, last + 1));
  if (planned === 0) return null;
  // Who is early has no more time for it than was planned.
  return { planned, left: Math.min(planned, plannedSeconds(minutes.slice(0, last + 1)) - elapsedSeconds) };
}

/** Where sections begin on the line from 0 to 1; the first begins with the talk. */
export function sectionMarks(minutes: readonly (number | null)[], firsts: readonly number[], elapsedSeconds: number): number[] {
  const total = Math.max(plannedSeconds(minutes), elapsedSeconds, 1);
  return firsts.filter((first) => first > 0).map((first) => plannedSeconds(minutes.slice(0, first)) / total);
}

/** Planned minutes as people say them: `15 s`, `1 min 30`, `2 min`. */
export function span(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  if (seconds < 60) return `${seconds}\u00a0s`;
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)}\u00a0min` + (rest ? `\u00a0${String(rest).padStart(2, "0")}` : "");
}

/** `4:07`, `1:02:30`. Never negative: a clock that jumped back shows zero. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
