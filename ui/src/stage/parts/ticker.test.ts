// @vitest-environment jsdom
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Counting from "../../testing/Counting.svelte";
import { one, shown } from "../../testing/dom";
import { Told } from "../../testing/told.svelte";
import type { SlideContext } from "../context";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] }));
afterEach(() => void vi.useRealTimers());

test("a number arrives when it should, however many views say the same meanwhile", () => {
  const source = new Told({ bar: { count: 0 } });
  shown(Counting, { slide: { preview: false } as SlideContext, source, over: 900 });
  source.now = { bar: { count: 100 } };
  flushSync();
  for (let view = 0; view < 10; view++) {
    vi.advanceTimersByTime(100);
    // Somebody joined: another view, with the same number in it.
    source.now = { bar: { count: 100 } };
    flushSync();
  }
  expect(one(".ticker").textContent).toBe("100");
});
