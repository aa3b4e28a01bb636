import { describe, expect, test } from "vitest";
import { SMALLEST, firstFitting } from "./fit";

describe("fitting text", () => {
  test("keeps the full size when it fits", () => {
    expect(firstFitting(() => true)).toBe(0);
  });
  test("takes the largest size that fits", () => {
    expect(firstFitting((level) => level >= 3)).toBe(3);
  });
  test("stops at the smallest size", () => {
    expect(firstFitting(() => false)).toBe(SMALLEST);
  });
});
