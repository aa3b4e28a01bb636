import { mkdirSync } from "node:fs";
import { Audience } from "../support/audience";
import { asksOf } from "../support/kinds";
import { stageShows, test } from "../support/test";
import { montage } from "./montage";

const HERE = new URL(".", import.meta.url).pathname;

test("every slide at its last step, thirty people in the room", async ({ room, browser }) => {
  const { app } = room;
  const folder = `${HERE}../test-results/slides`;
  mkdirSync(folder, { recursive: true });
  const stage = await room.stage({ reducedMotion: "reduce" });
  const audience = await Audience.join(app, 30);
  await audience.stay();
  const pictures: string[] = [];
  for (const [index, slide] of (await app.slides()).entries()) {
    if (asksOf(slide).length > 0) {
      await app.post("/control/goto", { slide: index, step: 0 });
      await audience.answer(slide);
    }
    const step = slide.steps - 1;
    await app.post("/control/goto", { slide: index, step });
    await stageShows(stage, slide.id, step);
    await stage.evaluate(() => document.fonts.ready);
    const path = `${folder}/${String(index + 1).padStart(2, "0")}-${slide.id}.jpg`;
    await stage.screenshot({ path, type: "jpeg", quality: 88 });
    pictures.push(path);
  }
  await montage(browser, pictures, `${HERE}contact-sheet.jpg`, { columns: 6, width: 320 });
});
