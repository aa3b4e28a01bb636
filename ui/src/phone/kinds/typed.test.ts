// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { QuestionView } from "../../protocol/generated";
import { asks, withPhone } from "../../testing/phone";
import { calm } from "../../testing/streams";
import { words as page } from "../words";
import { kind as text } from "./text";
import { words as textWords } from "./text/words";
import { kind as tweet } from "./tweet";
import { words as tweetWords } from "./tweet/words";
import { kind as words } from "./words";

const phone = withPhone();
const { fr } = page;

async function opens(question: QuestionView): Promise<void> {
  phone.page.inside = { words: words as never, text: text as never, tweet: tweet as never };
  phone.page.server.view = asks(question as never);
  await phone.page.open();
}

const fields = () => [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(".field")];

async function types(field: number, value: string): Promise<void> {
  fields()[field]!.value = value;
  fields()[field]!.dispatchEvent(new Event("input"));
  await calm();
}

const answer = () => phone.page.server.ballots.get("p")?.answer;

describe("words", () => {
  const question: QuestionView = { kind: "words", max: 3, longest: 30, moderate: true };

  test("are typed into fields of their own, and sent without the empty ones", async () => {
    await opens(question);
    expect(fields()).toHaveLength(3);
    await types(0, "veille");
    await types(2, " temps perdu ");
    await phone.page.taps(`${fr.submit} (2)`);
    expect(answer()).toEqual({ kind: "words", words: ["veille", "temps perdu"] });
    expect(fields()[2]!.value, "what was typed stays where it was").toBe(" temps perdu ");
  });

  test("that were not sent are there after a reload", async () => {
    await opens(question);
    await types(0, "veille");
    await opens(question);
    expect(fields()[0]!.value).toBe("veille");
  });

  test("of the room are listed once the poll is closed", async () => {
    await opens(question);
    await phone.page.sends(asks(question as never, { state: "closed", results: { ballots: 9, figures: { shape: "words", words: [{ text: "veille", count: 7 }], more: 0 } } }));
    expect(phone.page.text).toContain("veille 7");
    expect(fields().every((field) => field.hidden), "nothing was typed").toBe(true);
  });
});

describe("a text", () => {
  const question: QuestionView = { kind: "text", max: 20, moderate: true };

  test("says how much room is left, and is not sent when it is too long", async () => {
    await opens(question);
    await types(0, "Pas le temps 🐦");
    expect(phone.page.text).toContain(textWords.fr.left(6));
    await types(0, "Pas le temps, vraiment pas");
    expect(phone.page.text).toContain(textWords.fr.over(6));
    await phone.page.taps(fr.submit);
    expect(answer()).toBeUndefined();
    await types(0, "Pas le temps");
    await phone.page.taps(fr.submit);
    expect(answer()).toEqual({ kind: "text", text: "Pas le temps" });
  });

  test("says that it is read first, where it is", async () => {
    await opens(question);
    expect(phone.page.text).toContain(textWords.fr.read);
    await opens({ ...question, moderate: false });
    expect(phone.page.text).not.toContain(textWords.fr.read);
  });
});

describe("a tweet", () => {
  const question: QuestionView = { kind: "tweet", least_hashtags: 1, most_hashtags: 2, mention: "required", link: "free", confidential: [25891363], moderate: true };
  const { remarks, good } = tweetWords.fr;

  test("is judged while it is typed, and may be sent with its faults", async () => {
    await opens(question);
    await types(0, "Le projet Phénix avance #Vite");
    expect(phone.page.text).toContain(remarks.confidential({ word: "projet Phénix" }));
    expect(phone.page.text).toContain(remarks.no_mention());
    expect(phone.page.text).not.toContain(good);
    await phone.page.taps(fr.submit);
    expect(answer()).toEqual({ kind: "tweet", text: "Le projet Phénix avance #Vite" });
  });

  test("is praised when it follows the charter", async () => {
    await opens(question);
    await types(0, "Belle visite @Musee #Nuit");
    expect(phone.page.text).toContain(good);
    expect(document.querySelector(".left")?.textContent).toBe("255");
  });
});
