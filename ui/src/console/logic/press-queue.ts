/** What became of a press. */
export type Outcome = "sent" | "refused" | "unreachable" | "dropped";

/** A press that has waited this long is no longer what the presenter wants: the room has moved on. */
const STALE_MS = 3_000;

/**
 * Sends presses one after another, in the order they were made: a click while another is under way waits its turn, so
 * none is lost and none overtakes.
 *
 * When the server cannot be reached, nobody knows whether the press arrived, and a step taken twice on the projector
 * is worse than one not taken. So nothing is tried again, and the presses waiting behind it are dropped rather than
 * fired all at once when the connection is back. For the same reason a press that waited too long behind a slow one is
 * dropped, with a word.
 */
export class PressQueue {
  #waiting: { send: () => Promise<unknown>; settle: (outcome: Outcome) => void; at: number }[] = [];
  #running = false;

  constructor(
    private readonly told: {
      /** How many presses are under way or waiting. */
      onPending?: (pending: number) => void;
      onError?: (error: unknown) => void;
      /** A press was dropped because it had waited too long. */
      onStale?: () => void;
    } = {},
    /** Says whether an error means that the server answered, and said no. */
    private readonly isRefusal: (error: unknown) => boolean = () => false,
    /** Milliseconds that only ever grow, whatever the clock on the wall does. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  press(send: () => Promise<unknown>): Promise<Outcome> {
    return new Promise((settle) => {
      this.#waiting.push({ send, settle, at: this.now() });
      this.#report();
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const stale = this.now() - next.at > STALE_MS;
      if (stale) this.told.onStale?.();
      const outcome = stale ? "dropped" : await this.#send(next.send);
      this.#waiting.shift();
      next.settle(outcome);
      if (outcome === "unreachable") {
        for (const dropped of this.#waiting.splice(0)) dropped.settle("dropped");
      }
      this.#report();
    }
    this.#running = false;
  }

  async #send(send: () => Promise<unknown>): Promise<Outcome> {
    try {
      await send();
      return "sent";
    } catch (error) {
      this.told.onError?.(error);
      return this.isRefusal(error) ? "refused" : "unreachable";
    }
  }

  #report(): void {
    this.told.onPending?.(this.#waiting.length);
  }
}
