import { mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Audience } from "../support/audience";
import { LOGO, LOOKS, everyLayout } from "../support/layouts";
import { expect, isAccessible, stageShows, test } from "../support/test";

const STILL = { reducedMotion: "reduce" } as const;

/** How bright a colour is as it is painted: WCAG's relative luminance, worked out here once more. */
function luminance(rgb: string): number {
  const [r, g, b] = (rgb.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const painted = (page: Page, selector: string, property: "fill" | "backgroundColor" | "color") =>
  page.locator(selector).first().evaluate((element, property) => getComputedStyle(element)[property], property);

/** Dark on light, with what scanners need between them. */
async function isScannable(stage: Page): Promise<void> {
  const [ground, modules] = [luminance(await painted(stage, ".code .ground", "fill")), luminance(await painted(stage, ".code .modules", "fill"))];
  expect((ground + 0.05) / (modules + 0.05), "the code is dark on light").toBeGreaterThan(7);
}

for (const [name, look] of Object.entries(LOOKS)) {
  test.describe(`a talk whose look is ${name}`, () => {
    test.use({ talk: everyLayout(look) });

    test("is legible on every layout, at every step", async ({ room }) => {
      const { app } = room;
      const stage = await room.stage(STILL);
      const audience = await Audience.join(app, 12);
      for (const [index, slide] of (await app.slides()).entries()) {
        for (let step = 0; step < slide.steps; step++) {
          await app.post("/control/goto", { slide: index, step });
          await stageShows(stage, slide.id, step);
          if (slide.poll && step === 0) await audience.answer(slide);
          if (slide.layout === "join" || (slide.poll && step === 0)) await isScannable(stage);
          await isAccessible(stage, `${name}: the slide ${slide.id}, step ${step}`);
          if (process.env["LOOK"]) await stage.screenshot({ path: `${process.env["LOOK"]}/looks-${name.replaceAll(" ", "-")}-${index}-${slide.id}-${step}.png` });
        }
      }
      const desk = await room.console({ ...STILL, viewport: { width: 1280, height: 720 } });
      const paper = (page: Page) => painted(page, ".place .slide", "backgroundColor");
      await expect.poll(() => paper(desk), "the desk's picture has the colours of the stage").toBe(await paper(stage));
      await isAccessible(desk, `${name}: the desk`);
      if (process.env["LOOK"]) await desk.screenshot({ path: `${process.env["LOOK"]}/looks-${name.replaceAll(" ", "-")}-desk.png` });
    });
  });
}

test.describe("a look that is edited", () => {
  const folder = mkdtempSync(join(tmpdir(), "gazouillis-look-"));
  const file = join(folder, "talk.md");
  writeFileSync(join(folder, "logo.svg"), LOGO);
  writeFileSync(file, everyLayout(""));
  test.use({ talkFile: file });

  test("changes on the stage, on the same slide; what nobody could read does not", async ({ room }) => {
    const { app } = room;
    const save = (look: string) => {
      writeFileSync(`${file}~`, everyLayout(look));
      renameSync(`${file}~`, file);
    };
    const [stage, desk] = [await room.stage(STILL), await room.console(STILL)];
    const slide = (await app.slides()).findIndex(({ id }) => id === "phrase");
    await app.post("/control/goto", { slide });
    await stageShows(stage, "phrase", 0);
    const paper = () => painted(stage, ".slide.live", "backgroundColor");
    const ours = await paper();

    save('colors: { paper: "#eef4ff", accent: "#7a1fa2" }\nlogo: logo.svg\nlogo_alt: La Maison Martin\n');
    await expect.poll(paper).toBe("rgb(238, 244, 255)");
    await stageShows(stage, "phrase", 0);
    await expect(stage.getByRole("img", { name: "La Maison Martin" })).toBeVisible();
    await expect.poll(() => stage.getByRole("img", { name: "La Maison Martin" }).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

    save('colors: { paper: "#ffffff", ink: "#999999" }\n');
    const notice = desk.locator("[data-notice=talk_mistakes]");
    await expect(notice).toContainText("#999999 / #ffffff = 2,84:1");
    expect(await paper(), "the room keeps the last good version").toBe("rgb(238, 244, 255)");

    save("theme: dark\n");
    await expect.poll(paper).toBe("rgb(20, 22, 46)");
    save("");
    await expect.poll(paper).toBe(ours);
    await expect(stage.getByRole("img", { name: "La Maison Martin" })).toBeHidden();
  });
});
