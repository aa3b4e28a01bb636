import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { countdown } from "./time";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

function watched() {
  const shown: number[] = [];
  const heard: number[] = [];
  const tell = countdown((seconds) => shown.push(seconds), (seconds) => heard.push(seconds));
  return { shown, heard, tell, last: () => shown.at(-1) };
}

test("the seconds go down by themselves, and stay at nothing when the time is up", () => {
  const { tell, last } = watched();
  tell({ total: 60, left_ms: 3_250 });
  expect(last()).toBe(4);
  vi.advanceTimersByTime(250);
  expect(last()).toBe(3);
  vi.advanceTimersByTime(3_000);
  expect(last()).toBe(0);
  vi.advanceTimersByTime(5_000);
  expect(last()).toBe(0);
});

test("half a minute and ten seconds are said once each, however often the time is told", () => {
  const { tell, heard } = watched();
  for (let left = 34_000; left > 0; left -= 2_000) {
    tell({ total: 60, left_ms: left });
    vi.advanceTimersByTime(2_000);
  }
  expect(heard).toEqual([30, 10]);
});

test("a view that came a little late does not make the clock stumble; one that prolongs does", () => {
  const { tell, last } = watched();
  tell({ total: 60, left_ms: 20_000 });
  vi.advanceTimersByTime(2_000);
  tell({ total: 60, left_ms: 18_250 });
  expect(last()).toBe(18);
  tell({ total: 48, left_ms: 48_000 });
  expect(last()).toBe(48);
});

test("without a limit nothing is said, also where there was one", () => {
  const { tell, last, heard } = watched();
  tell({ total: 15, left_ms: 11_000 });
  tell(null);
  expect(last()).toBe(0);
  vi.advanceTimersByTime(5_000);
  expect([last(), heard]).toEqual([0, []]);
});
