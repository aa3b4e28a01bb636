import { describe, expect, test } from "vitest";
import { Sliced, type Steps } from "./sliced";

/** A clock on which every step takes three milliseconds, and a page that goes on when it is told to. */
function page() {
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
  const sliced = new Sliced<string>((result) => results.push(result), (next) => waiting.push(next), () => time);
  return {
    results,
    want: (name: string, steps: number) => sliced.want(() => work(name, steps)),
    stop: () => sliced.stop(),
    /** The page draws, and lets the work go on; false when none waits. */
    draw() {
      const begun = time;
      waiting.shift()?.();
      return time - begun;
    },
    waits: () => waiting.length > 0,
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
    const sliced = new Sliced<string>((result) => results.push(result), () => {}, () => 0);
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
