import { expect, test } from "vitest";
import { currentPart, splitNotes } from "./notes";

test("each step has its part; the last one lasts", () => {
  const notes = ["zero", "one"];
  expect([0, 1, 2, 9].map((step) => currentPart(notes, step))).toEqual([0, 1, 1, 1]);
});

test("a step without words keeps the part before it", () => {
  expect([0, 1, 2, 3].map((step) => currentPart(["zero", "", " ", "three"], step))).toEqual([0, 0, 0, 3]);
});

test("parts know whether they are past, current or to come, and empty ones are left out", () => {
  const parts = splitNotes(["zero", "", "two", "three"], 2);
  expect(parts.map((part) => part.when)).toEqual(["past", "now", "later"]);
});

test("no notes give no parts", () => {
  expect(splitNotes([], 0)).toEqual([]);
  expect(splitNotes(["  \n "], 0)).toEqual([]);
});

test("blank lines make paragraphs, single line ends do not", () => {
  const [part] = splitNotes(["one\nline\n\nanother"], 0);
  expect(part?.paragraphs.map((runs) => runs[0]?.text)).toEqual(["one line", "another"]);
});

test("words between quotation marks are spoken", () => {
  const [part] = splitNotes(["Dites : « Bonjour. » Puis “we have not met yet” now"], 0);
  expect(part?.paragraphs[0]).toEqual([
    { text: "Dites\u00a0: ", spoken: false },
    { text: "«\u00a0Bonjour.\u00a0»", spoken: true },
    { text: " Puis ", spoken: false },
    { text: "“we have not met yet”", spoken: true },
    { text: " now", spoken: false },
  ]);
});

test("a word that is only spoken of is not spoken", () => {
  const [part] = splitNotes(["Qui a voté « tasse à lait » ?"], 0);
  expect(part?.paragraphs[0]).toEqual([{ text: "Qui a voté «\u00a0tasse à lait\u00a0»\u00a0?", spoken: false }]);
});
