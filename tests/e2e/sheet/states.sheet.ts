import { mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { Audience } from "../support/audience";
import { answerAll, asksOf } from "../support/kinds";
import { expect, test } from "../support/test";
import { montage } from "./montage";

const HERE = new URL(".", import.meta.url).pathname;
const FOLDER = `${HERE}../test-results/states`;

/** Takes pictures of a page one after the other, in the order in which they are to stand on the sheet. */
function album(prefix: string): { take: (page: Page, name: string) => Promise<void>; pictures: string[] } {
  mkdirSync(FOLDER, { recursive: true });
  const pictures: string[] = [];
  return {
    pictures,
    async take(page, name) {
      const path = `${FOLDER}/${prefix}-${String(pictures.length + 1).padStart(2, "0")}-${name}.jpg`;
      await page.screenshot({ path, type: "jpeg", quality: 88, animations: "disabled" });
      pictures.push(path);
    },
  };
}

test("the phone, state by state", async ({ room, browser }) => {
  const { app } = room;
  const [phone, guest, small] = [await room.phone(), await room.phone(), await room.phone({ locale: "en-GB", viewport: { width: 320, height: 568 } })];
  const { take, pictures } = album("phone");
  await expect(phone.locator("main")).toHaveAttribute("data-screen", "waiting");
  await take(phone, "waiting");
  const audience = await Audience.join(app, 29);
  for (const slide of await app.slides()) {
    const [poll] = asksOf(slide);
    if (!poll) continue;
    const isLooked = ["ouvrir-un-compte", "nouveau-reseau", "huit-phrases", "nos-sujets"].includes(poll.id);
    await app.ask(poll.id);
    await expect(phone.getByRole("heading", { name: poll.ask })).toBeVisible();
    if (isLooked) await take(phone, `${poll.question.kind}-asked`);
    await audience.answer(slide);
    await answerAll(phone, slide, 1);
    if (isLooked) await take(phone, `${poll.question.kind}-answered`);
    if (poll.id === "ouvrir-un-compte") await take(small, "english-320");
    await app.ask(poll.id, slide.steps - 1);
    if (isLooked) await take(phone, `${poll.question.kind}-shown`);
  }
  await app.crashAndRestart(async () => {
    await expect(phone.getByText(/Connexion perdue/).first()).toBeVisible();
    await take(phone, "connection-lost");
  });
  const slides = await app.slides();
  await app.post("/control/goto", { slide: slides.findIndex(({ id }) => id === "la-salle"), step: 2 });
  for (const one of [phone, guest]) await expect(one.locator("main")).toHaveAttribute("data-screen", "profile");
  await expect(phone.locator(".flock svg, .flock img").first()).toBeVisible();
  await take(phone, "profile");
  await take(guest, "not-classified");
  await app.post("/control/session/finish");
  const late = await room.phone();
  await expect(late.locator("main")).toHaveAttribute("data-screen", "ended");
  await take(late, "ended");
  await montage(browser, pictures, `${HERE}phone-sheet.jpg`, { columns: 9, width: 212 });
});

test("the console, state by state", async ({ room, browser }) => {
  const { app } = room;
  const desk = await room.console({ reducedMotion: "reduce" });
  const { take, pictures } = album("console");
  const slides = await app.slides();
  const at = async (slide: number, step: number) => {
    await app.post("/control/goto", { slide, step });
    await expect(desk.getByText(`${slide + 1} / ${slides.length}`, { exact: true })).toBeVisible();
  };
  const audience = await Audience.join(app, 30);
  await audience.stay();
  await at(1, 0);
  await take(desk, "lobby");
  for (const [index, slide] of slides.entries()) {
    if (asksOf(slide).length === 0) continue;
    await at(index, 0);
    await audience.answer(slide);
    if (slide.poll?.id === "ouvrir-un-compte") {
      await expect(desk.locator(".figure .count")).toHaveText("30");
      await take(desk, "poll-open");
    }
    await at(index, slide.steps - 1);
    if (slide.id === "quiz") await take(desk, "quiz-answered");
  }
  await at(slides.findIndex(({ id }) => id === "la-salle"), 2);
  await expect(desk.getByRole("heading", { name: "La salle en profils" })).toBeVisible();
  await take(desk, "breakdown");
  for (const [key, name] of Object.entries({ "?": "help", g: "goto", q: "address", e: "export", l: "library", m: "menu" })) {
    await desk.keyboard.press(key);
    await expect(desk.getByRole("dialog")).toBeVisible();
    await take(desk, name);
    await desk.keyboard.press("Escape");
    await expect(desk.getByRole("dialog")).toBeHidden();
  }
  await app.post("/control/session/finish");
  await expect(desk.getByText("Séance terminée, la synthèse est figée.", { exact: true })).toBeVisible();
  await take(desk, "finished");
  await montage(browser, pictures, `${HERE}console-sheet.jpg`, { columns: 3, width: 640 });
});
