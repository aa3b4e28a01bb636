// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
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
const cards = () => [...document.querySelectorAll<HTMLElement>(".pairs .option")];
const textOf = (card: HTMLElement) => card.querySelector(".words")!.textContent!;
/** What stands beside what, as far as it is joined. */
const joined = () => cards().flatMap((card, at) => (at % 2 || !card.hasAttribute("data-joined") ? [] : [`${textOf(card)}–${textOf(cards()[at + 1]!)}`]));
const send = () => document.querySelector<HTMLElement>(".dock > .send")!;

const item = (id: string, text: string) => ({ id, text });
const question: QuestionView = {
  kind: "match",
  left: [item("x", "gauche x"), item("y", "gauche y"), item("z", "gauche z")],
  right: [item("a", "droite a"), item("b", "droite b"), item("c", "droite c")],
};

async function open(first = {}): Promise<void> {
  phone.page.inside = { match: kind as unknown as PhoneKind };
  phone.page.server.view = asks(question, first);
  await phone.page.open();
}

async function taps(...texts: string[]): Promise<void> {
  for (const text of texts) {
    cards().find((card) => textOf(card) === text)!.click();
    await calm();
  }
}

describe("pairs", () => {
  test("are made by a tap on either side, in either order, and move beside each other", async () => {
    await open();
    await taps("gauche x", "droite b");
    expect(joined()).toEqual(["gauche x–droite b"]);
    await taps("droite a", "gauche z");
    expect(joined(), "the last pair needs no tap").toEqual(["gauche x–droite b", "gauche y–droite c", "gauche z–droite a"]);
    await phone.page.taps(fr.submit);
    expect(counted()).toEqual<Answer>({ kind: "match", pairs: { x: "b", y: "c", z: "a" } });
  });

  test("that are not all made are not sent", async () => {
    await open();
    await taps("gauche x", "droite b");
    expect(send().getAttribute("aria-disabled")).toBe("true");
    expect(phone.page.text).toContain(fr.left(2));
  });

  test("change places when one of them gets another", async () => {
    await open();
    await taps("gauche x", "droite a", "gauche y", "droite b", "gauche x", "droite c");
    expect(joined()).toEqual(["gauche x–droite c", "gauche y–droite b", "gauche z–droite a"]);
  });

  test("begin anew with another of the same side, or with none when it is tapped again", async () => {
    await open();
    await taps("gauche x", "gauche y", "droite a");
    expect(joined()).toEqual(["gauche y–droite a"]);
    await taps("gauche x", "gauche x", "droite b");
    expect(joined()).toEqual(["gauche y–droite a"]);
  });

  test("are told to a screen reader, which also hears what belongs to what", async () => {
    await open();
    await taps("gauche x", "droite a");
    expect(phone.page.heard).toEqual([fr.partner, "gauche x, avec : droite a"]);
    const hidden = cards().map((card) => card.querySelector(".visually-hidden")!.textContent!.trim().replaceAll("\u00a0", " "));
    expect(hidden.slice(0, 2)).toEqual(["(avec : droite a)", "(avec : gauche x)"]);
    expect(hidden.slice(2).every((text) => text === `(${fr.loose})`)).toBe(true);
  });

  test("keep the focus on what was tapped, though it moves", async () => {
    await open();
    const last = cards().at(-1)!;
    await taps("gauche x");
    last.focus();
    last.click();
    await calm();
    expect(cards()[1]).toBe(last);
    expect(document.activeElement).toBe(last);
  });

  test("show what was right, and beside it what one thought", async () => {
    await open();
    await taps("gauche x", "droite a", "gauche y", "droite c");
    await phone.page.taps(fr.submit);
    await phone.page.sends(asks(question, { state: "closed", solution: { kind: "pairs", right: { x: "a", y: "b", z: "c" }, whole: 0 } }));
    expect(joined()).toEqual(["gauche x–droite a", "gauche y–droite b", "gauche z–droite c"]);
    expect(cards().map((card) => card.dataset["right"])).toEqual(["true", "true", "false", "false", "false", "false"]);
    expect(phone.page.text).toContain(fr.you("droite c"));
    expect(phone.page.text).toContain(fr.wrong);
  });
});
