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
const gaps = () => [...document.querySelectorAll<HTMLElement>(".gap")].map((gap) => gap.querySelector("span")!.textContent);
const chips = () => [...document.querySelectorAll<HTMLElement>(".chip")].filter((chip) => !chip.hidden);
const send = () => document.querySelector<HTMLElement>(".dock > .send")!;

type Blanks = Extract<QuestionView, { kind: "blanks" }>;
const bank: Blanks = {
  kind: "blanks",
  parts: ["Un ", ", puis ", "."],
  words: ["a", "b", "c"].map((id) => ({ id, text: `mot ${id}` })),
  gaps: [["a", "b", "c"], ["a", "b", "c"]],
  once: true,
};
const own: Blanks = { ...bank, gaps: [["a", "b"], ["b", "c"]], once: false };

async function open(question: Blanks = bank, first = {}): Promise<void> {
  phone.page.inside = { blanks: kind as unknown as PhoneKind };
  phone.page.server.view = asks(question, first);
  await phone.page.open();
}

async function taps(...texts: string[]): Promise<void> {
  for (const text of texts) {
    chips().find((chip) => chip.textContent === text)!.click();
    await calm();
  }
}

async function selects(gap: number, id: string): Promise<void> {
  const list = document.querySelectorAll("select")[gap]!;
  list.value = id;
  list.dispatchEvent(new Event("change"));
  await calm();
}

describe("gaps", () => {
  test("are filled one after the other by taps on words, and sent by the button", async () => {
    await open();
    expect(document.querySelector(".sentence")!.textContent).toMatch(/^Un 1.*, puis 2.*\.$/s);
    await taps("mot b");
    expect(send().getAttribute("aria-disabled"), "a gap is still empty").toBe("true");
    await taps("mot a");
    expect(gaps()).toEqual(["mot b", "mot a"]);
    await phone.page.taps(fr.submit);
    expect(counted()).toEqual<Answer>({ kind: "blanks", words: ["b", "a"] });
  });

  test("give a word back at a tap, and the next one comes in its place", async () => {
    await open();
    await taps("mot b", "mot a", "mot b");
    expect(gaps()).toEqual(["1", "mot a"]);
    await taps("mot c");
    expect(gaps()).toEqual(["mot c", "mot a"]);
    expect(phone.page.heard).toEqual(["Blanc 1 : mot b", "Blanc 2 : mot a", "Blanc 1 : vide", "Blanc 1 : mot c"]);
  });

  test("never lose the place of whoever has only keys: after a word come the words of the next gap, then the last gap", async () => {
    await open(own);
    const press = async (text: string) => {
      chips().find((chip) => chip.textContent === text)!.focus();
      await taps(text);
    };
    await press("mot a");
    expect(document.activeElement).toBe(chips()[0]);
    expect(chips().map((chip) => chip.textContent).sort()).toEqual(["mot b", "mot c"]);
    await press("mot c");
    expect(chips()).toHaveLength(0);
    expect(document.activeElement).toBe(document.querySelectorAll("select")[1]);
    await phone.page.taps(fr.submit);
    expect(counted()).toEqual<Answer>({ kind: "blanks", words: ["a", "c"] });
  });

  test("are lists of their words, and a word of the bank leaves the gap it was in", async () => {
    await open();
    await selects(0, "a");
    await selects(1, "a");
    expect(gaps()).toEqual(["1", "mot a"]);
    await selects(1, "");
    expect(gaps()).toEqual(["1", "2"]);
  });

  test("with words of their own offer those of the next gap, and share what both take", async () => {
    await open(own);
    expect(chips().map((chip) => chip.textContent).sort()).toEqual(["mot a", "mot b"]);
    await taps("mot b");
    expect(chips().map((chip) => chip.textContent).sort()).toEqual(["mot b", "mot c"]);
    await taps("mot b");
    expect(gaps()).toEqual(["mot b", "mot b"]);
    expect([...document.querySelectorAll("select")].map((list) => list.options.length), "an empty one besides").toEqual([3, 3]);
    await phone.page.taps(fr.submit);
    expect(counted()).toEqual<Answer>({ kind: "blanks", words: ["b", "b"] });
  });

  test("show the right words, and what one thought struck out", async () => {
    await open();
    await taps("mot a", "mot c");
    await phone.page.taps(fr.submit);
    await phone.page.sends(asks(bank, { state: "closed", solution: { kind: "words", right: ["a", "b"], whole: 0 } }));
    expect(gaps()).toEqual(["mot a", "mot b"]);
    expect([...document.querySelectorAll("s")].filter((one) => !one.hidden).map((one) => one.textContent)).toEqual(["mot c"]);
    expect([...document.querySelectorAll<HTMLElement>(".gap")].map((gap) => gap.dataset["right"])).toEqual(["true", "false"]);
    expect(phone.page.text).toContain(fr.wrong);
  });
});
