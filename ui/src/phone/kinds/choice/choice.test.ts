// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { Answer, PhonePoll } from "../../../protocol/generated";
import { asks, one, quiz, some, withPhone } from "../../../testing/phone";
import { calm } from "../../../testing/streams";
import { words as common } from "../../words";
import { words } from "./words";

const phone = withPhone();
const fr = { ...common.fr, ...words.fr };

const counted = (poll = "p") => phone.page.server.ballots.get(poll)?.answer;
const field = () => document.querySelector<HTMLInputElement>("main input")!;
const labels = () => [...document.querySelectorAll(".option .words")].map((label) => label.textContent);
const send = () => document.querySelector<HTMLElement>(".dock > .send")!;

async function open(...asked: Parameters<typeof asks>): Promise<void> {
  phone.page.server.view = asks(...asked);
  await phone.page.open();
}

async function types(text: string): Promise<void> {
  field().value = text;
  field().dispatchEvent(new Event("input", { bubbles: true }));
  await calm();
}

async function presses(): Promise<void> {
  field().form!.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
  await calm();
}

function figures(other: number | null, noOpinion: number | null): Partial<PhonePoll> {
  const bars = ["a", "b", "c"].map((id, index) => ({ id, count: index, percent: 10 * index, sure: null }));
  const part = other === null ? null : { count: other, percent: other };
  return { state: "closed", results: { ballots: 9, figures: { shape: "choice", bars, other: part, no_opinion: noOpinion } } };
}

describe("one option of several", () => {
  test("is a vote at a tap, and needs no button", async () => {
    await open();
    await phone.page.taps("Option b");
    expect(counted()).toEqual<Answer>({ kind: "choice", choice: "b" });
    expect(send().hidden).toBe(true);
  });

  test("may be said in words of one's own, which wait until they are sent", async () => {
    await open(one({ other: true }));
    await phone.page.taps(fr.other);
    expect(document.activeElement, "there to be written in").toBe(field());
    expect(send().getAttribute("aria-disabled"), "nothing is written").toBe("true");
    await presses();
    expect(counted()).toBeUndefined();
    await types("après les vacances");
    expect(counted(), "typed is not sent").toBeUndefined();
    await presses();
    expect(counted()).toEqual<Answer>({ kind: "other", other: "après les vacances" });
    expect(phone.page.text).toContain(fr.saved);
    await phone.page.taps("Option a");
    expect(counted()).toEqual<Answer>({ kind: "choice", choice: "a" });
    expect(field().form!.hidden).toBe(true);
  });

  test("keeps words of one's own over a reload, and what has the focus keeps it while they are typed", async () => {
    await open(one({ other: true }));
    await phone.page.taps(fr.other);
    const before = field();
    await types("peut-être");
    expect(document.activeElement).toBe(before);
    await phone.page.open();
    expect(field().value).toBe("peut-être");
    await phone.page.taps(fr.submit);
    expect(counted()).toEqual<Answer>({ kind: "other", other: "peut-être" });
  });

  test("takes no more characters of one's own than the server does", async () => {
    await open(one({ other: true }));
    expect(field().maxLength).toBe(80);
  });

  test("may be no opinion, which is a vote like another", async () => {
    await open(one({ no_opinion: true }));
    await phone.page.taps(fr.noOpinion);
    expect(counted()).toEqual<Answer>({ kind: "no_opinion" });
    expect(document.querySelectorAll("[aria-checked=true]")).toHaveLength(1);
  });

  test("shows at the end what was said in one's own words, and how many had no opinion", async () => {
    await open(one({ other: true, no_opinion: true }));
    await phone.page.taps(fr.other);
    await types("peut-être");
    await presses();
    await phone.page.sends(asks(one({ other: true, no_opinion: true }), figures(7, 3)));
    expect(labels()).toEqual(["Option a", "Option b", "Option c", `peut-être (${fr.yours})`, fr.noOpinion]);
    expect(phone.page.text).toContain("7 %");
    expect(phone.page.text).toContain("3 voix");
  });
});

describe("a keyboard", () => {
  const radios = () => [...document.querySelectorAll<HTMLElement>("[role=radiogroup] [role=radio]")];
  const press = async (key: string) => {
    document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    await calm();
  };

  test("stops once at the options, and an arrow picks the next one, round and round", async () => {
    await open();
    expect(radios().map((radio) => radio.tabIndex)).toEqual([0, -1, -1]);
    radios()[0]!.focus();
    await press("ArrowDown");
    expect(counted()).toEqual<Answer>({ kind: "choice", choice: "b" });
    expect(document.activeElement).toBe(radios()[1]);
    expect(radios().map((radio) => radio.tabIndex), "the next time it stops at what is picked").toEqual([-1, 0, -1]);
    await press("ArrowLeft");
    await press("ArrowUp");
    expect(counted()).toEqual<Answer>({ kind: "choice", choice: "c" });
    expect(radios().map((radio) => radio.getAttribute("aria-checked"))).toEqual(["false", "false", "true"]);
  });

  test("passes over words of one's own without falling into their field", async () => {
    await open(one({ other: true, no_opinion: true }));
    radios()[2]!.focus();
    await press("ArrowDown");
    expect(document.activeElement?.textContent).toBe(fr.other);
    await press("ArrowDown");
    expect(counted()).toEqual<Answer>({ kind: "no_opinion" });
  });

  test("leaves the answer alone once the vote is closed", async () => {
    await open();
    await phone.page.taps("Option a");
    await phone.page.sends(asks(one(), { state: "closed" }));
    radios()[0]!.focus();
    await press("ArrowDown");
    expect(document.activeElement).toBe(radios()[1]);
    expect(phone.page.ticked).toEqual(["a"]);
  });

  test("finds toggle buttons where several may be ticked", async () => {
    await open(some());
    expect(document.querySelector("[role=radio], [role=radiogroup]")).toBeNull();
    expect(document.querySelectorAll("[aria-pressed]")).toHaveLength(3);
  });
});

describe("the order of options", () => {
  const many = "abcdefgh".split("").map((id) => ({ id, text: `Option ${id}`, picture: null }));
  const shuffle = { options: many, shuffle: true, other: true, no_opinion: true };

  test("is the phone's own, the same after a reload, with what is not an option last", async () => {
    const orders = new Set<string>();
    for (let person = 0; person < 6; person++) {
      localStorage.clear();
      await open(one(shuffle));
      const order = labels();
      expect([...order].sort()).toEqual([...many.map((option) => option.text), fr.other, fr.noOpinion].sort());
      expect(order.slice(-2)).toEqual([fr.other, fr.noOpinion]);
      await phone.page.open();
      expect(labels()).toEqual(order);
      orders.add(order.join());
    }
    // Six phones of 40,320 orders: that any two agree has a chance of 1 in 2,688, that four do of 1 in 10¹².
    expect(orders.size).toBeGreaterThan(3);
  });

  test("is the author's where nothing else is asked for", async () => {
    await open(one({ options: many }));
    expect(labels()).toEqual(many.map((option) => option.text));
  });
});

describe("several options of several", () => {
  test("says in words how many may be ticked, and how many have to be", async () => {
    await open(some({ min: 2, max: 2 }));
    expect(phone.page.text).toContain("2 réponses à choisir.");
    expect(send().getAttribute("aria-disabled")).toBe("true");
    await phone.page.taps("Option a");
    expect(phone.page.text).toContain("Encore 1 réponse au moins.");
    await phone.page.taps(/^Valider/);
    expect(counted(), "too few are not sent").toBeUndefined();
    await phone.page.taps("Option b");
    expect(phone.page.text).toContain(fr.full);
    await phone.page.taps("Option c");
    expect(phone.page.ticked, "one too many is not ticked").toEqual(["a", "b"]);
    await phone.page.taps(/^Valider/);
    expect(counted()).toEqual<Answer>({ kind: "choices", choices: ["a", "b"] });
  });

  test.each<[Parameters<typeof some>[0], string]>([
    [{ min: 1, max: 3 }, "Plusieurs réponses possibles."],
    [{ min: 1, max: 3, other: true }, "3 réponses au plus."],
    [{ min: 1, max: 1 }, "1 réponse au plus."],
    [{ min: 2, max: 3 }, "Au moins 2 réponses."],
    [{ min: 2, max: 3, other: true }, "De 2 à 3 réponses."],
  ])("with %j says at first: %s", async (settings, says) => {
    await open(some(settings));
    expect(phone.page.text).toContain(says);
  });

  test("counts words of one's own as one", async () => {
    await open(some({ max: 2, other: true }));
    await phone.page.taps("Option a");
    await phone.page.taps(fr.other);
    expect(send().getAttribute("aria-disabled"), "what is ticked has to be written").toBe("true");
    await types("autre chose");
    await phone.page.taps("Option b");
    await presses();
    expect(counted()).toEqual<Answer>({ kind: "choices", choices: ["a"], other: "autre chose" });
    await phone.page.taps(fr.other);
    await phone.page.taps(/^Valider/);
    expect(counted()).toEqual<Answer>({ kind: "choices", choices: ["a"] });
  });

  test("has either an opinion or none", async () => {
    await open(some({ no_opinion: true }));
    await phone.page.taps("Option a");
    await phone.page.taps(fr.noOpinion);
    await phone.page.taps(/^Valider/);
    expect(counted()).toEqual<Answer>({ kind: "no_opinion" });
    await phone.page.taps("Option b");
    await phone.page.taps(/^Valider/);
    expect(counted()).toEqual<Answer>({ kind: "choices", choices: ["b"] });
  });

  test("forgets what was ticked and unticked before anything was sent", async () => {
    await open(some());
    await phone.page.taps("Option a");
    await phone.page.taps("Option a");
    await phone.page.sends(asks(some(), { state: "closed" }));
    expect(phone.page.text, "nobody meant to send nothing").not.toContain(fr.notSent);
  });
});

describe("a quiz", () => {
  const solved = (right: string[]): Partial<PhonePoll> => ({ ...figures(null, null), solution: { kind: "options", right } });

  test("that asks for sureness loses no vote of those who do not say, and takes one more tap of those who do", async () => {
    await open(quiz({ confidence: true }));
    expect(phone.page.text, "not before there is something to be sure of").not.toContain(fr.areYouSure);
    await phone.page.taps("Option a");
    expect(counted()).toEqual<Answer>({ kind: "choice", choice: "a" });
    await phone.page.taps(fr.unsure);
    expect(counted()).toEqual<Answer>({ kind: "choice", choice: "a", sure: false });
    await phone.page.taps("Option b");
    expect(counted(), "another answer is another question").toEqual<Answer>({ kind: "choice", choice: "b" });
    await phone.page.taps(fr.sure);
    expect(counted()).toEqual<Answer>({ kind: "choice", choice: "b", sure: true });
  });

  test.each([
    ["a", false],
    ["ab", true],
    ["abc", false],
  ])("with the right answers b and a, of several that may be ticked, finds %s right: %s", async (ticked, right) => {
    await open(quiz({ several: true }));
    for (const id of ticked) await phone.page.taps(`Option ${id}`);
    await phone.page.taps(/^Valider/);
    await phone.page.sends(asks(quiz({ several: true }), solved(["b", "a"])));
    expect(phone.page.text).toContain(right ? fr.right : fr.wrong);
  });

  test("with one answer is right when it is one of the right ones", async () => {
    await open(quiz());
    await phone.page.taps("Option a");
    await phone.page.sends(asks(quiz(), solved(["a", "b"])));
    expect(phone.page.text).toContain(fr.right);
  });

  test("says nothing of right or wrong before it is told", async () => {
    await open(quiz());
    await phone.page.taps("Option a");
    await phone.page.sends(asks(quiz(), figures(null, null)));
    expect(document.querySelector("[data-right]")).toBeNull();
    expect(phone.page.text).not.toContain(fr.wrong);
  });
});

describe("pictures as options", () => {
  test("come from the server's own pictures, with words for those who do not see them", async () => {
    const picture = { src: "img/un chat?.png", alt: "Un chat qui dort" };
    await open(one({ options: [{ id: "a", text: "Option a", picture }, { id: "b", text: "Option b", picture: null }] }));
    const drawn = document.querySelector("main img")!;
    expect(drawn.getAttribute("src")).toBe("/pictures/img/un%20chat%3F.png");
    expect(drawn.getAttribute("alt")).toBe("Un chat qui dort");
  });
});
