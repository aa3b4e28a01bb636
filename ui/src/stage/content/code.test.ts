import { expect, test } from "vitest";
import { isLit, linesOf, markAt } from "./code";

const code = { type: "code", language: "rust", text: "a\n\nb\n", lines: [], numbered: false, marks: [] } as const;

test("code that an older version stored is drawn line by line, without colours", () => {
  const lines = linesOf({ ...code, lines: [], marks: [] });
  expect(lines.map((line) => line.map((span) => span.text).join(""))).toEqual(["a", "", "b"]);
});

test("lines that are coloured are taken as they are", () => {
  const lines = [[{ class: "keyword" as const, text: "fn" }]];
  expect(linesOf({ ...code, lines, marks: [] })).toBe(lines);
});

test("the newest mark that has come is the one that is shown, and a mark of no lines points at nothing", () => {
  const marks = [
    { step: 0, lines: [[1, 1] as [number, number]] },
    { step: 1, lines: [[2, 3] as [number, number]] },
    { step: 2, lines: [] },
  ];
  const lit = (step: number) => [1, 2, 3, 4].filter((line) => isLit(markAt(marks, step), line));
  expect([0, 1, 2, 3].map(lit)).toEqual([[1], [2, 3], [], []]);
  expect(markAt([], 5)).toBeNull();
});
