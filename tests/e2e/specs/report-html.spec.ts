import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "@playwright/test";
import type { App, Slide } from "../support/app";
import { Audience } from "../support/audience";
import { asksOf } from "../support/kinds";
import { expect, isAccessible, test } from "../support/test";

const folder = mkdtempSync(join(tmpdir(), "gazouillis-report-"));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The talk as a room of 27 lives it. */
async function hold(app: App): Promise<void> {
  const audience = await Audience.join(app, 27);
  const ask = async (slide: Slide, index: number) => {
    await app.post("/control/goto", { slide: index, step: 0 });
    await audience.answer(slide);
    await app.post("/control/goto", { slide: index, step: slide.steps - 1 });
  };
  for (const [index, slide] of (await app.slides()).entries()) if (asksOf(slide).length > 0) await ask(slide, index);
  await app.post("/control/session/finish");
}

/** The session as a page, exported as its users do. */
function exported(app: App): string {
  const file = join(folder, "report.html");
  const { status, output } = app.command("export", "latest", "--population", "400", "--output", file, "--data", app.data);
  expect(status, output).toBe(0);
  return pathToFileURL(file).href;
}

interface Look {
  width: number;
  height: number;
  colorScheme: "light" | "dark";
}

/** Opens the page, and what it asked for besides itself. */
async function opened(browser: Browser, address: string, { width, height, colorScheme }: Look): Promise<{ page: Page; asked: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: "fr-FR" });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) asked.push(request.url());
  });
  page.on("console", (message) => asked.push(message.text()));
  await page.goto(address);
  return { page, asked, close: () => context.close() };
}

test("a session as a page: accessible on light and dark, from 320 to 1280 pixels, and it asks nobody for anything", async ({ room, browser }, info) => {
  await hold(room.app);
  const address = exported(room.app);
  for (const colorScheme of ["light", "dark"] as const) {
    for (const [width, height] of [[1280, 900], [390, 844], [320, 640]] as const) {
      const what = `the page on ${colorScheme}, ${width} wide`;
      const { page, asked, close } = await opened(browser, address, { width, height, colorScheme });
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page.getByRole("table").first()).toBeVisible();
      await isAccessible(page, what);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond, `${what} fits`).toBeLessThanOrEqual(0);
      const fonts = await page.evaluate(() => document.fonts.check("16px 'Bricolage Grotesque'") && document.fonts.check("16px 'Atkinson Hyperlegible Next'"));
      expect(fonts, `${what} has its letters`).toBe(true);
      await page.screenshot({ path: info.outputPath(`${colorScheme}-${width}.png`), fullPage: true });
      expect(asked, `${what} asks and complains of nothing`).toEqual([]);
      await close();
    }
  }
});

test("on paper it is light, and no question is parted", async ({ room, browser }, info) => {
  await hold(room.app);
  const { page, close } = await opened(browser, exported(room.app), { width: 1280, height: 900, colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const looks = await page.evaluate(() => ({
    paper: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(document.body).color,
    parted: [...document.querySelectorAll(".poll, .card")].filter((part) => getComputedStyle(part).breakInside !== "avoid").length,
    contents: getComputedStyle(document.querySelector("nav")!).display,
  }));
  expect(looks).toEqual({ paper: "rgb(255, 255, 255)", ink: "rgb(26, 28, 58)", parted: 0, contents: "none" });
  await page.pdf({ path: info.outputPath("report.pdf"), preferCSSPageSize: true });
  await close();
});

test("the figures of the profiles are those of the summary", async ({ room, browser }) => {
  await hold(room.app);
  const { page, close } = await opened(browser, exported(room.app), { width: 1280, height: 900, colorScheme: "light" });
  const profiles = (await room.app.summary()).breakdown!.profiles!;
  const told = await page.locator("#profils table").first().locator("td.share").allTextContents();
  expect(told).toEqual(profiles.map(({ percent }) => `${percent}\u00a0%`));
  await close();
});
