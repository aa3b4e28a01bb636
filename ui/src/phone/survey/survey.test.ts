// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { PhonePoll, PhoneView } from "../../protocol/generated";
import { asks, one, withPhone } from "../../testing/phone";
import { calm } from "../../testing/streams";
import * as survey from ".";

const phone = withPhone();

function questions(state: PhonePoll["state"] = "open"): PhoneView {
  const view = asks(one(), { id: "p1", ask: "La première ?", state });
  const polls = ["p1", "p2", "p3"].map((id, n) => ({ ...view.poll!, id, ask: ["La première ?", "La deuxième ?", "La troisième ?"][n]! }));
  return { ...view, poll: polls[0]!, survey: polls };
}

async function opens(view = questions()): Promise<void> {
  phone.page.elsewhere = { survey: Promise.resolve(survey) };
  phone.page.server.view = view;
  await phone.page.open();
  await calm();
}

const heading = () => [...document.querySelectorAll("h1")].find((title) => !title.closest("[hidden]"))?.textContent?.replaceAll("\u00a0", " ");

describe("a survey on a phone", () => {
  test("shows one question a screen, and where one is", async () => {
    await opens();
    expect(heading()).toBe("La première ?");
    expect(phone.page.text).toContain("Question 1 sur 3");
    expect(phone.page.text).not.toContain("La deuxième ?");
  });

  test("whoever answers the first question before the way is loaded stays at it", async () => {
    let arrives: (module: typeof survey) => void = () => {};
    phone.page.elsewhere = { survey: new Promise((resolve) => (arrives = resolve)) };
    phone.page.server.view = questions();
    await phone.page.open();
    await calm();
    await phone.page.taps("Option a");
    arrives(survey);
    await calm();
    expect(phone.page.text).toContain("Question 1 sur 3");
    expect(heading()).toBe("La première ?");
    expect(phone.page.ticked).toEqual(["a"]);
  });

  test("goes on and back at its own pace, and the focus goes to the question", async () => {
    await opens();
    await phone.page.taps("Option a");
    await phone.page.taps("Suivante");
    expect(heading()).toBe("La deuxième ?");
    expect(document.activeElement?.textContent).toContain("La deuxième");
    await phone.page.taps("←");
    expect(heading()).toBe("La première ?");
    expect(phone.page.ticked).toEqual(["a"]);
    await phone.page.taps("Option b");
    expect(phone.page.server.ballots.get("p1")?.answer).toEqual({ kind: "choice", choice: "b" });
  });

  test("says at the end what is left, goes there at a tap, and then that nothing is", async () => {
    await opens();
    await phone.page.taps("Option a");
    await phone.page.taps("Suivante");
    await phone.page.taps("Suivante");
    await phone.page.taps("Option c");
    await phone.page.taps("Terminer");
    expect(heading()).toBe("Il reste une question");
    expect(document.activeElement?.textContent).toBe("Il reste une question");
    await phone.page.taps(/^La deuxième/);
    expect(heading()).toBe("La deuxième ?");
    expect(document.activeElement?.textContent).toContain("La deuxième");
    await phone.page.taps("Option b");
    await phone.page.taps("Suivante");
    await phone.page.taps("Terminer");
    expect(heading()).toBe("Tout est répondu");
  });

  test("begins after a reload at the first question without an answer", async () => {
    await opens();
    await phone.page.taps("Option a");
    await opens();
    expect(heading()).toBe("La deuxième ?");
  });

  test("stays where the person is when the room's view comes again", async () => {
    await opens();
    await phone.page.taps("Suivante");
    await phone.page.sends({ ...questions(), seq: 9 });
    expect(heading()).toBe("La deuxième ?");
  });

  test("is over when the room is shown the first result, which is a question as any other", async () => {
    await opens();
    await phone.page.taps("Suivante");
    await phone.page.sends(questions("closed"));
    await phone.page.sends(asks(one(), { id: "p1", ask: "La première ?", state: "closed" }));
    expect(heading()).toBe("La première ?");
    expect(phone.page.text).not.toContain("sur 3");
  });
});
