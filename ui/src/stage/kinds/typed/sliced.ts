/** What may be left off after each step, and goes on. */
export type Steps<T> = Generator<void, T>;

/** How long a slice may last, in milliseconds: half of a frame, so that the page goes on drawing. */
const SLICE = 8;

/** Soon, but after what the browser has to do: also where nobody looks, unlike a frame. */
function soon(): (work: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  let next = () => {};
  port1.onmessage = () => next();
  return (work) => {
    next = work;
    port2.postMessage(null);
  };
}

/**
 * Does lengthy work in slices. What fits into the first slice is done at once. What is asked for meanwhile waits until the work
 * at hand is done, and only the newest of it is begun then: so a result comes however often something new is asked for.
 */
export class Sliced<T> {
  private running: Steps<T> | undefined;
  private wanted: (() => Steps<T>) | undefined;

  constructor(
    private readonly done: (result: T) => void,
    private readonly later: (work: () => void) => void = soon(),
    private readonly now: () => number = () => performance.now(),
  ) {}

  want(work: () => Steps<T>): void {
    this.wanted = work;
    if (!this.running) this.slice();
  }

  /** Leaves off for good what is being done. */
  stop(): void {
    this.running = this.wanted = undefined;
  }

  private slice(): void {
    const end = this.now() + SLICE;
    for (;;) {
      if (!this.running) {
        if (!this.wanted) return;
        this.running = this.wanted();
        this.wanted = undefined;
      }
      const work = this.running;
      // Work that fails is over as well: what comes next is begun all the same.
      this.running = undefined;
      const step = work.next();
      if (step.done) this.done(step.value);
      else this.running = work;
      if (this.now() >= end) break;
    }
    if (this.running || this.wanted) this.later(() => this.slice());
  }
}
