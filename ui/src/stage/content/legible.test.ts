import { expect, test } from "vitest";
import { legible } from "./legible";

test("variation selectors go, wherever they are", () => {
  expect(legible({ title: "Attention ⚠\uFE0F", blocks: [{ text: "❤\uFE0F" }] })).toEqual({ title: "Attention ⚠", blocks: [{ text: "❤" }] });
});

test("a value without any is left as it is", () => {
  const value = { title: "😉" };
  expect(legible(value)).toBe(value);
});

test("French punctuation stays on the line of its word, and code and names are left as they are", () => {
  const deck = { language: "fr", title: "Pourquoi moi ? « Vous savez »", slides: [{ id: "a :", blocks: [{ type: "code", text: "a ? b : c" }] }] };
  expect(legible(deck)).toEqual({ ...deck, title: "Pourquoi moi\u00a0? «\u00a0Vous savez\u00a0»" });
  const english = { language: "en", title: "Why me ?" };
  expect(legible(english)).toBe(english);
});
