// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import type { Answer, QuestionView } from "../../../protocol/generated";
import { asks, withPhone } from "../../../testing/phone";
import { calm } from "../../../testing/streams";
import type { PhoneKind } from "../kind";
import { words as common } from "../../words";
import { kind } from ".";
import { words } from "./words";

const phone = withPhone();
const fr = { ...common.fr, ...words.fr };
const counted = () => phone.page.server.ballots.get("p")?.answer;
const rows = () => [...document.querySelectorAll<HTMLElement>(".rank")];
const shown = () => rows().map((row) => `${row.querySelector(".mark")!.textContent}${row.querySelector(".words span")!.textContent}`);
const send = () => document.querySelector<HTMLElement>(".dock > .send")!;
const row = (text: string) => rows().find((one) => one.querySelector(".words span")!.textContent === text)!;

const options = ["a", "b", "c", "d"].map((id) => ({ id, text: `Option ${id}`, picture: null }));
const ranking = (top: number): QuestionView => ({ kind: "ranking", options, top });

async function open(question = ranking(2), first = {}): Promise<void> {
  phone.page.inside = { ranking: kind as unknown as PhoneKind };
  phone.page.server.view = asks(question, first);
  await phone.page.open();
}

async function taps(text: string): Promise<void> {
  row(text).querySelector<HTMLElement>(".words")!.click();
  await calm();
}

async function presses(sign: string, text: string): Promise<void> {
  row(text).querySelector<HTMLElement>(`[aria-label="${sign} : ${text}"]`)!.click();
  await calm();
}

beforeEach(() => {
  HTMLElement.prototype.setPointerCapture = () => {};
});

describe("a ranking", () => {
  test("is nobody's answer until somebody has placed something", async () => {
    await open();
    expect(shown().every((text) => text.startsWith("Option"))).toBe(true);
    expect(send().getAttribute("aria-disabled")).toBe("true");
    send().click();
    await calm();
    expect(counted()).toBeUndefined();
    expect(phone.page.text).toContain(fr.start(2));
  });

  test("gives the next place at a tap, and is sent by the button", async () => {
    await open();
    await taps("Option c");
    expect(send().getAttribute("aria-disabled"), "a place is still empty").toBe("true");
    await taps("Option a");
    expect(shown().slice(0, 2)).toEqual(["1Option c", "2Option a"]);
    expect(counted(), "placed is not sent").toBeUndefined();
    await phone.page.taps(fr.submit);
    expect(counted()).toEqual<Answer>({ kind: "ranking", order: ["c", "a"] });
  });

  test("tells a screen reader where the option now is", async () => {
    await open();
    await taps("Option c");
    await taps("Option a");
    await presses(fr.up, "Option a");
    await taps("Option a");
    expect(phone.page.heard).toEqual(["Option c : place 1 sur 2", "Option a : place 2 sur 2", "Option a : place 1 sur 2", "Option a : pas classé"]);
  });

  test("takes no more than there are places", async () => {
    await open();
    for (const text of ["Option a", "Option b", "Option d"]) await taps(text);
    expect(shown().slice(0, 2)).toEqual(["1Option a", "2Option b"]);
    expect(row("Option d").querySelector(".words")!.getAttribute("aria-disabled")).toBe("true");
  });

  test("needs no tap for the last of all", async () => {
    await open(ranking(4));
    for (const text of ["Option b", "Option d", "Option a"]) await taps(text);
    expect(shown()).toEqual(["1Option b", "2Option d", "3Option a", "4Option c"]);
    await phone.page.taps(fr.submit);
    expect(counted()).toEqual<Answer>({ kind: "ranking", order: ["b", "d", "a", "c"] });
  });

  test("moves by its arrows, and keeps the focus on them", async () => {
    await open(ranking(4));
    for (const text of ["Option a", "Option b", "Option c"]) await taps(text);
    const down = row("Option a").querySelector<HTMLElement>(`[aria-label^="${fr.down}"]`)!;
    down.focus();
    await presses(fr.down, "Option a");
    expect(shown().slice(0, 2)).toEqual(["1Option b", "2Option a"]);
    expect(document.activeElement).toBe(down);
  });

  test("is dragged by its number, and the click that ends it is no tap", async () => {
    await open(ranking(4));
    for (const text of ["Option a", "Option b", "Option c"]) await taps(text);
    const grip = row("Option a").querySelector<HTMLElement>(".grip")!;
    const pointer = (type: string, clientY: number) => grip.dispatchEvent(Object.assign(new MouseEvent(type, { clientY, bubbles: true }), { pointerId: 1 }));
    pointer("pointerdown", 0);
    pointer("pointermove", 30);
    pointer("lostpointercapture", 30);
    grip.click();
    await calm();
    expect(shown()).toEqual(["1Option b", "2Option a", "3Option c", "4Option d"]);
  });

  test("is there again after a reload, in the same order below", async () => {
    await open();
    await taps("Option d");
    const before = shown();
    await phone.page.open();
    expect(shown()).toEqual(before);
  });

  test("shows the room's order once it is closed, and the right one with what one got right", async () => {
    await open();
    for (const text of ["Option a", "Option b"]) await taps(text);
    await phone.page.taps(fr.submit);
    const rank = (id: string, points: number) => ({ id, points, percent: points, first: 0, named: 1, mean: 1, places: [1, 0] });
    const figures = { shape: "ranking" as const, ranks: [rank("a", 2), rank("b", 9), rank("c", 5), rank("d", 0)] };
    const closed = asks(ranking(2), { state: "closed", results: { ballots: 5, figures } });
    await phone.page.sends(closed);
    expect(shown()).toEqual(["1Option b", "2Option c", "3Option a", "4Option d"]);
    expect(row("Option a").textContent?.replaceAll("\u00a0", " ")).toContain(fr.you(1));
    await phone.page.sends({ ...closed, poll: { ...closed.poll!, solution: { kind: "order", right: ["a", "c"], whole: 0 } } });
    expect(shown().slice(0, 2)).toEqual(["1Option a", "2Option c"]);
    expect(rows().slice(0, 3).map((one) => one.dataset["right"])).toEqual(["true", "false", undefined]);
    expect(phone.page.text).toContain(fr.wrong);
  });
});
