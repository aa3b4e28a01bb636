// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { asks, some, withPhone } from "../testing/phone";
import { pass } from "../testing/streams";
import { words } from "./words";

const phone = withPhone();
const { fr } = words;

describe("choices that are ticked but not sent", () => {
  test("are still ticked after a reload", async () => {
    const { page } = phone;
    page.server.view = asks(some());
    await page.open();
    await page.taps("Option a");
    await page.taps("Option c");
    await page.open();
    expect(page.ticked).toEqual(["a", "c"]);
    await page.taps(/^Valider/);
    expect(page.server.ballots.get("p")?.answer).toEqual({ kind: "choices", choices: ["a", "c"] });
    await page.open();
    expect(page.ticked).toEqual(["a", "c"]);
    expect(page.text).toContain(fr.saved);
  });

  test("are said not to count when the vote closes", async () => {
    const { page } = phone;
    page.server.view = asks(some());
    await page.open();
    await page.taps("Option a");
    await page.sends(asks(some(), { state: "closed" }));
    expect(page.text).toContain(fr.notSent);
    expect(page.text).toContain(fr.notSentNothing);
    expect(page.heard.at(-1)).toBe(`${fr.notSent}. ${fr.notSentNothing}`);
    page.server.view = asks(some(), { state: "closed" });
    await page.open();
    expect(page.text, "after a reload, too").toContain(fr.notSent);
  });

  test("are there to be sent when the vote opens again", async () => {
    const { page } = phone;
    page.server.view = asks(some());
    await page.open();
    await page.taps("Option a");
    await page.sends(asks(some(), { state: "closed" }));
    await page.sends(asks(some()));
    expect(page.ticked).toEqual(["a"]);
  });

  test("leave the earlier answer standing, and say so", async () => {
    const { page } = phone;
    page.server.view = asks(some());
    await page.open();
    await page.taps("Option a");
    await page.taps(/^Valider/);
    await page.taps(fr.edit);
    await page.taps("Option b");
    await page.sends(asks(some(), { state: "closed" }));
    expect(page.text).toContain(fr.notSentBefore);
    expect(page.ticked, "what counts is marked").toEqual(["a"]);
  });
});

describe("a screen reader is told once", () => {
  test("that an answer waits, and then that it is saved", async () => {
    const { page } = phone;
    page.server.view = asks();
    await page.open();
    page.live.last.breathes();
    page.server.down = true;
    await page.taps("Option a");
    await pass(3_000);
    page.server.down = false;
    await pass(10_000);
    expect(page.heard).toEqual([`${fr.kept}. ${fr.keptHelp}`, fr.savedAloud]);
  });

  test("that an answer came too late", async () => {
    const { page } = phone;
    page.server.view = asks();
    await page.open();
    page.server.closed = true;
    await page.taps("Option a");
    await page.sends(asks(undefined, { state: "closed" }));
    await page.sends(asks(undefined, { state: "closed" }));
    expect(page.heard.filter((said) => said.startsWith(fr.late))).toEqual([`${fr.late}. ${fr.lateNothing}`]);
  });

  test("that an answer was refused", async () => {
    const { page } = phone;
    page.server.view = asks();
    await page.open();
    page.server.refuse(422, "malformed");
    await page.taps("Option a");
    await page.sends(asks());
    expect(page.heard).toEqual([`${fr.refused}. ${fr.refusedHelp}`]);
  });

  test("of each answer that it is saved, and of none that was before the page opened", async () => {
    const { page } = phone;
    page.server.view = asks();
    await page.open();
    await page.taps("Option a");
    await page.taps("Option b");
    expect(page.heard).toEqual([fr.savedAloud, fr.savedAloud]);
    await page.open();
    await page.sends(asks());
    expect(page.heard).toHaveLength(2);
  });
});

describe("the screen", () => {
  test("that comes up takes the focus to its title, and ballots of others leave it where it is", async () => {
    const { page } = phone;
    await page.open();
    await page.sends(asks());
    expect(document.activeElement?.id).toBe("ask");
    document.querySelector<HTMLElement>(".option")!.focus();
    await page.sends({ ...asks(), seq: 9 });
    expect(document.activeElement?.className).toBe("option");
  });

  test("shows what a person typed as text", async () => {
    const { page } = phone;
    page.server.view = asks(undefined, { ask: "<img src=x onerror=alert(1)>" });
    await page.open();
    expect(document.querySelector("h1")?.textContent).toBe("<img src=x onerror=alert(1)>");
    expect(document.querySelector("main img[src=x]")).toBeNull();
  });
});
