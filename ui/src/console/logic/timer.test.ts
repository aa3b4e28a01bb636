import { expect, test } from "vitest";
import { withMore } from "./timer";

test("half a minute more is counted from what is left, and from nothing where there was no limit", () => {
  expect(withMore({ total: 60, left_ms: 12_250 })).toBe(43);
  expect(withMore(null)).toBe(30);
});

test("nobody gets more than an hour", () => {
  expect(withMore({ total: 3_600, left_ms: 3_599_000 })).toBe(3_600);
});
