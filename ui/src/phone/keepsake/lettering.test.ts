import { expect, test } from "vitest";
import { block } from "./lettering";

/** Every letter is ten wide. */
const pen = { font: "", measureText: (text: string) => ({ width: 10 * [...text].length }) as TextMetrics };
const letters = { size: 20, weight: 400, family: "serif", colour: "#000", width: 100 };
const lines = (text: string) => block(pen, text, letters).lines;

test("words are broken into lines that fit", () => {
  expect(lines("un deux trois quatre")).toEqual(["un deux", "trois", "quatre"]);
  expect(lines("")).toEqual([]);
});

test("a sign stays with its word", () => {
  expect(lines("Vous avez\u00a0: rien")).toEqual(["Vous", "avez\u00a0:", "rien"]);
});

test("a word longer than a line is broken, and nothing is lost", () => {
  const long = "anticonstitutionnellement";
  expect(lines(`oui ${long}`).join("")).toBe(`oui${long}`);
  expect(lines(long).every((line) => line.length <= 10)).toBe(true);
});

test("a block is as high as its lines", () => {
  expect(block(pen, "un deux trois quatre", letters).height).toBe(3 * 25);
});
