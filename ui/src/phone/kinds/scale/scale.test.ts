// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import type { Answer, PhonePoll, QuestionView } from "../../../protocol/generated";
import { asks, withPhone } from "../../../testing/phone";
import { calm } from "../../../testing/streams";
import { words as common } from "../../words";
import { kind } from "./index";
import { words } from "./words";

const phone = withPhone();
const fr = { ...common.fr, ...words.fr };
const accord = ["Pas du tout d’accord", "Plutôt pas d’accord", "Ni d’accord ni pas d’accord", "Plutôt d’accord", "Tout à fait d’accord"];

type Settings = Extract<QuestionView, { kind: "scale" }>;
const scale = (texts: string[], settings: Partial<Settings> = {}): Settings => ({
  kind: "scale",
  statements: texts.map((text, index) => ({ id: `s${index}`, text })),
  first: 1,
  points: 5,
  low: accord[0]!,
  high: accord[4]!,
  labels: accord,
  signs: [],
  ...settings,
});

const counted = (): Answer | undefined => phone.page.server.ballots.get("p")?.answer;
const radios = (statement = "s0") => [...document.querySelectorAll<HTMLInputElement>(`input[name=value-${statement}]`)];
const send = () => document.querySelector<HTMLElement>(".dock > .send")!;

beforeEach(() => {
  phone.page.inside = { scale: kind };
});

async function open(question: Settings, first: Partial<PhonePoll> = {}): Promise<void> {
  phone.page.server.view = asks(question, first);
  await phone.page.open();
}

/** `detail` is 1 for a finger or a mouse, 0 for a key. */
async function choose(value: number, statement = "s0", detail = 1): Promise<void> {
  const radio = radios(statement).find((one) => one.value === `${value}`)!;
  radio.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail }));
  await calm();
}

describe("one statement", () => {
  test("is voted at a tap", async () => {
    await open(scale([""]));
    await choose(4);
    expect(counted()).toEqual<Answer>({ kind: "scale", values: { s0: 4 } });
    expect(radios().map((radio) => radio.checked)).toEqual([false, false, false, true, false]);
  });

  test("waits for the button where arrow keys go through the values", async () => {
    await open(scale([""]));
    await choose(2, "s0", 0);
    await choose(3, "s0", 0);
    expect(counted()).toBeUndefined();
    await phone.page.taps(fr.submit);
    expect(counted()).toEqual<Answer>({ kind: "scale", values: { s0: 3 } });
  });

  test("has a value a line with its words, and is named by the question", async () => {
    await open(scale([""]));
    for (const word of accord) expect(phone.page.text).toContain(word);
    expect(document.querySelector("legend")?.textContent).toContain("Et vous");
  });

  test("counts from nothing to ten where there are eleven values, and says which ends they are", async () => {
    await open(scale([""], { points: 11, first: 0, labels: [], low: "Jamais", high: "Dès ce soir" }));
    expect(radios().map((radio) => radio.value)).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    expect(phone.page.text).toContain("Jamais");
    const named = radios().map((radio) => radio.closest("label")?.textContent?.trim());
    expect([named[0], named[5], named[10]]).toEqual(["0 Jamais", "5", "10 Dès ce soir"]);
    await choose(0);
    expect(counted()).toEqual<Answer>({ kind: "scale", values: { s0: 0 } });
  });
});

describe("several statements", () => {
  test("are collected, and those left out are skipped", async () => {
    await open(scale(["A", "B", "C"]));
    expect(send().getAttribute("aria-disabled"), "nothing is answered").toBe("true");
    await choose(5, "s2");
    await choose(1, "s0");
    expect(counted(), "chosen is not sent").toBeUndefined();
    expect(phone.page.text).toContain(fr.left(1));
    await phone.page.taps(/Valider/);
    expect(counted()).toEqual<Answer>({ kind: "scale", values: { s0: 1, s2: 5 } });
  });

  test("may be taken back one by one, until nothing is left to send", async () => {
    await open(scale(["A", "B"]));
    await choose(5, "s1");
    await phone.page.taps(/×/);
    expect(radios("s1").some((radio) => radio.checked)).toBe(false);
    expect(send().getAttribute("aria-disabled")).toBe("true");
  });

  test("show the room's answers and one's own once it is closed, and can be changed no more", async () => {
    await open(scale(["A"], { statements: [{ id: "s0", text: "A" }, { id: "s1", text: "B" }] }));
    await choose(2, "s0");
    await phone.page.taps(/Valider/);
    const told = (id: string) => ({ id, answers: 10, skipped: 0, counts: [1, 2, 3, 4, 0], percents: [10, 20, 30, 40, 0], mean: 3, spread: 1 });
    await phone.page.sends(asks(scale(["A", "B"]), { state: "closed", results: { ballots: 10, figures: { shape: "scale", statements: [told("s0"), told("s1")] } } }));
    expect(phone.page.text).toContain("40 %");
    expect(phone.page.text, "with its decimal, as on the stage").toContain(fr.mean("3,0").replace(/ /g, " "));
    expect(radios("s0")[1]?.checked).toBe(true);
    expect(radios("s0").every((radio) => radio.matches(":disabled"))).toBe(true);
  });
});
