// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import type { Answer, QuestionView, Solution } from "../../../protocol/generated";
import { asks, withPhone } from "../../../testing/phone";
import { calm } from "../../../testing/streams";
import { words as common } from "../../words";
import { kind } from "./index";
import { words } from "./words";

const phone = withPhone();
const fr = { ...common.fr, ...words.fr };

type Settings = Extract<QuestionView, { kind: "number" }>;
const number = (settings: Partial<Settings> = {}): Settings => ({ kind: "number", min: 0, max: 100, step: 1, decimals: 0, unit: null, ...settings });
const halves = number({ step: 0.5, decimals: 1, unit: "€" });

const counted = (): Answer | undefined => phone.page.server.ballots.get("p")?.answer;
const field = () => document.querySelector<HTMLInputElement>("main .field")!;
const send = () => document.querySelector<HTMLElement>(".dock > .send")!;
const steps = () => [...document.querySelectorAll<HTMLElement>(".step")];

beforeEach(() => {
  phone.page.inside = { number: kind };
});

async function open(question: Settings): Promise<void> {
  phone.page.server.view = asks(question);
  await phone.page.open();
}

async function types(text: string): Promise<void> {
  field().focus();
  field().value = text;
  field().dispatchEvent(new Event("input", { bubbles: true }));
  await calm();
}

describe("a number", () => {
  test.each([
    ["12,5", 12.5],
    ["12.5", 12.5],
    [" 12 ", 12],
    ["7,", 7],
  ])("written %j is %d", async (text, value) => {
    await open(halves);
    await types(text);
    expect(field().value, "what is being typed stays as it is").toBe(text);
    await phone.page.taps(fr.submit);
    expect(counted()).toEqual<Answer>({ kind: "number", value });
  });

  test.each([
    ["101", fr.out],
    ["-1", fr.out],
    ["12,3", fr.step("0,5")],
    ["douze", fr.none],
    ["1e", fr.none],
  ])("written %j is not sent, and the page says why", async (text, why) => {
    await open(halves);
    await types(text);
    expect(phone.page.text).toContain(why);
    expect(send().getAttribute("aria-disabled")).toBe("true");
    field().form!.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await calm();
    expect(counted()).toBeUndefined();
  });

  test("is sent by the keyboard's own key", async () => {
    await open(number());
    await types("42");
    field().form!.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await calm();
    expect(counted()).toEqual<Answer>({ kind: "number", value: 42 });
  });

  test("goes up and down by steps that stay within the range, without a phone's rounding", async () => {
    await open(number({ max: 1, step: 0.1, decimals: 1 }));
    const [less, more] = steps();
    for (let press = 0; press < 4; press++) more!.click();
    await calm();
    await phone.page.taps(fr.submit);
    expect(counted()).toEqual<Answer>({ kind: "number", value: 0.3 });
    for (let press = 0; press < 20; press++) more!.click();
    expect(field().value).toBe("1");
    for (let press = 0; press < 20; press++) less!.click();
    expect(field().value).toBe("0");
  });

  test("asks for the keyboard that can write it", async () => {
    await open(number());
    expect(field().inputMode || field().getAttribute("inputmode")).toBe("numeric");
    await open(halves);
    expect(field().getAttribute("inputmode")).toBe("decimal");
    await open(number({ min: -20 }));
    expect(field().getAttribute("inputmode"), "some number pads have no minus").toBe("text");
  });

  test("says what is right, and the median, once that is told", async () => {
    await open(number({ unit: "ans" }));
    await types("40");
    await phone.page.taps(fr.submit);
    const figures = { shape: "number" as const, bins: [], quartiles: { low: 1, median: 37.5, high: 50 } };
    const solution: Solution = { kind: "number", right: 42, tolerance: 2, within: 1, closest: 41 };
    await phone.page.sends(asks(number({ unit: "ans" }), { state: "closed", results: { ballots: 3, figures }, solution }));
    const text = phone.page.text.replaceAll("\u202f", " ");
    expect(text).toContain("42 ans");
    expect(text).toContain("37,5 ans");
    expect(text).toContain(fr.right("").replace(/ ?\.$/, "").trim());
    expect(text).toContain(common.fr.right);
  });
});

test("right is what is within the tolerance, as far as a phone can tell", () => {
  const solution: Solution = { kind: "number", right: 0.3, tolerance: 0.1, within: 0, closest: null };
  const right = (value: number) => kind.isRight?.(solution, { kind: "number", value });
  expect([0.19, 0.2, 0.3, 0.4, 0.41].map(right)).toEqual([false, true, true, true, false]);
});
