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

/** How the clock is read and waited for: milliseconds. */
export interface Clock {
  now(): number;
  after(milliseconds: number, work: () => void): () => void;
}

const clock: Clock = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

/**
 * Does lengthy work in slices. What fits into the first slice is done at once. What is asked for meanwhile waits until the work
 * at hand is done and its result has been seen for `pace` milliseconds, and only the newest of it is begun then: so a result
 * comes however often something new is asked for.
 */
export class Sliced<T> {
  private running: Steps<T> | undefined;
  private wanted: (() => Steps<T>) | undefined;
  /** Before then no result follows another. */
  private free = -Infinity;
  private unwait: (() => void) | undefined;

  constructor(
    private readonly done: (result: T) => void,
    private readonly pace = 0,
    private readonly later: (work: () => void) => void = soon(),
    private readonly time: Clock = clock,
  ) {}

  /** Asks for something; `now` when what was seen last is no longer worth its pace. */
  want(work: () => Steps<T>, now = false): void {
    this.wanted = work;
    if (now) {
      this.free = -Infinity;
      this.unwait?.();
      this.unwait = undefined;
    }
    if (!this.running && !this.unwait) this.slice();
  }

  /** Leaves off for good what is being done. */
  stop(): void {
    this.running = this.wanted = undefined;
    this.unwait?.();
    this.unwait = undefined;
  }

  private slice(): void {
    const end = this.time.now() + SLICE;
    for (;;) {
      if (!this.running) {
        if (!this.wanted) return;
        const early = this.free - this.time.now();
        if (early > 0) {
          this.unwait = this.time.after(early, () => {
            this.unwait = undefined;
            this.slice();
          });
          return;
        }
        this.running = this.wanted();
        this.wanted = undefined;
      }
      const work = this.running;
      // Work that fails is over as well: what comes next is begun all the same.
      this.running = undefined;
      const step = work.next();
      if (step.done) {
        this.free = this.time.now() + this.pace;
        this.done(step.value);
      } else this.running = work;
      if (this.time.now() >= end) break;
    }
    if (this.running || this.wanted) this.later(() => this.slice());
  }
}
