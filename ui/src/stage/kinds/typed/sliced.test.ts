import { describe, expect, test } from "vitest";
import { type Clock, Sliced, type Steps } from "./sliced";

/** A clock on which every step takes three milliseconds, and a page that goes on when it is told to. */
function page(pace = 0) {
  let time = 0;
  const waiting: (() => void)[] = [];
  const results: string[] = [];
  function* work(name: string, steps: number): Steps<string> {
    for (let n = 0; n < steps; n++) {
      time += 3;
      yield;
    }
    return name;
  }
  const alarms: { at: number; work: () => void }[] = [];
  const clock: Clock = {
    now: () => time,
    after(milliseconds, work) {
      const alarm = { at: time + milliseconds, work };
      alarms.push(alarm);
      return () => void alarms.splice(alarms.indexOf(alarm), 1);
    },
  };
  const sliced = new Sliced<string>((result) => results.push(result), pace, (next) => waiting.push(next), clock);
  return {
    results,
    want: (name: string, steps: number, now = false) => sliced.want(() => work(name, steps), now),
    stop: () => sliced.stop(),
    /** The page draws, and lets the work go on; false when none waits. */
    draw() {
      const begun = time;
      waiting.shift()?.();
      return time - begun;
    },
    waits: () => waiting.length > 0,
    /** Time goes by, and whatever was to happen by then does. */
    pass(milliseconds: number) {
      time += milliseconds;
      for (const alarm of alarms.filter(({ at }) => at <= time)) {
        alarms.splice(alarms.indexOf(alarm), 1);
        alarm.work();
      }
    },
  };
}

describe("work in slices", () => {
  test("that is short is done at once", () => {
    const { want, results, waits } = page();
    want("short", 2);
    expect(results).toEqual(["short"]);
    expect(waits()).toBe(false);
  });

  test("that is long never keeps the page from drawing for longer than a slice and a step", () => {
    const { want, results, draw, waits } = page();
    want("long", 40);
    expect(results).toEqual([]);
    let slices = 0;
    while (waits()) {
      expect(draw()).toBeLessThan(8 + 3);
      slices++;
    }
    expect(results).toEqual(["long"]);
    expect(slices).toBeGreaterThan(10);
  });

  test("lets a result be seen before the next one, and then gives the newest", () => {
    const { want, results, pass } = page(600);
    want("first", 1);
    for (let n = 0; n < 5; n++) {
      pass(100);
      want(`meanwhile ${n}`, 1);
    }
    expect(results).toEqual(["first"]);
    pass(100);
    expect(results).toEqual(["first", "meanwhile 4"]);
    pass(10_000);
    want("late", 1);
    expect(results, "nobody waits after a pause").toEqual(["first", "meanwhile 4", "late"]);
  });

  test("does not wait where what was seen is no longer worth it", () => {
    const { want, results, pass } = page(600);
    want("first", 1);
    want("second", 1);
    want("third", 1, true);
    expect(results).toEqual(["first", "third"]);
    pass(600);
    expect(results, "nothing is left that waited").toEqual(["first", "third"]);
  });

  test("that waits for its turn does nothing once it is left off", () => {
    const { want, results, pass, stop } = page(600);
    want("first", 1);
    want("second", 1);
    stop();
    pass(1_000);
    expect(results).toEqual(["first"]);
  });

  test("comes to an end though something new is asked for all the time, and then does only the newest", () => {
    const { want, results, draw, waits } = page();
    want("first", 12);
    for (let n = 0; n < 3; n++) {
      draw();
      want(`meanwhile ${n}`, 12);
    }
    while (waits()) draw();
    expect(results).toEqual(["first", "meanwhile 2"]);
  });

  test("that fails leaves the next to be done", () => {
    const results: string[] = [];
    const sliced = new Sliced<string>((result) => results.push(result), 0, () => {}, { now: () => 0, after: () => () => {} });
    const fails = function* (): Steps<string> {
      throw new Error("it cannot be laid");
    };
    expect(() => sliced.want(fails)).toThrow("it cannot be laid");
    sliced.want(function* () {
      return "next";
    });
    expect(results).toEqual(["next"]);
  });

  test("says nothing more once it is stopped", () => {
    const { want, results, draw, stop, waits } = page();
    want("long", 40);
    stop();
    while (waits()) draw();
    expect(results).toEqual([]);
  });
});
