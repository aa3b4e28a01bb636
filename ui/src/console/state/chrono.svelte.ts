import type { ConsoleView } from "../../protocol/generated";
import { keep, kept } from "./kept";

/** When the talk began, as if it had never paused, and since when it pauses: Unix time in milliseconds. */
interface Count {
  zero: number;
  paused: number | null;
}

const isCount = (value: unknown): value is Count =>
  typeof value === "object" && value !== null && "zero" in value && typeof value.zero === "number" && "paused" in value;

/**
 * The time of day, and the time since the talk began. A session starts when the program does, often long before the
 * first word, so the clock waits on the first slide until the first "next"; when the console was not there to see it,
 * the session's start is the best that is known. It can pause, and it stops when the session is finished.
 */
export class Chrono {
  now = $state(Date.now());
  #count = $state.raw<Count | null>(null);
  #session = "";

  /** Seconds since the talk began, without its pauses; null while it has not. */
  elapsed = $derived(this.#count === null ? null : Math.max(0, ((this.#count.paused ?? this.now) - this.#count.zero) / 1000));
  /** Whether it stands still. */
  paused = $derived(this.#count?.paused != null);

  start(): () => void {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      this.now = Date.now();
      timer = setTimeout(tick, 1000 - (this.now % 1000) + 5);
    };
    tick();
    return () => clearTimeout(timer);
  }

  /** Looks at each new view. */
  see(view: ConsoleView): void {
    const { session, slide, step, finished } = view.stage;
    const first = session !== this.#session;
    this.#session = session;
    if (first) this.#count = kept<Count>(this.#key(), isCount);
    if (this.#count === null && !(slide === 0 && step === 0)) this.#set({ zero: first ? view.started_at : Date.now(), paused: null });
    if (finished && !this.paused) this.pause();
  }

  /** Stops, or goes on from where it stopped. */
  pause(): void {
    if (this.#count === null) return;
    const { zero, paused } = this.#count;
    this.now = Date.now();
    this.#set(paused === null ? { zero, paused: this.now } : { zero: zero + (this.now - paused), paused: null });
  }

  restart(): void {
    this.now = Date.now();
    this.#set({ zero: this.now, paused: null });
  }

  #set(count: Count): void {
    this.#count = count;
    keep(this.#key(), count);
  }

  #key(): string {
    return `clock.${this.#session}`;
  }
}
