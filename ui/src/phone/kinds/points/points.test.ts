// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { Answer, QuestionView } from "../../../protocol/generated";
import { asks, withPhone } from "../../../testing/phone";
import { calm, pass } from "../../../testing/streams";
import type { PhoneKind } from "../kind";
import { words as common } from "../../words";
import { kind } from ".";
import { words } from "./words";

const phone = withPhone();
const fr = { ...common.fr, ...words.fr };
const counted = () => phone.page.server.ballots.get("p")?.answer;
const figures = () => [...document.querySelectorAll(".purse .percent")].map((figure) => figure.textContent);
const button = (label: string) => document.querySelector<HTMLElement>(`[aria-label="${label}"]`)!;
const send = () => document.querySelector<HTMLElement>(".dock > .send:last-child")!;

const options = ["a", "b", "c"].map((id) => ({ id, text: `Option ${id}`, picture: null }));

async function open(settings: Partial<Extract<QuestionView, { kind: "points" }>> = {}, first = {}): Promise<void> {
  phone.page.inside = { points: kind as unknown as PhoneKind };
  phone.page.server.view = asks({ kind: "points", options, total: 100, step: 10, ...settings }, first);
  await phone.page.open();
}

async function presses(label: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time++) {
    button(label).click();
    await calm();
  }
}

describe("points", () => {
  test("go to an option step by step, and what is left is shown and said", async () => {
    await open();
    await presses("Plus : Option b", 2);
    await presses("Moins : Option b");
    expect(figures()).toEqual(["0", "10", "0"]);
    expect(phone.page.text).toContain(fr.left(90));
    expect(phone.page.heard.at(-1)).toBe("Option b : 10. Encore 90 points à donner.");
  });

  test("are sent when all are given, and not before", async () => {
    await open({ total: 20 });
    await presses("Plus : Option a");
    expect(send().getAttribute("aria-disabled")).toBe("true");
    send().click();
    await calm();
    expect(counted()).toBeUndefined();
    await presses("Plus : Option c", 5);
    expect(figures(), "there are no more than there are").toEqual(["10", "0", "10"]);
    expect(button("Plus : Option b").getAttribute("aria-disabled")).toBe("true");
    await phone.page.taps(fr.submit);
    expect(counted()).toEqual<Answer>({ kind: "points", points: { a: 10, c: 10 } });
  });

  test("go on by themselves while the button is held", async () => {
    await open();
    button("Plus : Option a").dispatchEvent(new Event("pointerdown"));
    await pass(400 + 3 * 110 + 50);
    button("Plus : Option a").dispatchEvent(new Event("pointerup"));
    button("Plus : Option a").click();
    await calm();
    expect(figures()[0], "the click that ends it gives no more").toBe("40");
    await pass(1_000);
    expect(figures()[0]).toBe("40");
  });

  test("that are left are shared out equally, to the last of them", async () => {
    await open();
    await presses("Plus : Option a");
    await phone.page.taps(fr.rest);
    const given = figures().map(Number);
    expect(given.reduce((sum, points) => sum + points, 0)).toBe(100);
    expect(given).toEqual([40, 30, 30]);
    await presses("Moins : Option a");
    await presses("Plus : Option b");
    expect(figures()).toEqual(["30", "40", "30"]);
  });

  test("that are not whole steps go to the next one", async () => {
    await open({ options: options.slice(0, 2), total: 15, step: 10 });
    await presses("Plus : Option a");
    await phone.page.taps(fr.rest);
    await presses("Moins : Option b");
    expect(figures()[1], "2 or 3 points are no whole step").toBe("0");
  });

  test("show the room's share beside one's own once it is closed", async () => {
    await open({ total: 10 });
    await presses("Plus : Option a");
    await phone.page.taps(fr.submit);
    const purse = (id: string, percent: number) => ({ id, total: percent, mean: percent / 10, percent, givers: 1, most: 0 });
    const figuresOf = { shape: "points" as const, purses: [purse("a", 20), purse("b", 70), purse("c", 10)] };
    await phone.page.sends(asks({ kind: "points", options, total: 10, step: 10 }, { state: "closed", results: { ballots: 9, figures: figuresOf } }));
    expect(figures().map((text) => text?.replaceAll("\u00a0", " "))).toEqual(["20 %", "70 %", "10 %"]);
    expect(phone.page.text).toContain("vous : 10");
  });
});
