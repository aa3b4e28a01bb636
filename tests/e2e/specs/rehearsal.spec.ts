import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { Audience } from "../support/audience";
import { asksOf } from "../support/kinds";
import { expect, isAccessible, stageShows, test } from "../support/test";

const PHONES = 30;

test("thirty rehearsal phones go through the whole talk, and everything says that it is a rehearsal", async ({ room }, info) => {
  const { app } = room;
  const [stage, desk] = [await room.stage({ reducedMotion: "reduce" }), await room.console()];
  // A session that a real phone has joined would no longer become a rehearsal; one that is, real phones may join.
  const rehearsal = app.rehearse(PHONES, 20);
  try {
    await expect(stage.locator("article.live .ribbon"), "the stage says it").toContainText("Répétition");
    await expect(desk.locator(".badge", { hasText: "Répétition" }), "the console says it").toBeVisible();
    await expect(desk, "even in its title").toHaveTitle(/^\[Répétition\]/);
    const phone = await room.phone();
    await expect(phone.getByText("Répétition : rien ne compte pour de vrai"), "phones say it").toBeVisible();
    await isAccessible(phone, "a phone in a rehearsal");

    for (const [index, slide] of (await app.slides()).entries()) {
      for (let step = 0; step < slide.steps; step++) {
        if (index + step > 0) await desk.keyboard.press("PageDown");
        await stageShows(stage, slide.id, step);
        // A few always sit one out.
        for (const asked of step === 0 ? asksOf(slide) : []) {
          await expect.poll(() => app.ballots(asked.id), { message: `ballots for ${asked.id}`, timeout: 60_000 }).toBeGreaterThanOrEqual(20);
        }
        if (slide.id === "la-salle") await isAccessible(stage, `the breakdown of a rehearsal, step ${step}`);
      }
    }
  } finally {
    rehearsal.kill("SIGINT");
    if (rehearsal.exitCode === null) await once(rehearsal, "exit");
  }

  await app.post("/control/session/finish");
  const summary = await app.summary();
  expect(summary.simulated, "the summary says it").toBe(true);
  const profiles = summary.breakdown?.profiles ?? [];
  expect(profiles, "the seven").toHaveLength(7);
  expect(profiles.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
  const masked = summary.breakdown?.masked;
  // How many hide something is left to chance; that nothing is kept back is not.
  expect(masked, "what is behind the masks is told").toBeTruthy();
  expect(masked?.untold ?? null, "a rehearsal shows all of it").toBeNull();
  expect((masked?.profiles ?? []).reduce((sum, { percent }) => sum + percent, masked?.simply?.percent ?? 0)).toBe(100);

  const pdf = info.outputPath("summary.pdf");
  writeFileSync(pdf, await app.file("/control/sessions/current/summary.pdf"));
  const pages = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).split("\f").filter((page) => page.trim());
  expect(pages.length).toBeGreaterThan(1);
  for (const [index, page] of pages.entries()) expect(page, `page ${index + 1} carries the band`).toMatch(/répétition/i);
});

test("a rehearsal is refused, in words, once a real phone has joined, and without the presenter's key", async ({ room }) => {
  const { app } = room;
  const refused = (key: string) => app.command("rehearse", app.url, "--key", key, "-n", "2", "--speed", "50");
  expect(refused("not-the-key").status).not.toBe(0);
  await Audience.join(app, 1);
  const { status, output } = refused(app.ready.rehearsal_key);
  expect(status).not.toBe(0);
  expect(output).toContain("a déjà rejoint cette séance");
  expect((await app.summary()).simulated, "the session stays a real one").toBe(false);
});

test("the console shows the command that makes a rehearsal", async ({ room }) => {
  const desk = await room.console();
  await desk.keyboard.press("m");
  await desk.getByRole("button", { name: "Répéter avec une salle simulée…" }).click();
  const dialog = desk.getByRole("dialog");
  await expect(dialog.getByText(`gazouillis rehearse ${room.app.ready.join_url} --key ${room.app.ready.rehearsal_key} -n 30`)).toBeVisible();
  await isAccessible(desk, "the rehearsal explained");
});
