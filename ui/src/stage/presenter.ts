/** What `document.startViewTransition` returns, as far as it is used here. */
export interface Transition {
  skipTransition(): void;
  readonly ready: Promise<unknown>;
  readonly finished: Promise<unknown>;
  readonly updateCallbackDone: Promise<unknown>;
}
export type StartTransition = (draw: () => void | Promise<void>) => Transition;

interface Options<View> {
  /** Puts the view on the screen. */
  draw: (view: View) => void | Promise<void>;
  /** Whether going from what is drawn to this view is worth a transition. */
  turns: (view: View) => boolean;
  /** Absent where the browser has none or the person wants no motion: views are then drawn at once. */
  start: () => StartTransition | undefined;
}

/** A transition whose page is not drawn by then will not hold it back any longer. */
const PATIENCE_MS = 250;

/**
 * Decides how the newest view reaches the screen. A page turn may animate, but it never delays or drops a newer view:
 * a view that comes while the browser takes its picture of the old page is the one drawn, and a turn that comes while
 * another is still moving ends that one and is drawn at once: who clicks fast wants to be there, not to watch.
 */
export class Presenter<View> {
  #options: Options<View>;
  #newest: View | undefined;
  #running: Transition | undefined;
  #turning: (() => void | Promise<void>) | undefined;

  constructor(options: Options<View>) {
    this.#options = options;
  }

  show(view: View): void {
    this.#newest = view;
    if (this.#turning) return;
    const turns = this.#options.turns(view);
    const hurried = turns && this.#running !== undefined;
    if (hurried) this.#running?.skipTransition();
    const start = turns && !hurried ? this.#options.start() : undefined;
    if (start) this.#turn(start);
    else void this.#options.draw(view);
  }

  #turn(start: StartTransition): void {
    const draw = () => {
      if (this.#turning !== draw) return;
      this.#turning = undefined;
      if (this.#newest !== undefined) return this.#options.draw(this.#newest);
    };
    this.#turning = draw;
    const transition = start(draw);
    this.#running = transition;
    const ended = () => {
      if (this.#running === transition) this.#running = undefined;
    };
    transition.finished.then(ended, ended);
    // A skipped transition rejects these; that is no error here.
    for (const promise of [transition.ready, transition.finished, transition.updateCallbackDone]) promise.catch(() => {});
    setTimeout(() => {
      if (this.#turning === draw) void draw();
    }, PATIENCE_MS);
  }
}
