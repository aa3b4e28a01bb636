import type { Page } from "@playwright/test";
import { Audience } from "../support/audience";
import { answerAll, asksOf } from "../support/kinds";
import { expect, stageShows, test } from "../support/test";

const STILL = { reducedMotion: "reduce" } as const;
/** What people read from eight metres; only page furniture may be smaller. */
const SMALLEST = 28;

/** Texts on the stage that are cut, that leave the slide, or that are too small to be read from the back. */
function faults(stage: Page): Promise<string[]> {
  return stage.evaluate((smallest) => {
    const slide = document.querySelector("article.live")!;
    const edge = slide.getBoundingClientRect();
    const found: string[] = [];
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent!.trim();
      const element = walker.currentNode.parentElement!;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const box = range.getBoundingClientRect();
      if (!text || box.width === 0 || element.closest(".visually-hidden, [aria-hidden=true], svg, title")) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size < smallest - 0.5) found.push(`${size} px: ${text}`);
      const slack = 1;
      const isOutside = box.left < edge.left - slack || box.right > edge.right + slack || box.top < edge.top - slack || box.bottom > edge.bottom + slack;
      if (isOutside) found.push(`outside the slide: ${text}`);
    }
    return found;
  }, SMALLEST);
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("every slide stays inside its edges and is legible from the back row", async ({ room }) => {
  const { app } = room;
  const stage = await room.stage(STILL);
  const audience = await Audience.join(app, 27);
  const found: string[] = [];
  for (const [index, slide] of (await app.slides()).entries()) {
    if (asksOf(slide).length > 0) {
      await app.post("/control/goto", { slide: index, step: 0 });
      await stageShows(stage, slide.id, 0);
      found.push(...(await faults(stage)).map((fault) => `${slide.id} asked: ${fault}`));
      await audience.answer(slide);
    }
    const step = slide.steps - 1;
    await app.post("/control/goto", { slide: index, step });
    await stageShows(stage, slide.id, step);
    await stage.evaluate(() => document.fonts.ready);
    found.push(...(await faults(stage)).map((fault) => `${slide.id}: ${fault}`));
  }
  expect(found).toEqual([]);
});

test("nothing scrolls sideways on phones and consoles, small and large", async ({ room }) => {
  const { app } = room;
  const phones = [await room.phone(), await room.phone({ viewport: { width: 320, height: 568 } })];
  const desks = [await room.console(STILL), await room.console({ ...STILL, viewport: { width: 390, height: 844 } })];
  const people = await Audience.join(app, 9);
  const nothingScrolls = async (where: string) => {
    for (const page of [...phones, ...desks]) expect(await overflow(page), `${where} at ${page.viewportSize()!.width}`).toBeLessThanOrEqual(0);
  };
  await nothingScrolls("the lobby");
  for (const slide of await app.slides()) {
    const [asked] = asksOf(slide);
    if (!asked) continue;
    await app.ask(asked.id);
    for (const phone of phones) await expect(phone.getByRole("heading", { name: asked.ask })).toBeVisible();
    await nothingScrolls(`${slide.id}, asked`);
    await people.answer(slide);
    for (const [person, phone] of phones.entries()) await answerAll(phone, slide, person);
    await nothingScrolls(`${slide.id}, answered`);
    await app.ask(asked.id, slide.steps - 1);
    await nothingScrolls(`${slide.id}, shown`);
  }
  const slides = await app.slides();
  await app.post("/control/goto", { slide: slides.findIndex(({ id }) => id === "la-salle"), step: 2 });
  for (const phone of phones) await expect(phone.locator("main")).toHaveAttribute("data-screen", "profile");
  await nothingScrolls("the profile");
});
