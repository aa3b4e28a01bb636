import type { ConsoleQuestion, MoodCount } from "../../protocol/generated";
import type { Desk } from "../state/desk.svelte";

/** Whether the keys for what waits are about the room's questions: a poll of texts at hand has them first. */
export const keysAreQuestions = (desk: Desk): boolean => !desk.poll?.poll.queue;

/** What was asked, without its marks. */
export const textOf = (question: ConsoleQuestion): string => question.spans.map((span) => span.text).join("");

/** Whether nothing in it is to be looked at. */
export const isPlain = (question: ConsoleQuestion): boolean => question.spans.every((span) => span.concern === null);

/** Shows or hides the question that has waited longest, or shows all in which nothing is to be looked at. */
export function ruleFirst(desk: Desk, ruling: "approve" | "hide", all: boolean): void {
  const { waiting } = desk.view.channels.qa;
  const about = (all ? waiting.filter(isPlain) : waiting.slice(0, 1)).map(({ id }) => id);
  if (about.length > 0) void desk.press(() => desk.control.rule(about, ruling, true));
}

/** Which part of the room says that it goes too fast or that it is lost; null when nobody says anything. */
export function troubled({ too_fast, lost, fine }: MoodCount): number | null {
  const all = too_fast + lost + fine;
  return all ? (too_fast + lost) / all : null;
}
