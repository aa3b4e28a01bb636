// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Concern, ConsoleQa, ConsoleQuestion, ConsoleView, MoodView } from "../../protocol/generated";
import { deskWith, sees } from "../../testing/desk";
import { one, shown } from "../../testing/dom";
import OnDesk from "../../testing/OnDesk.svelte";
import Board from "../Board.svelte";
import { listen } from "../keyboard";
import { said as typed } from "../kinds/typed/words";
import { consoleDeck, consoleView, slideOf } from "../logic/fixtures";
import type { Desk } from "../state/desk.svelte";
import { said } from "./words";

const asks = (id: number, text: string, concern: Concern | null = null): ConsoleQuestion => ({ id, spans: [{ text, concern }], votes: 3, pinned: false, answered: false });
const waiting = [asks(7, "Qui lit ?"), asks(9, "06 12 34 56 78", "phone"), asks(12, "Et après ?")];
const deck = consoleDeck([slideOf("default")]);

let desk: Desk;
let sent: unknown[];
let stop: () => void;

function view(qa: Partial<ConsoleQa>, mood: MoodView | null = null): ConsoleView {
  const now = consoleView(deck, { slide: 0, step: 0 });
  Object.assign(now.channels.qa, qa);
  now.channels.mood = mood;
  return now;
}
function opens(qa: Partial<ConsoleQa>, mood: MoodView | null = null): void {
  desk = deskWith(deck, view(qa, mood));
  sent = [];
  vi.spyOn(desk.control, "rule").mockImplementation((...ruling) => (sent.push(ruling), Promise.resolve({})));
  vi.spyOn(desk.control, "channel").mockImplementation((...wanted) => (sent.push(wanted), Promise.resolve({})));
  stop = listen(desk);
  shown(OnDesk, { desk, part: Board });
}
const presses = async (key: string) => {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  await vi.waitFor(() => expect(desk.pending).toBe(0));
};
const turnsToQuestions = () => {
  [...document.querySelectorAll<HTMLElement>(".hand .tabs button")][1]!.click();
  sees(desk, desk.view);
};

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

test("how many questions wait is said whatever the panel shows", () => {
  opens({ waiting, waiting_count: 3 });
  expect(one(".hand .tabs").textContent).toContain(said.waitingNow(3));
  expect(document.querySelector("[data-question]")).toBeNull();
  turnsToQuestions();
  const lines = [...document.querySelectorAll("[data-question] p")].map((line) => line.textContent?.trim());
  expect(lines).toEqual(["Qui lit ?", `06 12 34 56 78 (${typed.concerns.phone})`, "Et après ?"]);
});

test("the keys decide about the question that has waited longest, or about all in which nothing is marked", async () => {
  opens({ waiting, waiting_count: 3 });
  await presses("v");
  await presses("x");
  await presses("t");
  expect(sent).toEqual([[[7], "approve", true], [[7], "hide", true], [[7, 12], "approve", true]]);
});

test("a question that is shown goes on screen, is answered, and goes back", async () => {
  opens({ shown: waiting.slice(0, 1), shown_count: 1 });
  turnsToQuestions();
  [...document.querySelectorAll<HTMLElement>(".panel .tabs button")].find((tab) => tab.textContent?.includes(said.lists.shown))!.click();
  sees(desk, desk.view);
  for (const name of [said.pin, said.answer, said.back]) one<HTMLElement>(`[data-question] [title="${name}"]`).click();
  await vi.waitFor(() => expect(sent).toEqual([[[7], "pin", true], [[7], "answer", true], [[7], "approve", false]]));
});

test("the desk has a gentle mark as soon as a third of the room does not follow, and none before", () => {
  const now = (too_fast: number, lost: number, fine: number) => ({ now: { too_fast, lost, fine }, line: [] });
  opens({}, now(1, 1, 5));
  expect(one(".mood").textContent).not.toContain(said.trouble);
  sees(desk, view({}, now(1, 1, 4)));
  expect(one(".mood").textContent).toContain(said.trouble);
});

test("before the session ends the presenter is asked whether the summary keeps the questions, and told when few asked", async () => {
  opens({ shown: waiting, shown_count: 3, authors: 2 });
  desk.dialog = { kind: "finish" };
  sees(desk, desk.view);
  expect(one("[data-keeps]").textContent).toContain(said.few(2));
  one<HTMLInputElement>("[data-keeps] input").click();
  await vi.waitFor(() => expect(sent).toEqual([["qa", { keep: true }]]));
});
