import type { Page } from "@playwright/test";
import { expect, isAccessible, stageShows, test } from "../support/test";

/** Where the talk is, for the presenter. */
const place = (desk: Page) => desk.locator("header .place span").first();

test("keys blank the room's screen, freeze it and keep results from it, and the console says so as long as it lasts", async ({ room }) => {
  const { app } = room;
  const [stage, desk, phone] = [await room.stage(), await room.console(), await room.phone()];
  const slides = await app.slides();
  const says = desk.locator(".says");
  await stageShows(stage, slides[0]!.id, 0);

  await desk.keyboard.press(".");
  await expect(stage.locator(".blank.black")).toBeVisible();
  await expect(says).toContainText("L’écran de la salle est noir");
  await isAccessible(desk, "the console with a black screen");
  await desk.keyboard.press("PageDown");
  await expect(stage.locator(".blank")).toBeHidden();
  await stageShows(stage, slides[0]!.id, 0);
  await expect(says, "nothing lasts").toBeEmpty();

  await desk.keyboard.press("w");
  await expect(stage.locator(".blank.white")).toBeVisible();
  await desk.keyboard.press("Escape");
  await expect(stage.locator(".blank")).toBeHidden();

  await desk.keyboard.press("f");
  await desk.keyboard.press("PageDown");
  await desk.keyboard.press("PageDown");
  await expect(place(desk)).toHaveText(`3 / ${slides.length}`);
  await expect(says).toContainText("figé sur la diapositive 1");
  await stageShows(stage, slides[0]!.id, 0);
  await stage.reload();
  await stageShows(stage, slides[0]!.id, 0);
  await desk.keyboard.press("f");
  await stageShows(stage, slides[2]!.id, 0);

  const poll = slides.find((slide) => slide.poll?.question.kind === "single")!;
  await app.ask(poll.poll!.id);
  await phone.getByRole("radio", { name: poll.poll!.question.options[0]!.text }).tap();
  await desk.keyboard.press("PageDown");
  await stageShows(stage, poll.id, 1);
  const everybody = stage.locator("article.live").getByText("100\u00a0%");
  await expect(everybody).toBeVisible();
  await expect(desk.getByText("La salle voit les résultats")).toBeVisible();
  await desk.keyboard.press("y");
  await expect(everybody).toBeHidden();
  await expect(desk.getByText("La salle ne voit pas ces résultats")).toBeVisible();
  await expect(says).toContainText("La salle ne voit pas les résultats");
  await isAccessible(desk, "the console with hidden results");
  await desk.getByRole("button", { name: "Ne plus cacher les résultats" }).click();
  await expect(everybody).toBeVisible();
});

test("a number and Enter lead to that slide, and after a click on Previous, Space still goes on", async ({ room }) => {
  const desk = await room.console();
  const slides = await room.app.slides();
  await desk.keyboard.type("12");
  await expect(desk.getByRole("combobox")).toHaveValue("12");
  await desk.keyboard.press("Enter");
  await expect(place(desk)).toHaveText(`12 / ${slides.length}`);
  await desk.locator("[data-action=previous]").click();
  await expect(place(desk)).toHaveText(`11 / ${slides.length}`);
  await desk.keyboard.press(" ");
  await expect(place(desk)).toHaveText(`12 / ${slides.length}`);
  // F5 loads no page anew, and neither it nor a key that a clicker may send shows or moves anything.
  await desk.evaluate(() => Object.assign(globalThis, { stillHere: true }));
  for (const key of ["F5", "Shift+F5", "Escape"]) await desk.keyboard.press(key);
  await expect(place(desk)).toHaveText(`12 / ${slides.length}`);
  expect(await desk.evaluate(() => "stillHere" in globalThis)).toBe(true);
  const isLeft = (key: string) => desk.evaluate((name) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true })), key);
  expect([await isLeft("F11"), await isLeft("F5")], "a browser's full screen stays the browser's").toEqual([true, false]);
});

test("who dictates to the computer turns the keys of a single character off, and that lasts", async ({ room }) => {
  const desk = await room.console();
  const slides = await room.app.slides();
  await desk.keyboard.press("?");
  const choice = desk.getByRole("checkbox", { name: "Touches d’un seul caractère." });
  await choice.uncheck();
  await isAccessible(desk, "the help with keys that are off");
  await desk.keyboard.press("Escape");
  await expect(desk.getByRole("dialog")).toBeHidden();
  for (const key of ["n", "b", "g", "3"]) await desk.keyboard.press(key);
  await desk.keyboard.press("PageDown");
  await expect(place(desk)).toHaveText(`2 / ${slides.length}`);
  await expect(desk.locator(".says")).toBeEmpty();
  await desk.reload();
  await expect(place(desk)).toHaveText(`2 / ${slides.length}`);
  await desk.keyboard.press("n");
  await desk.locator("[data-action=help]").click();
  await choice.check();
  await desk.keyboard.press("Escape");
  await desk.keyboard.press("n");
  await expect(place(desk)).toHaveText(`3 / ${slides.length}`);
});

test("on the narrowest screen all of what is said of the room's screen is seen without scrolling sideways", async ({ room }) => {
  const desk = await room.console({ viewport: { width: 320, height: 568 } });
  await desk.keyboard.press("PageDown");
  for (const key of ["b", "f", "y"]) await desk.keyboard.press(key);
  await expect(desk.locator(".says .one")).toHaveCount(3);
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("the clock pauses, and stops when the session is finished", async ({ room }) => {
  const desk = await room.console();
  await desk.clock.install();
  const elapsed = desk.getByRole("timer");
  // Real seconds go by as well, as many as this machine needs.
  const seconds = async () => {
    const [minutes, rest] = (await elapsed.textContent())!.split(":").map(Number);
    return minutes! * 60 + rest!;
  };
  await desk.keyboard.press("PageDown");
  await expect(elapsed, "it has begun").not.toHaveText("0:00");
  await desk.clock.runFor(65_000);
  await expect.poll(seconds).toBeGreaterThanOrEqual(65);
  await desk.getByRole("button", { name: "Mettre le chrono en pause" }).click();
  const paused = await elapsed.textContent();
  const before = await seconds();
  await desk.clock.runFor(60_000);
  await expect(elapsed).toHaveText(paused!);
  await desk.getByRole("button", { name: "Reprendre le chrono" }).click();
  await desk.clock.runFor(60_000);
  await expect.poll(seconds).toBeGreaterThanOrEqual(before + 60);
  await room.app.post("/control/session/finish");
  await expect(desk.getByText("Séance terminée").first()).toBeVisible();
  const ended = await elapsed.textContent();
  await desk.clock.runFor(60_000);
  await expect(elapsed).toHaveText(ended!);
});
