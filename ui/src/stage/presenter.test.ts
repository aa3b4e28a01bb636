import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Presenter, type StartTransition, type Transition } from "./presenter";

interface View {
  slide: number;
  ballots: number;
}

function setup(animated = true) {
  const drawn: View[] = [];
  const callbacks: (() => void | Promise<void>)[] = [];
  const skipped: number[] = [];
  const start: StartTransition = (draw) => {
    const n = callbacks.push(draw) - 1;
    const rejected = Promise.reject(new Error("skipped"));
    const transition: Transition = {
      skipTransition: () => skipped.push(n),
      ready: rejected,
      finished: new Promise(() => {}),
      updateCallbackDone: Promise.resolve(),
    };
    return transition;
  };
  const presenter = new Presenter<View>({
    draw: (view) => {
      drawn.push(view);
    },
    turns: (view) => drawn.at(-1)?.slide !== view.slide,
    start: () => (animated ? start : undefined),
  });
  return { presenter, drawn, callbacks, skipped };
}

describe("a presenter", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("draws at once where nothing may move", () => {
    const { presenter, drawn } = setup(false);
    presenter.show({ slide: 0, ballots: 0 });
    presenter.show({ slide: 1, ballots: 0 });
    expect(drawn.map((view) => view.slide)).toEqual([0, 1]);
  });

  test("draws ballots of the same slide without a transition", () => {
    const { presenter, drawn, callbacks } = setup();
    presenter.show({ slide: 0, ballots: 0 });
    void callbacks[0]?.();
    presenter.show({ slide: 0, ballots: 1 });
    expect(callbacks).toHaveLength(1);
    expect(drawn.at(-1)).toEqual({ slide: 0, ballots: 1 });
  });

  test("draws the newest view when several came before the turn began", () => {
    const { presenter, drawn, callbacks } = setup();
    presenter.show({ slide: 1, ballots: 0 });
    presenter.show({ slide: 1, ballots: 4 });
    presenter.show({ slide: 2, ballots: 0 });
    expect(drawn).toHaveLength(0);
    void callbacks[0]?.();
    expect(drawn).toEqual([{ slide: 2, ballots: 0 }]);
  });

  test("ends a turn that still moves when the next one comes, and draws that one at once", () => {
    const { presenter, drawn, callbacks, skipped } = setup();
    presenter.show({ slide: 1, ballots: 0 });
    void callbacks[0]?.();
    presenter.show({ slide: 2, ballots: 0 });
    expect(skipped).toEqual([0]);
    expect(drawn.map((view) => view.slide)).toEqual([1, 2]);
  });

  test("does not wait for a browser that never starts the turn, and draws once only", () => {
    const { presenter, drawn, callbacks } = setup();
    presenter.show({ slide: 1, ballots: 0 });
    vi.advanceTimersByTime(300);
    expect(drawn).toHaveLength(1);
    void callbacks[0]?.();
    expect(drawn).toHaveLength(1);
  });
});
