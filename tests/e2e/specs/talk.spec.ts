import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { type App, type Slide, firstView } from "../support/app";
import { answerAll, asksOf } from "../support/kinds";
import { expect, isAccessible, stageShows, test } from "../support/test";

const TALK = new URL("../../../src-tauri/talks/twitter.fr.md", import.meta.url);

/** What the talk's file keeps for the presenter: the sentences of its notes, and the polls whose results wait for their step. Read from the file itself, not from what the program made of it. */
function secrets(): { notes: string[]; waiting: Set<string> } {
  const source = readFileSync(TALK, "utf8");
  const comments = [...source.matchAll(/<!--([\s\S]*?)-->/g)].map(([, text]) => text!.replaceAll("[click]", ""));
  const notes = comments.flatMap((text) => text.split(/[.;:!?»]\s|\n/).map((part) => part.trim())).filter((part) => part.length > 30);
  const polls = [...source.matchAll(/```poll\n([\s\S]*?)```/g)].map(([, text]) => text!);
  const waiting = polls.filter((text) => !/^results: live/m.test(text)).map((text) => /^id: (\S+)/m.exec(text)![1]!);
  return { notes, waiting: new Set(waiting) };
}

/** What the projector has at this step, in what it draws and in all that it was told: no note, nothing of the desk's, no result before its time. */
async function nothingLeaks(stage: Page, app: App, slide: Slide, step: number, kept: ReturnType<typeof secrets>): Promise<void> {
  const told = await firstView(app.ready.control_url, new URL(stage.url()).hash.slice(1), "/stage/live");
  const everything = [await stage.content(), await stage.locator("body").innerText(), JSON.stringify(told)].join("\n");
  const where = `${slide.id}, step ${step}`;
  expect(kept.notes.filter((note) => everything.includes(note)), `notes on the stage at ${where}`).toEqual([]);
  expect(everything.includes(app.ready.control_token), `the desk's secret at ${where}`).toBe(false);
  expect(await stage.locator("[data-action], .desk, dialog[open]").count(), `the desk at ${where}`).toBe(0);
  if (step > 0 || !slide.poll || !kept.waiting.has(slide.poll.id)) return;
  expect((told["poll"] as { results: unknown }).results, `results told at ${where}`).toBeNull();
  expect(await stage.locator("article.live").innerText(), `results drawn at ${where}`).not.toMatch(/\d\s?%/);
}

test("a clicker carries the whole talk while five phones vote, and the summary says what they said", async ({ room }, info) => {
  const { app } = room;
  const [stage, desk] = [await room.stage(), await room.console()];
  const phones = [
    await room.phone(),
    await room.phone({ viewport: { width: 320, height: 568 } }),
    await room.phone({ locale: "en-GB" }),
    await room.phone(),
    await room.phone(),
  ];
  const slides = await app.slides();
  await stageShows(stage, slides[0]!.id, 0);
  const kept = secrets();
  expect(kept.notes.length, "the talk has notes to give away").toBeGreaterThan(200);
  expect(kept.waiting.size, "and questions whose results wait").toBeGreaterThan(10);
  let votes = 0;
  for (const [index, slide] of slides.entries()) {
    for (let step = 0; step < slide.steps; step++) {
      if (index + step > 0) await desk.keyboard.press("PageDown");
      await stageShows(stage, slide.id, step);
      if (asksOf(slide).length === 0) {
        await nothingLeaks(stage, app, slide, step, kept);
        continue;
      }
      if (step === 0) {
        await Promise.all(phones.map((phone, person) => answerAll(phone, slide, 2 * person + slide.id.length)));
        votes += phones.length * asksOf(slide).length;
      } else if (slide.poll && ["single", "multiple"].includes(slide.poll.question.kind)) {
        await expect(phones[0]!.locator("[data-closed]").first(), "the vote is closed on the phone").toBeVisible();
      }
      // After the votes, when there is something to give away.
      await nothingLeaks(stage, app, slide, step, kept);
    }
  }
  for (const phone of phones) await expect(phone.locator("main[data-screen=profile], .pill:not(:empty)").first()).toBeVisible();

  await app.post("/control/session/finish");
  const summary = await app.summary();
  expect(summary.voters).toBe(5);
  expect(summary.polls.reduce((sum, poll) => sum + poll.ballots, 0), "every vote is in the summary").toBe(votes);
  const percents = (summary.breakdown?.profiles ?? []).map((profile) => profile.percent);
  if (percents.length) expect(percents.reduce((sum, one) => sum + one, 0)).toBe(100);

  const csv = (await app.file("/control/sessions/current/summary.csv")).toString();
  expect(csv, "accents survive").toContain("débordé");

  const pdf = info.outputPath("summary.pdf");
  writeFileSync(pdf, await app.file("/control/sessions/current/summary.pdf"));
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  const words = (value: string) => value.replace(/\s+/g, " ");
  for (const { ask } of slides.flatMap(asksOf)) expect(words(text), "every poll is in the PDF").toContain(words(ask).slice(0, 30));
  const facts = execFileSync("pdfinfo", [pdf], { encoding: "utf8" });
  expect(facts).toMatch(/Tagged:\s+yes/);
  expect(facts).toContain("Title:");

  // What a person learned about themselves outlives the session, a reload, and the server.
  const phone = phones[0]!;
  await phone.reload();
  await expect(phone.locator("main[data-screen=profile]")).toBeVisible();
  await phone.getByRole("button", { name: "Faire éclore" }).tap();
  await phone.reload();
  await expect(phone.getByText("Et maintenant ?").first(), "once it has hatched it stays so").toBeVisible();
  await isAccessible(phone, "the phone's profile");
});
