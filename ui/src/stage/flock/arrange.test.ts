import { describe, expect, test } from "vitest";
import { apportion, gridFor, peoplePerBird, seatOf } from "./arrange";

describe("sharing birds out", () => {
  test("the parts add up, whatever the fractions", () => {
    for (let people = 1; people < 80; people++) {
      const weights = [people * 0.37, 0.5, people / 3, 1.25, 0, people * 0.01, 2];
      const parts = apportion(weights, people);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(people);
    }
  });
  test("nobody is nobody", () => {
    expect(apportion([0, 0], 10)).toEqual([0, 0]);
    expect(apportion([1, 2], 0)).toEqual([0, 0]);
  });
});

describe("how many people a bird stands for", () => {
  test("one, in a meeting room", () => {
    expect(peoplePerBird(30, 40)).toBe(1);
  });
  test("more in a large room or when most people are in one group", () => {
    expect(peoplePerBird(300, 20)).toBe(5);
    expect(peoplePerBird(90, 95)).toBe(2);
  });
});

test("a group fits its place, with the largest birds possible", () => {
  for (let most = 1; most <= 60; most++) {
    const { columns, cell } = gridFor(most, 110, 385);
    expect(Math.ceil(most / columns) * cell).toBeLessThanOrEqual(385);
    expect(columns * cell).toBeLessThanOrEqual(111);
  }
});

test("seats stack up from the wire, and a short row is centred", () => {
  const grid = { columns: 2, cell: 50 };
  expect(seatOf(0, 3, 100, 500, grid)).toEqual({ x: 50, y: 450 });
  expect(seatOf(2, 3, 100, 500, grid)).toEqual({ x: 75, y: 400 });
});
