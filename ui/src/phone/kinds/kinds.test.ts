// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { Answer, QuestionView } from "../../protocol/generated";
import { asks, withPhone } from "../../testing/phone";
import { calm, pass } from "../../testing/streams";
import { sameAnswer } from "../sync/ballot";
import { words } from "../words";
import type { Asked, Body, BodyState, PhoneKind } from "./kind";

const phone = withPhone();
const { fr } = words;

/** A kind that collects letters, and shows nothing but what it was told. */
class Letters {
  asked!: Asked;
  told: [Answer | null, BodyState][] = [];

  readonly kind: PhoneKind = {
    draw: (asked): Body => {
      this.asked = asked;
      return {
        element: asked.h("div", { id: "letters" }),
        foot: asked.h("p", { id: "foot" }),
        update: (_, answer, state) => void this.told.push([answer, state]),
        ready: (answer) => ({ send: JSON.stringify(answer).includes("z"), says: answer ? "Encore une lettre." : "Des lettres." }),
      };
    },
    isRight: (_, answer) => sameAnswer(answer, order("zy")),
  };

  get last(): [Answer | null, BodyState] {
    return this.told.at(-1)!;
  }
}

const order = (letters: string): Answer => ({ kind: "ranking", order: letters.split("") });
const button = () => document.querySelector<HTMLElement>(".dock > .send")!;

async function opens(letters = new Letters()): Promise<Letters> {
  phone.page.inside = { choice: letters.kind };
  phone.page.server.view = asks();
  await phone.page.open();
  return letters;
}

describe("a kind that has to be loaded", () => {
  test("is waited for with its question in sight, and is drawn when it is here", async () => {
    const letters = new Letters();
    let arrives: (module: unknown) => void = () => {};
    phone.page.inside = {};
    phone.page.elsewhere = { choice: new Promise((resolve) => (arrives = resolve)) };
    phone.page.server.view = asks();
    await phone.page.open();
    expect(phone.page.text).toContain("Et vous ?");
    expect(phone.page.text).toContain("…");
    expect(phone.page.text, "there is nothing to tap yet").not.toContain(fr.tap);
    arrives({ kind: letters.kind });
    await calm();
    expect(document.querySelector("#letters")).not.toBeNull();
    expect(phone.page.text).not.toContain("…");
    expect(letters.told).toHaveLength(1);
    await phone.page.sends(asks(undefined, { id: "next" }));
    expect(document.querySelector("#letters"), "the next question of its kind has it at once").not.toBeNull();
  });
});

describe("the kinds that a talk will ask", () => {
  test("are fetched before they are asked, but not at once, so that they open at once", async () => {
    const letters = new Letters();
    const fetched: string[] = [];
    const ranking = Promise.resolve({ kind: letters.kind });
    phone.page.elsewhere = {
      get ranking() {
        fetched.push("ranking");
        return ranking;
      },
    };
    phone.page.server.kinds = ["single", "ranking"];
    await phone.page.open();
    expect(fetched, "what is asked first comes first").toEqual([]);
    await pass(30_000);
    expect(fetched).toEqual(["ranking"]);
    await phone.page.sends(asks({ kind: "ranking" } as QuestionView));
    expect(document.querySelector("#letters")).not.toBeNull();
    expect(fetched, "once").toEqual(["ranking"]);
  });
});

describe("a kind that collects", () => {
  test("keeps its draft over a reload, sends it when it is whole, and shows what was sent", async () => {
    let letters = await opens();
    expect(phone.page.text).toContain("Des lettres.");
    expect(letters.last).toEqual([null, { open: true, drafted: false, sent: false, pending: false }]);
    letters.asked.draft(order("y"));
    letters = await opens();
    expect(letters.last).toEqual([order("y"), { open: true, drafted: true, sent: false, pending: false }]);
    await phone.page.taps(fr.submit);
    expect(phone.page.server.ballots.size, "it is not whole").toBe(0);
    letters.asked.draft(order("yz"));
    await phone.page.taps(fr.submit);
    expect(phone.page.server.ballots.get("p")?.answer).toEqual(order("yz"));
    expect(letters.last).toEqual([order("yz"), { open: true, drafted: false, sent: true, pending: false }]);
    expect(button().textContent).toBe(fr.edit);
  });

  test("is at work on what was sent when the button says so", async () => {
    const letters = await opens();
    letters.asked.draft(order("yz"));
    await phone.page.taps(fr.submit);
    await phone.page.taps(fr.edit);
    expect(letters.last[1]).toMatchObject({ drafted: true, sent: true });
    expect(phone.page.text).toContain(fr.unsent);
  });

  test("takes nothing once the poll is closed, and is told what counts", async () => {
    const letters = await opens();
    letters.asked.vote(order("yz"));
    await calm();
    letters.asked.draft(order("a"));
    await phone.page.sends(asks(undefined, { state: "closed" }));
    letters.asked.draft(order("b"));
    letters.asked.vote(order("zz"));
    expect(letters.last).toEqual([order("yz"), { open: false, drafted: false, sent: true, pending: false }]);
    expect(button().hidden).toBe(true);
    expect(phone.page.server.taken).toBe(1);
  });

  test("has right answers judged by itself", async () => {
    const letters = await opens();
    letters.asked.vote(order("zy"));
    await calm();
    await phone.page.sends(asks(undefined, { state: "closed", solution: { kind: "options", right: [] } }));
    expect(phone.page.text).toContain(fr.right);
  });

  test("has its own part of the dock, above the button", async () => {
    await opens();
    expect(document.querySelector("#foot")?.nextElementSibling).toBe(button());
  });

  test("may speak to a screen reader", async () => {
    const letters = await opens();
    letters.asked.tell("Y est en tête");
    await calm();
    expect(phone.page.heard).toEqual(["Y est en tête"]);
  });
});

describe("two answers are the same", () => {
  test.each<[Answer, Answer, boolean]>([
    [{ kind: "choices", choices: ["a", "b"] }, { kind: "choices", choices: ["b", "a"] }, true],
    [{ kind: "choices", choices: ["a"] }, { kind: "choices", choices: ["a"], other: "b" }, false],
    [{ kind: "choice", choice: "a", sure: true }, { sure: true, choice: "a", kind: "choice" }, true],
    [{ kind: "choice", choice: "a" }, { kind: "choice", choice: "a", sure: false }, false],
    [{ kind: "ranking", order: ["a", "b"] }, { kind: "ranking", order: ["b", "a"] }, false],
    [{ kind: "words", words: ["a", "b"] }, { kind: "words", words: ["b", "a"] }, true],
    [{ kind: "blanks", words: ["a", "b"] }, { kind: "blanks", words: ["b", "a"] }, false],
    [{ kind: "points", points: { a: 60, b: 40 } }, { kind: "points", points: { b: 40, a: 60 } }, true],
    [{ kind: "scale", values: { a: 1 } }, { kind: "scale", values: { a: 2 } }, false],
    [{ kind: "plane", points: { a: { x: 1, y: 2 } } }, { kind: "plane", points: { a: { y: 2, x: 1 } } }, true],
    [{ kind: "text", text: "a" }, { kind: "tweet", text: "a" }, false],
    [{ kind: "no_opinion" }, { kind: "no_opinion" }, true],
  ])("%j and %j: %s", (one, other, same) => {
    expect(sameAnswer(one, other)).toBe(same);
    expect(sameAnswer(other, one)).toBe(same);
  });
});
