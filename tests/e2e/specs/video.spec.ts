import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, isAccessible, stageShows, test } from "../support/test";

test.use({ talkFile: fileURLToPath(new URL("../../fixtures/videos/talk.en.md", import.meta.url)) });

const EN = { locale: "en-GB" } as const;

const look = async (page: Page, name: string) => process.env["LOOK"] && (await page.screenshot({ path: `${process.env["LOOK"]}/video-${name}.png` }));

/** How far the stage's video is, and whether it moves. */
const playing = (page: Page) =>
  page.locator("video").evaluate((video: HTMLVideoElement) => ({ at: video.currentTime, paused: video.paused, ended: video.ended, muted: video.muted }));

test("a video stands still until its step, plays without sound, and obeys the desk", async ({ room }) => {
  const { app } = room;
  const [stage, desk] = [await room.stage(EN), await room.console({ ...EN, viewport: { width: 1440, height: 900 } })];
  await desk.keyboard.press("Escape");
  await app.post("/control/goto", { slide: 1 });
  await stageShows(stage, "ball", 0);
  const video = stage.getByLabel("A ball that goes from wall to wall.");
  await expect(video).toBeVisible();
  await expect.poll(async () => video.evaluate((video: HTMLVideoElement) => video.readyState), "its first frame is there").toBeGreaterThanOrEqual(2);
  expect(await playing(stage)).toMatchObject({ at: 0, paused: true });
  const bar = desk.getByRole("group", { name: "The video" });
  await expect(bar).toContainText("The video starts with the next step, without sound.");
  await isAccessible(stage, "a video at rest");
  await look(stage, "rest");
  await look(desk, "desk-rest");

  await desk.keyboard.press("PageDown");
  await stageShows(stage, "ball", 1);
  await expect.poll(async () => (await playing(stage)).at, "it moves").toBeGreaterThan(0);
  expect((await playing(stage)).muted).toBe(true);
  await expect(bar).toContainText(/0:0\d \/ 0:04/);

  await desk.keyboard.press("/");
  await expect.poll(async () => (await playing(stage)).paused, "it stands still").toBe(true);
  await expect(bar.getByRole("button", { name: "Resume the video" })).toBeVisible();
  await isAccessible(desk, "the desk with a video");
  await look(stage, "paused");
  await look(desk, "desk-paused");
  await bar.getByRole("button", { name: "Resume the video" }).click();
  await expect.poll(async () => (await playing(stage)).ended, "it goes on to its end", { timeout: 15_000 }).toBe(true);

  // A black screen comes and goes, and what has ended is not begun again by it.
  await desk.keyboard.press("b");
  await expect(stage.locator(".blank")).toBeVisible();
  await desk.keyboard.press("b");
  await expect(stage.locator(".blank")).toBeHidden();
  expect((await playing(stage)).ended).toBe(true);
  await bar.getByRole("button", { name: "Restart the video" }).click();
  await expect.poll(async () => (await playing(stage)).ended, "it plays again").toBe(false);

  await desk.keyboard.press("PageUp");
  await stageShows(stage, "ball", 0);
  await expect.poll(async () => playing(stage), "back at rest").toMatchObject({ at: 0, paused: true });
  await desk.keyboard.press("PageDown");
  await desk.keyboard.press("PageDown");
  await stageShows(stage, "broken", 0);
  await expect(stage.getByText("A point before it")).toBeHidden();
});

test("what cannot be decoded is words for the room, and its cause is told on the desk alone, before the talk as well", async ({ room }) => {
  const { app } = room;
  const [stage, desk] = [await room.stage(EN), await room.console({ ...EN, viewport: { width: 1440, height: 900 } })];
  const check = desk.locator("[data-check=videos]");
  await desk.keyboard.press("m");
  await desk.locator("[data-action=checks]").click();
  await expect(check).toHaveAttribute("data-standing", "warn");
  await expect(check).toContainText("The video “broken.mp4” does not play on this computer.");
  await expect(check).not.toContainText("ball.webm");
  await look(desk, "checks");
  await desk.keyboard.press("Escape");
  await app.post("/control/goto", { slide: 2 });
  await stageShows(stage, "broken", 0);
  await app.post("/control/advance");
  await app.post("/control/advance");
  await stageShows(stage, "broken", 2);
  await expect(stage.locator("article.live")).toContainText("A flight over the roofs.");
  await expect(stage.locator("article.live")).not.toContainText(/computer|install|WebM/);
  await expect(desk.getByRole("group", { name: "The video" })).toContainText("This computer cannot play “broken.mp4”");
  await isAccessible(stage, "a video that cannot be played");
  await look(stage, "broken");
  await look(desk, "desk-broken");
  await app.post("/control/advance");
  await stageShows(stage, "after", 0);
  await expect(desk.getByRole("group", { name: "The video" })).toHaveCount(0);
});
