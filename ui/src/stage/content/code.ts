import type { Block, CodeMark, CodeSpan } from "../../protocol/generated";

type Code = Extract<Block, { type: "code" }>;

/** The lines of some code. What an older version stored has its text alone. */
export function linesOf(code: Code): CodeSpan[][] {
  if (code.lines.length) return code.lines;
  return code.text
    .replace(/\n$/, "")
    .split("\n")
    .map((text) => [{ class: null, text }]);
}

/** What is pointed at in a step: the newest mark that has come by then. */
export function markAt(marks: CodeMark[], step: number): CodeMark | null {
  const newest = marks.filter((mark) => mark.step <= step).at(-1);
  return newest && newest.lines.length ? newest : null;
}

/** Whether a line, counted from 1, is pointed at. */
export function isLit(mark: CodeMark | null, line: number): boolean {
  return mark !== null && mark.lines.some(([first, last]) => first <= line && line <= last);
}
