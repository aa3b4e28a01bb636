// @vitest-environment jsdom
import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Told } from "../../testing/told.svelte";
import type { TimerView } from "../../protocol/generated";
import { clock, Countdown, worthSaying } from "./countdown.svelte";

let stop = (): void => {};
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function countdownOf(source: Told<TimerView | null>): Countdown {
  let countdown: Countdown | undefined;
  stop = $effect.root(() => {
    countdown = new Countdown(() => source.now);
  });
  flushSync();
  return countdown!;
}

function tells(source: Told<TimerView | null>, timer: TimerView | null): void {
  source.now = timer;
  flushSync();
}

const of = (seconds: number, total = 60): TimerView => ({ total, left_ms: seconds * 1000 });

describe("the time a poll still has", () => {
  test("goes down by itself between two views, and stops at nothing", () => {
    const countdown = countdownOf(new Told<TimerView | null>(of(3)));
    const shown = [countdown.seconds];
    for (let n = 0; n < 5; n++) {
      vi.advanceTimersByTime(1000);
      shown.push(countdown.seconds);
    }
    expect(shown).toEqual([3, 2, 1, 0, 0, 0]);
    expect(vi.getTimerCount(), "nothing runs on").toBe(0);
  });

  test("shows each second from its start, wherever in a second the view was sent", () => {
    const countdown = countdownOf(new Told<TimerView | null>({ total: 60, left_ms: 12_300 }));
    expect(countdown.seconds).toBe(13);
    vi.advanceTimersByTime(299);
    expect(countdown.seconds).toBe(13);
    vi.advanceTimersByTime(1);
    expect(countdown.seconds).toBe(12);
  });

  test("does not stumble over views that come a little late, and follows one that prolongs it", () => {
    const source = new Told<TimerView | null>(of(20));
    const countdown = countdownOf(source);
    vi.advanceTimersByTime(5_000);
    tells(source, { total: 60, left_ms: 15_300 });
    expect(countdown.seconds, "15.3 s are no 16").toBe(15);
    tells(source, of(45, 90));
    expect(countdown.seconds).toBe(45);
  });

  test("is not set back by a part that is drawn later from the same view", () => {
    const timer = of(20);
    countdownOf(new Told<TimerView | null>(timer));
    vi.advanceTimersByTime(8_000);
    stop();
    expect(countdownOf(new Told<TimerView | null>(timer)).seconds).toBe(12);
  });
});

test("a screen reader hears of it twice", () => {
  const said = Array.from({ length: 61 }, (_, n) => worthSaying(60 - n)).filter((seconds) => seconds !== null);
  expect(said).toEqual([30, 10]);
});

test("a clock has minutes and two figures of seconds", () => {
  expect([0, 9, 42, 60, 725].map(clock)).toEqual(["0:00", "0:09", "0:42", "1:00", "12:05"]);
});
