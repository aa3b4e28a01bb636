import type { ObserveRequest, Seen } from "../../protocol/generated";

/** What a tap is sent again after, when nobody knows whether it arrived. */
const PAUSES_MS = [300, 1_000, 3_000];

/**
 * The taps of this page, sent one after another. Each has a number, by which the server knows it again: what was sent twice counts
 * once, so a tap is sent again until there is an answer.
 */
export class Observer {
  readonly #desk = crypto.getRandomValues(new Uint32Array(1))[0]!;
  #number = 0;
  #waiting: ObserveRequest[] = [];
  #busy = false;
  /** Profiles in the order in which they were seen, for what is taken back. */
  #seen: string[] = [];

  constructor(
    private readonly send: (tap: ObserveRequest) => Promise<unknown>,
    private readonly onError: (error: unknown) => void,
    /** Says whether an error means that the server answered, and said no. */
    private readonly isRefusal: (error: unknown) => boolean,
    private readonly wait: (ms: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms)),
  ) {}

  tap(profile: string, seen: Seen): void {
    const last = this.#seen.lastIndexOf(profile);
    if (seen === "more") this.#seen.push(profile);
    else if (last >= 0) this.#seen.splice(last, 1);
    this.#number += 1;
    this.#waiting.push({ profile, seen, desk: this.#desk, number: this.#number });
    void this.#go();
  }

  /** Takes back what was seen last on this page, and says which it was. */
  undo(): string | null {
    const last = this.#seen.at(-1);
    if (last === undefined) return null;
    this.tap(last, "less");
    return last;
  }

  async #go(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const error = await this.#sent(next);
      // What waits behind a tap that never arrived would be counted at some later time, to nobody's knowledge.
      if (error && !this.isRefusal(error)) this.#waiting = [];
      else this.#waiting.shift();
      if (error) this.onError(error);
    }
    this.#busy = false;
  }

  /** The error that remains when a tap was sent as often as it may be. */
  async #sent(tap: ObserveRequest): Promise<unknown> {
    for (let again = 0; ; again += 1) {
      try {
        await this.send(tap);
        return null;
      } catch (error) {
        const pause = PAUSES_MS[again];
        if (this.isRefusal(error) || pause === undefined) return error;
        await this.wait(pause);
      }
    }
  }
}
