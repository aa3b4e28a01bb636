import type { ConsoleView } from "../../protocol/generated";
import { keep, kept } from "./kept";

/**
 * The time of day, and the time since the talk began. A session starts when the program does, often long before the
 * first word, so the clock waits on the first slide until the first "next"; when the console was not there to see it,
 * the session's start is the best that is known.
 */
export class Chrono {
  now = $state(Date.now());
  #zero = $state<number | null>(null);
  #session = "";

  /** Seconds since the talk began; null while it has not. */
  elapsed = $derived(this.#zero === null ? null : Math.max(0, (this.now - this.#zero) / 1000));

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
    const { session, slide, step } = view.stage;
    const first = session !== this.#session;
    this.#session = session;
    if (first) this.#zero = kept<number>(this.#key(), (value) => typeof value === "number");
    if (this.#zero !== null || (slide === 0 && step === 0)) return;
    this.#set(first ? view.started_at : Date.now());
  }

  restart(): void {
    this.#set(Date.now());
    this.now = Date.now();
  }

  #set(zero: number): void {
    this.#zero = zero;
    keep(this.#key(), zero);
  }

  #key(): string {
    return `clock.${this.#session}`;
  }
}
