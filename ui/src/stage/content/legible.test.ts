import { expect, test } from "vitest";
import { legible } from "./legible";

test("variation selectors go, wherever they are", () => {
  expect(legible({ title: "Attention ⚠\uFE0F", blocks: [{ text: "❤\uFE0F" }] })).toEqual({ title: "Attention ⚠", blocks: [{ text: "❤" }] });
});

test("a value without any is left as it is", () => {
  const value = { title: "😉" };
  expect(legible(value)).toBe(value);
});
