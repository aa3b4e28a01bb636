import { mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { App } from "../support/app";
import { answer, asksOf, goOn } from "../support/kinds";
import { expect, stageShows, test } from "../support/test";
import { montage } from "./montage";

const HERE = new URL(".", import.meta.url).pathname;
const FOLDER = `${HERE}../test-results/kinds`;
const STILL = { reducedMotion: "reduce" } as const;

test.use({ talkFile: new URL("../../fixtures/every-kind.fr.md", import.meta.url).pathname, trace: "off" });

/** People who answer by a program: bars grow from the tenth answer on. */
const PEOPLE = 24;

/** What is typed waits until it is let through. */
async function letThrough(app: App, poll: string): Promise<void> {
  const view = (await app.firstView("/control/live")) as { polls: { id: string; queue: { waiting: { id: number | null; key: string | null }[] } | null }[] };
  const waiting = view.polls.find(({ id }) => id === poll)?.queue?.waiting ?? [];
  if (waiting.length === 0) return;
  const texts = waiting.flatMap(({ id }) => id ?? []);
  await app.post(`/control/polls/${poll}/moderate`, { act: "decide", verdict: "shown", texts, words: waiting.flatMap(({ key }) => key ?? []) });
}

test("every kind of question at the projector, on a laptop and on phones", async ({ room, browser }) => {
  test.setTimeout(900_000);
  mkdirSync(FOLDER, { recursive: true });
  const { app } = room;
  const [stage, desk] = [await room.stage(STILL), await room.console(STILL)];
  const rows: Record<string, string[]> = { stage: [], console: [], phone: [] };
  const take = async (row: string, page: Page, name: string) => {
    const path = `${FOLDER}/${row}-${String(rows[row]!.length + 1).padStart(2, "0")}-${name}.jpg`;
    await page.screenshot({ path, type: "jpeg", quality: 88, animations: "disabled" });
    rows[row]!.push(path);
  };
  // A room that answers as rehearsed people do, faster than any. Real phones may join a rehearsal, but none may have joined before.
  const rehearsal = app.rehearse(PEOPLE, 60);
  const joined = async () => ((await app.firstView("/control/live"))["stage"] as { joined: number }).joined;
  await expect.poll(joined, { timeout: 30_000 }).toBeGreaterThanOrEqual(PEOPLE);
  const phones = { "390": await room.phone(), "320": await room.phone({ viewport: { width: 320, height: 640 } }) };
  for (const slide of await app.slides()) {
    const [first] = asksOf(slide);
    if (!first) continue;
    await app.ask(first.id);
    await stageShows(stage, slide.id, 0);
    for (const phone of Object.values(phones)) await expect(phone.getByRole("heading", { name: first.ask })).toBeVisible();
    await take("stage", stage, `${first.id}-asked`);
    for (const asked of asksOf(slide)) {
      await take("phone", phones["390"], `${asked.id}-390-asked`);
      await Promise.all(Object.values(phones).map((phone, person) => answer(phone, asked, person + 1)));
      await expect.poll(() => app.ballots(asked.id), { timeout: 60_000 }).toBeGreaterThanOrEqual(PEOPLE - 4);
      await take("phone", phones["320"], `${asked.id}-320-answered`);
      await take("console", desk, `${asked.id}-answered`);
      await letThrough(app, asked.id);
      if (slide.survey) for (const phone of Object.values(phones)) await goOn(phone);
    }
    for (let step = 1; step < slide.steps; step++) {
      await app.ask(first.id, step);
      await stageShows(stage, slide.id, step);
      await take("stage", stage, `${first.id}-step-${step}`);
    }
    for (const phone of Object.values(phones)) await expect(phone.locator(".note")).not.toContainText("Modifiable");
    await take("phone", phones["390"], `${first.id}-390-shown`);
    await take("console", desk, `${first.id}-shown`);
  }
  rehearsal.kill("SIGINT");
  await montage(browser, rows["stage"]!, `${HERE}kinds-stage-sheet.jpg`, { columns: 5, width: 480 });
  await montage(browser, rows["console"]!, `${HERE}kinds-console-sheet.jpg`, { columns: 4, width: 560 });
  await montage(browser, rows["phone"]!, `${HERE}kinds-phone-sheet.jpg`, { columns: 12, width: 200 });
});
