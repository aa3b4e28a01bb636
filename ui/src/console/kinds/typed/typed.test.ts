// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Concern, ConsoleView, Queue, Queued } from "../../../protocol/generated";
import { deskWith, sees } from "../../../testing/desk";
import { one, shown } from "../../../testing/dom";
import OnDesk from "../../../testing/OnDesk.svelte";
import Board from "../../Board.svelte";
import { listen } from "../../keyboard";
import { consoleDeck, consoleView, pollSlide } from "../../logic/fixtures";
import type { Desk } from "../../state/desk.svelte";
import { said } from "./words";

const item = (id: number, text: string, concern: Concern | null = null): Queued => ({ id, key: null, spans: [{ text, concern }], count: 1, theme: null, remarks: [] });
const empty: Queue = {
  waiting: [], waiting_count: 0, shown: [], shown_count: 0, hidden: [], hidden_count: 0,
  review: true, filter: true, locked: false, keep: false, display: "wall", spotlight: null, themes: [],
};
const deck = consoleDeck([pollSlide("p", "single")]);
deck.stage.slides[0]!.poll!.question = { kind: "text", max: 280, moderate: true };

let desk: Desk;
let sent: unknown[];
let stop: () => void;

function view(queue: Partial<Queue>): ConsoleView {
  const now = consoleView(deck, { slide: 0, step: 0 });
  Object.assign(now.polls[0]!, { state: "open", results: null, keeps: false, queue: { ...empty, ...queue } });
  return now;
}

function opens(queue: Partial<Queue>): void {
  desk = deskWith(deck, view(queue));
  sent = [];
  vi.spyOn(desk.control, "moderate").mockImplementation((poll, act) => (sent.push([poll, act]), Promise.resolve({})));
  stop = listen(desk);
  shown(OnDesk, { desk, part: Board });
}

const presses = async (key: string) => {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  await Promise.resolve();
};
const items = () => [...document.querySelectorAll(".items [data-item] p")].map((line) => line.textContent?.replace(/\s+/g, " ").trim());

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

const waiting = [item(7, "Pas le temps."), item(9, "06 12 34 56 78", "phone"), item(12, "Des trolls.")];

test("what waits is listed first, with what to look at marked and said", () => {
  opens({ waiting, waiting_count: 3 });
  expect(items()).toEqual(["Pas le temps.", `06 12 34 56 78 (${said.concerns.phone})`, "Des trolls."]);
  expect(document.querySelectorAll("mark")).toHaveLength(1);
});

test("how many want a text that is shown stands beside it, where the talk takes upvotes", async () => {
  opens({ shown: [{ ...item(7, "Le café."), votes: 12 }, item(9, "Le temps.")], shown_count: 2 });
  [...document.querySelectorAll<HTMLElement>(".panel .tabs button")].find((tab) => tab.textContent?.includes(said.tabs.shown))!.click();
  sees(desk, desk.view);
  expect(items()).toEqual([`Le café. ${said.votes(12)}`, "Le temps."]);
});

test("one key shows the text that has waited longest, one hides it", async () => {
  opens({ waiting, waiting_count: 3 });
  await presses("v");
  await presses("x");
  expect(sent).toEqual([
    ["p", { act: "decide", verdict: "shown", texts: [7], words: [] }],
    ["p", { act: "decide", verdict: "hidden", texts: [7], words: [] }],
  ]);
});

test("what is shown in one go is only what nothing is marked in", async () => {
  opens({ waiting, waiting_count: 3 });
  await presses("t");
  expect(sent).toEqual([["p", { act: "decide", verdict: "shown", texts: [7, 12], words: [] }]]);
});

test("no key does anything while nothing waits", async () => {
  opens({ shown: waiting, shown_count: 3 });
  for (const key of ["v", "x", "t"]) await presses(key);
  expect(sent).toEqual([]);
  expect(one(".items").textContent).toContain(said.empty.waiting);
});

test("a text that is shown can be hidden, isolated, and sorted into a theme", () => {
  opens({ shown: waiting.slice(0, 1), shown_count: 1, themes: [{ id: 3, name: "Le temps" }] });
  [...document.querySelectorAll<HTMLElement>("section.ballots .tabs button")][1]!.click();
  sees(desk, desk.view);
  one<HTMLElement>(`.items [title="${said.hide}"]`).click();
  one<HTMLElement>(`.items [title="${said.large}"]`).click();
  const themes = one<HTMLSelectElement>(".items select");
  themes.value = "3";
  themes.dispatchEvent(new Event("change", { bubbles: true }));
  return vi.waitFor(() =>
    expect(sent.map((one) => (one as [string, object])[1])).toEqual([
      { act: "decide", verdict: "hidden", texts: [7], words: [] },
      { act: "spotlight", text: 7 },
      { act: "sort", texts: [7], theme: 3 },
    ]),
  );
});

test("before the session ends the presenter is asked what the summary keeps", async () => {
  opens({});
  desk.dialog = { kind: "finish" };
  sees(desk, view({}));
  expect(one("fieldset legend").textContent).toBe(said.keep);
  expect(one("fieldset").textContent, "three people could be guessed").toContain(said.few(3));
  one<HTMLInputElement>("fieldset input").click();
  await vi.waitFor(() => expect(sent).toEqual([["p", { act: "keep", on: true }]]));
});
