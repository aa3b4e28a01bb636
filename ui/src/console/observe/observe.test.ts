// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ObserveRequest } from "../../protocol/generated";
import { deskWith, sees } from "../../testing/desk";
import { one, shown } from "../../testing/dom";
import OnDesk from "../../testing/OnDesk.svelte";
import Board from "../Board.svelte";
import { listen } from "../keyboard";
import { consoleDeck, consoleView, slideOf } from "../logic/fixtures";
import { perform } from "../perform";
import type { Desk } from "../state/desk.svelte";
import { words } from "../words";

const deck = consoleDeck([slideOf("cover"), slideOf("profiles")]);
deck.stage.profiles = ["curieux", "deborde"].map((id) => ({ id, name: `Le ${id}`, bird: id, summary: "", reference: null }));

let desk: Desk;
let sent: Pick<ObserveRequest, "profile" | "seen">[];
let stop: () => void;

function opens(counts: number[] | null, finished = false): void {
  const view = consoleView(deck, { slide: 0, step: 0 });
  view.observed = counts && { counts, shown: false };
  view.stage.finished = finished;
  desk = deskWith(deck, view);
  sent = [];
  vi.spyOn(desk.control, "observe").mockImplementation(({ profile, seen }) => (sent.push({ profile, seen }), Promise.resolve({})));
  stop = listen(desk);
  shown(OnDesk, { desk, part: Board });
}
const presses = (key: string, more: KeyboardEventInit = {}) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
const panel = () => document.querySelector(".observe");

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

test("its key opens the panel and closes it, a digit counts only while it is open", async () => {
  opens([3, 0]);
  presses("1", { code: "Digit1" });
  expect(desk.dialog, "a slide's number").toMatchObject({ kind: "goto" });
  desk.dialog = null;
  presses(";");
  sees(desk, desk.view);
  expect(panel()?.textContent).toContain(words.observe.total(3));
  presses("1", { code: "Digit1" });
  presses("&", { code: "Digit1" });
  presses("Backspace");
  await vi.waitFor(() => expect(sent).toHaveLength(3));
  expect(sent.map(({ seen }) => seen)).toEqual(["more", "more", "less"]);
  expect(desk.dialog).toBeNull();
  presses(";");
  sees(desk, desk.view);
  expect(panel()).toBeNull();
});

test("a bird is tapped, one is taken away, and where there is none nothing can be", async () => {
  opens([3, 0]);
  perform(desk, "observe");
  sees(desk, desk.view);
  const minus = (name: string) => one<HTMLButtonElement>(`[aria-label="${words.observe.less(name)}"]`);
  expect([minus("Le curieux").disabled, minus("Le deborde").disabled]).toEqual([false, true]);
  minus("Le curieux").click();
  one<HTMLButtonElement>("[data-profile=deborde]").click();
  await vi.waitFor(() => expect(sent).toEqual([{ profile: "curieux", seen: "less" }, { profile: "deborde", seen: "more" }]));
  expect(one("[data-profile=curieux]").textContent?.replace(/\s+/g, " ")).toContain("Le curieux");
});

test("a talk without profiles says so in words, and a finished session counts nothing", async () => {
  opens(null);
  perform(desk, "observe");
  sees(desk, desk.view);
  expect([panel(), desk.toast?.text]).toEqual([null, words.observe.none]);
  stop();
  opens([1, 0], true);
  desk.tab = "observe";
  sees(desk, desk.view);
  presses("1", { code: "Digit1" });
  expect(one<HTMLButtonElement>("[data-profile=curieux]").disabled).toBe(true);
  await vi.waitFor(() => expect(desk.pending).toBe(0));
  expect([sent, desk.lastSeen]).toEqual([[], null]);
  expect(panel()?.textContent).toContain(words.observe.over);
});
