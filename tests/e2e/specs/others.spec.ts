import { expect, isAccessible, stageShows, test } from "../support/test";

/** Three profiles, nothing to compare them with, nobody who hides, in a language the app does not speak. */
const TALK = new URL("../../fixtures/others.de.md", import.meta.url).pathname;

test.use({ talkFile: TALK });

test("a talk about something else has its own flock, compares nothing, and speaks its own language", async ({ room }) => {
  const { app } = room;
  const [stage, desk] = [await room.stage(), await room.console()];
  const slides = await app.slides();
  const look = async (name: string) => process.env["LOOK"] && (await stage.screenshot({ path: `${process.env["LOOK"]}/others-${name}.png` }));
  expect(app.command("check", TALK).output).not.toContain("au hasard :");
  await app.ask("wann");
  const phone = await room.phone({ locale: "de-DE" });
  await expect(phone.locator(".ask").first()).toHaveAttribute("lang", "de");
  await phone.getByRole("radio", { name: "Um drei" }).tap();
  const fasting = await room.phone({ locale: "de-DE" });
  await fasting.getByRole("radio", { name: "Nie" }).tap();
  for (const option of ["elf", "elf", "drei", "nie"]) {
    const joined = (await (await fetch(`${app.url}api/participants`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" })).json()) as { token: string };
    const vote = await fetch(`${app.url}api/polls/wann/ballot`, {
      method: "PUT",
      headers: { "content-type": "application/json", authorization: `Bearer ${joined.token}` },
      body: JSON.stringify({ answer: { kind: "choice", choice: option }, revision: 1 }),
    });
    expect(vote.status).toBe(200);
  }
  await desk.keyboard.press("PageDown");
  await stageShows(stage, slides[2]!.id, 1);
  await expect(desk.getByText("Diapositive suivante").first()).toBeVisible();
  await desk.keyboard.press("PageDown");
  await stageShows(stage, slides[3]!.id, 0);
  await expect(stage.getByText("Die Späten")).toBeVisible();
  await expect(stage.locator(".place").first()).toHaveAttribute("lang", "de");
  await isAccessible(stage, "the breakdown of another talk");
  await look("breakdown");
  expect(slides[3]!.steps, "there is nothing to compare, and nobody hides").toBe(1);
  for (const person of [phone, fasting]) await person.locator(".hatch").tap();
  await expect(phone.getByText("Die Späten")).toBeVisible();
  const isDrawn = (image: HTMLImageElement) => image.complete && image.naturalWidth > 0;
  const own = [stage.locator('img.bird[src^="blob:"]').first(), fasting.locator('img.bird[src="/pictures/images/merle.png"]').first()];
  for (const picture of own) {
    await expect(picture, "a picture of the talk's folder is a bird, on the stage and on the phone").toBeVisible();
    await expect.poll(() => picture.evaluate(isDrawn)).toBe(true);
  }
  await isAccessible(phone, "a profile with a face of its own");
  if (process.env["LOOK"]) await phone.screenshot({ path: `${process.env["LOOK"]}/others-phone.png` });
  await desk.keyboard.press("PageDown");
  await stageShows(stage, slides[4]!.id, 0);
  await expect(stage.getByText("Die mit der Geduld")).toBeVisible();
  await stage.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== "running"));
  await look("portrait");
  const pdf = await app.file("/control/sessions/current/summary.pdf");
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  if (process.env["LOOK"]) (await import("node:fs")).writeFileSync(`${process.env["LOOK"]}/others.pdf`, pdf);
});
