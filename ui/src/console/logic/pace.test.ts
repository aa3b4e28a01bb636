import { describe, expect, test } from "vitest";
import { duration, paceOf, plannedSeconds, sectionMarks, sectionPace, span, timeline } from "./pace";

const MINUTES = [1, 2, null, 3];

describe("pace", () => {
  test("the plan is the sum of what is planned", () => {
    expect(plannedSeconds(MINUTES)).toBe(360);
  });

  test("anywhere in the slide's own span is on time", () => {
    expect(paceOf(MINUTES, 1, 60)).toEqual({ kind: "on-time" });
    expect(paceOf(MINUTES, 1, 180)).toEqual({ kind: "on-time" });
  });

  test("half a minute either way is not worth a word", () => {
    expect(paceOf(MINUTES, 1, 31)).toEqual({ kind: "on-time" });
    expect(paceOf(MINUTES, 1, 209)).toEqual({ kind: "on-time" });
  });

  test("ahead counts from the span's start, behind from its end", () => {
    expect(paceOf(MINUTES, 3, 100)).toEqual({ kind: "ahead", seconds: 80 });
    expect(paceOf(MINUTES, 0, 150)).toEqual({ kind: "behind", seconds: 90 });
  });

  test("without a plan there is no pace", () => {
    expect(paceOf([null, null], 1, 500)).toEqual({ kind: "unplanned" });
  });
});

test("the timeline stretches when the talk runs over", () => {
  expect(timeline(MINUTES, 3, 180)).toEqual({ from: 0.5, to: 1, now: 0.5 });
  expect(timeline(MINUTES, 3, 720)).toEqual({ from: 0.25, to: 0.5, now: 1 });
});

test("planned minutes read as people say them", () => {
  expect([0.25, 1, 1.5, 2.1].map(span)).toEqual(["15\u00a0s", "1\u00a0min", "1\u00a0min\u00a030", "2\u00a0min\u00a006"]);
});

test("durations read as clocks do", () => {
  expect(["0:00", "4:07", "59:59", "1:02:30"]).toEqual([-5, 247, 3599.9, 3750].map(duration));
});

describe("a section", () => {
  test("is left what the plan gives it, whenever it began", () => {
    expect(sectionPace(MINUTES, 1, 2, 60)).toEqual({ planned: 120, left: 120 });
    expect(sectionPace(MINUTES, 1, 2, 150)).toEqual({ planned: 120, left: 30 });
    expect(sectionPace(MINUTES, 1, 2, 200)).toEqual({ planned: 120, left: -20 });
    expect(sectionPace(MINUTES, 1, 2, 0), "and no more").toEqual({ planned: 120, left: 120 });
    expect(sectionPace(MINUTES, 2, 2, 0), "without a plan it is not spoken of").toBeNull();
  });

  test("begins where the line has a mark, and a talk that runs over shrinks them all", () => {
    expect(sectionMarks(MINUTES, [0, 1, 3], 0)).toEqual([60 / 360, 0.5]);
    expect(sectionMarks(MINUTES, [0, 3], 720)).toEqual([0.25]);
  });
});
