/** What became of a press. */
export type Outcome = "sent" | "refused" | "unreachable" | "dropped";

/**
 * Sends presses one after another, in the order they were made: a click while another is under way waits its turn, so
 * none is lost and none overtakes.
 *
 * When the server cannot be reached, nobody knows whether the press arrived, and a step taken twice on the projector
 * is worse than one not taken. So nothing is tried again, and the presses waiting behind it are dropped rather than
 * fired all at once when the connection is back.
 */
export class PressQueue {
  #waiting: { send: () => Promise<unknown>; settle: (outcome: Outcome) => void }[] = [];
  #running = false;

  constructor(
    private readonly told: {
      /** How many presses are under way or waiting. */
      onPending?: (pending: number) => void;
      onError?: (error: unknown) => void;
    } = {},
    /** Says whether an error means that the server answered, and said no. */
    private readonly isRefusal: (error: unknown) => boolean = () => false,
  ) {}

  press(send: () => Promise<unknown>): Promise<Outcome> {
    return new Promise((settle) => {
      this.#waiting.push({ send, settle });
      this.#report();
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const outcome = await this.#send(next.send);
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
