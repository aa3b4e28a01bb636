import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, type Page, expect, test as base } from "@playwright/test";
import { App } from "./app";

/** What a test opens. */
export interface Room {
  app: App;
  stage: (options?: ScreenOptions) => Promise<Page>;
  console: (options?: ScreenOptions) => Promise<Page>;
  phone: (options?: PhoneOptions) => Promise<Page>;
}

interface PhoneOptions {
  locale?: string;
  viewport?: { width: number; height: number };
  colorScheme?: "light" | "dark";
  /** How large the page is, as when its person zooms it. */
  zoom?: number;
}

interface ScreenOptions {
  viewport?: { width: number; height: number };
  locale?: string;
  reducedMotion?: "reduce" | "no-preference";
}

/** A room: the program, and the pages that people open. A page that logs an error fails its test. */
export const test = base.extend<{ room: Room; talk: string | undefined; talkFile: string | undefined; codes: number }>({
  talk: [undefined, { option: true }],
  /** A talk file where it is, with the pictures beside it. */
  talkFile: [undefined, { option: true }],
  /** How many one-time codes are printed; without any, nobody needs one. */
  codes: [0, { option: true }],
  room: async ({ browser, talk, talkFile, codes }, use, info) => {
    const app = await App.start(talk, codes, talkFile);
    const contexts: BrowserContext[] = [];
    const troubles: string[] = [];
    const open = async (name: string, url: string, options: Parameters<typeof browser.newContext>[0]) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      const page = await context.newPage();
      page.on("pageerror", (error) => troubles.push(`${name}: ${error.message}`));
      page.on("console", (message) => {
        // A server that is down on purpose makes the browser log each failed attempt.
        const isNetwork = /Failed to load resource|net::ERR|ERR_CONNECTION|ERR_INCOMPLETE/.test(message.text());
        if (message.type() === "error" && !isNetwork) troubles.push(`${name}: ${message.text()}`);
      });
      page.on("request", (request) => {
        const host = new URL(request.url()).hostname;
        const inside = ["127.0.0.1", "phone.lan", ""].includes(host);
        if (!inside) troubles.push(`${name} asked the outside: ${request.url()}`);
      });
      await page.goto(url);
      return page;
    };
    await use({
      app,
      stage: (options) => open("stage", app.ready.stage_url, { viewport: { width: 1920, height: 1080 }, locale: "fr-FR", ...options }),
      console: async (options) => {
        const desk = await open("console", app.ready.console_url, { viewport: { width: 1366, height: 768 }, locale: "fr-FR", ...options });
        // Before it is drawn its keys are for nobody.
        await expect(desk.locator("[data-action=menu]")).toBeVisible();
        return desk;
      },
      phone: ({ locale = "fr-FR", viewport = { width: 390, height: 844 }, colorScheme = "light", zoom = 1 } = {}) => {
        const zoomed = { width: viewport.width / zoom, height: viewport.height / zoom };
        return open("phone", app.ready.join_url, { viewport: zoomed, locale, colorScheme, hasTouch: true, isMobile: true, deviceScaleFactor: 2 * zoom });
      },
    });
    for (const context of contexts) await context.close();
    await app.stop();
    if (info.status === info.expectedStatus) expect(troubles, "no page logs an error or asks the outside").toEqual([]);
  },
});

export { expect };

/** The page has no violation that axe can find. */
export async function isAccessible(page: Page, what: string): Promise<void> {
  expect(await violations(page), `axe on ${what}`).toEqual([]);
}

/** What axe finds on a page, and where. */
export async function violations(page: Page): Promise<string[]> {
  await isStill(page);
  // No page has frames, and without them axe needs no second page to sum up on.
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  const found = await axe.analyze();
  const told = await Promise.all(
    found.violations.map(async ({ id, nodes }) => {
      const targets = nodes.map((node) => node.target.join(" "));
      return { id, targets: id === "target-size" ? await stillSmall(page, targets) : targets };
    }),
  );
  return told.filter(({ targets }) => targets.length).map(({ id, targets }) => `${id}: ${targets.join(", ")}`);
}

/** Which of these targets are too small even where nothing that sticks to the screen covers them: a page scrolls, and what lies half under its foot is whole a moment later. */
async function stillSmall(page: Page, targets: string[]): Promise<string[]> {
  const small: string[] = [];
  for (const target of targets) {
    await page.locator(target).evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
    const again = await new AxeBuilder({ page }).setLegacyMode().include(target).withRules(["target-size"]).analyze();
    if (again.violations.length) small.push(target);
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  return small;
}

/** What fades in has its colours when it is there; what turns for ever is not waited for. */
async function isStill(page: Page): Promise<void> {
  await page.evaluate(() => {
    const passing = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    return Promise.all(passing.map((animation) => animation.finished.catch(() => undefined))).then(() => undefined);
  });
}

/** Waits until the stage draws a slide at a step. */
export async function stageShows(stage: Page, slide: string, step: number): Promise<void> {
  await expect(stage.locator("article.live")).toHaveAttribute("data-slide", slide);
  await expect(stage.locator("article.live")).toHaveAttribute("data-step", `${step}`);
}
