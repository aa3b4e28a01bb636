// @vitest-environment jsdom
import { flushSync } from "svelte";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { deskWith, sees } from "../testing/desk";
import { button, one, shown } from "../testing/dom";
import OnDesk from "../testing/OnDesk.svelte";
import type { DoorView } from "../protocol/generated";
import Board from "./Board.svelte";
import { listen } from "./keyboard";
import { consoleDeck, consoleView, slideOf } from "./logic/fixtures";
import { toldOf } from "./notices";
import type { Desk } from "./state/desk.svelte";
import { words } from "./words";

const deck = consoleDeck([slideOf("cover"), slideOf("statement")]);
const view = (door: Partial<DoorView> = {}, joined = 5) => {
  const now = consoleView(deck, { slide: 0, step: 0 });
  return { ...now, stage: { ...now.stage, joined }, door: { ...now.door, ...door } };
};
const many = { group: "g1", joins: 10, waiting: 2, refused: false };

let asked: [path: string, body: unknown][];
let desk: Desk;

beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", (path: string, { body }: RequestInit) => {
    asked.push([path, JSON.parse(body as string)]);
    return Promise.resolve(new Response("{}"));
  });
  desk = deskWith(deck, view());
});

function board(): void {
  shown(OnDesk, { desk, part: Board });
}

async function press(what: HTMLElement): Promise<void> {
  what.click();
  await vi.waitFor(() => expect(desk.pending).toBe(0));
  flushSync();
}

describe("phones that wait at the door", () => {
  test("are told once for each address, with the two answers there are", async () => {
    board();
    sees(desk, view({ waiting: [many] }));
    const notice = one(".notices .notice");
    expect(notice.textContent).toContain(words.door.arrivals(12));
    expect(notice.textContent).toContain(words.door.arrivalsWhat(2));
    await press(button(words.door.yes));
    await press(button(words.door.no));
    expect(asked).toEqual([
      ["/control/door/groups/g1", { let_in: true }],
      ["/control/door/groups/g1", { let_in: false }],
    ]);
  });

  test("are told of no longer once they are in, or are not to come in", () => {
    board();
    sees(desk, view({ waiting: [{ ...many, waiting: 0 }, { ...many, group: "g2", refused: true }] }));
    expect(document.querySelector(".notices .notice")).toBeNull();
  });

  test("that were not let in may be so after all", async () => {
    desk.dialog = { kind: "room" };
    board();
    sees(desk, view({ waiting: [{ ...many, refused: true }] }));
    await press(button(words.door.yesAfterAll));
    expect(asked).toEqual([["/control/door/groups/g1", { let_in: true }]]);
  });
});

describe("the door", () => {
  test("is closed and opened again by one key, and the bar says that it is closed", async () => {
    board();
    const stop = listen(desk);
    const key = async () => {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "d", bubbles: true }));
      await vi.waitFor(() => expect(desk.toast).not.toBeNull());
    };
    await key();
    expect(desk.toast?.text).toBe(words.door.closed);
    sees(desk, view({ open: false }));
    expect(one("header .badge").textContent).toBe(words.door.shut);
    desk.toast = null;
    await key();
    stop();
    expect(asked).toEqual([
      ["/control/door", { open: false }],
      ["/control/door", { open: true }],
    ]);
  });
});

describe("the rehearsal", () => {
  test("is explained with the exact command, key included", () => {
    desk.dialog = { kind: "rehearsal" };
    board();
    sees(desk, { ...view({ rehearsal_key: "abc123" }, 0), stage: { ...view({}, 0).stage, join: { url: "http://192.168.1.5:8080/", short: "", qr: null } } });
    expect(one("code").textContent).toBe("gazouillis rehearse http://192.168.1.5:8080/ --key abc123 -n 30");
    expect(document.body.textContent).not.toContain(words.rehearse.real);
  });

  test("says that a session with real phones in it is not to become one", () => {
    desk.dialog = { kind: "rehearsal" };
    board();
    expect(document.body.textContent).toContain(words.rehearse.real);
  });
});

describe("the question whether an interrupted session goes on", () => {
  const asks = () => sees(desk, { ...view(), asks_resume: { started_at: Date.UTC(2026, 2, 4, 9) } });

  test("has two answers, and is gone once the server no longer asks", async () => {
    board();
    asks();
    expect(one("dialog").textContent).toMatch(/2026/);
    await press(button(words.dialogs.resumeYes));
    await press(button(words.dialogs.resumeNo));
    expect(asked.map(([path]) => path)).toEqual(["/control/session/resume", "/control/session/new"]);
    sees(desk, view());
    expect(document.querySelector("dialog")).toBeNull();
  });

  test("is not put away by Escape, nor passed over by a key of the talk", () => {
    board();
    asks();
    const stop = listen(desk);
    one("dialog").dispatchEvent(new Event("cancel", { cancelable: true }));
    for (const key of ["n", "PageDown"]) one("dialog").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    flushSync();
    stop();
    expect(document.querySelector("dialog")).not.toBeNull();
    expect(asked).toEqual([]);
  });
});

test("what the store has to tell has words", () => {
  for (const type of ["scrub_waiting", "recovered"] as const) {
    const told = toldOf({ type });
    expect(told.title).toMatch(/\S/);
    expect(told.text).toMatch(/\S/);
  }
});

describe("a dialog that closes", () => {
  test("gives the focus back to what opened the first of a row", () => {
    board();
    const menu = one("[data-action=menu]");
    menu.focus();
    menu.click();
    flushSync();
    expect(document.activeElement?.id, "the dialog has it").toBe("dialog-title");
    desk.dialog = { kind: "finish" };
    flushSync();
    expect(document.activeElement?.textContent).toBe(words.dialogs.cancel);
    desk.dialog = null;
    flushSync();
    expect(document.activeElement).toBe(menu);
  });

  test("leaves the focus alone where the page had put it elsewhere, or where its opener is gone", () => {
    board();
    one("[data-action=menu]").focus();
    desk.dialog = { kind: "help" };
    flushSync();
    document.querySelector("[data-action=menu]")!.remove();
    desk.dialog = null;
    flushSync();
    expect(document.activeElement).toBe(document.body);
  });
});
