import type { Page } from "@playwright/test";
import { answer, asksOf, goOn } from "../support/kinds";
import { expect, stageShows, test, violations } from "../support/test";

const TALK = new URL("../../fixtures/every-kind.fr.md", import.meta.url);
const STILL = { reducedMotion: "reduce" } as const;

test.use({ talkFile: TALK.pathname, trace: { mode: "retain-on-failure", screenshots: false, snapshots: false } });

/** How much wider a page is than its screen. */
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("every kind of question, in every state, on stage, console and phones, for whoever sees, reads or presses badly", async ({ room }) => {
  test.setTimeout(600_000);
  const { app } = room;
  const stage = await room.stage(STILL);
  const desk = await room.console(STILL);
  const phones = [await room.phone({ viewport: { width: 320, height: 640 } }), await room.phone()] as const;
  // The second answers nothing: a phone that missed the question is told so.
  const [voter, silent] = phones;
  // At 200 % a page has half the room: a laptop of 1366 pixels, and a phone in landscape.
  const zoomed = [await room.console({ ...STILL, viewport: { width: 683, height: 384 } }), await room.phone({ viewport: { width: 422, height: 195 } })];
  const read: Record<string, Page> = { stage, console: desk, phone: voter, "silent phone": silent };
  const problems: string[] = [];
  let states = 0;
  const all = async (what: string) => {
    await Promise.all(
      Object.entries(read).map(async ([name, page]) => {
        states++;
        for (const violation of await violations(page)) problems.push(`${what}, ${name}: ${violation}`);
      }),
    );
    for (const page of [desk, ...phones, ...zoomed]) {
      const wide = await overflow(page);
      if (wide > 0) problems.push(`${what}: ${wide} px too wide at ${page.viewportSize()!.width} px`);
    }
  };
  for (const slide of await app.slides()) {
    const [first] = asksOf(slide);
    if (!first) continue;
    await app.ask(first.id);
    await stageShows(stage, slide.id, 0);
    for (const phone of phones) await expect(phone.getByRole("heading", { name: first.ask })).toBeVisible();
    for (const asked of asksOf(slide)) {
      await expect(voter.getByRole("heading", { name: asked.ask })).toBeVisible();
      await all(`${asked.id} asked`);
      await answer(voter, asked, 1);
      await expect.poll(() => app.ballots(asked.id)).toBe(1);
      await all(`${asked.id} answered`);
      if (slide.survey) await goOn(voter);
    }
    if (slide.survey) await all(`${slide.id} answered`);
    for (let step = 1; step < slide.steps; step++) {
      await app.ask(first.id, step);
      await stageShows(stage, slide.id, step);
      for (const phone of phones) await expect(phone.locator(".note")).not.toContainText(/Modifiable|Touchez/);
      await all(`${first.id} at step ${step}`);
    }
  }
  expect(problems).toEqual([]);
  expect(states).toBeGreaterThan(200);
});
