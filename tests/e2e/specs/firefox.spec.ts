import { firefox as browser, type Page } from "@playwright/test";
import { firefox } from "../support/firefox";
import { answer, answerByKeys, asksOf, goOn, goOnByKeys } from "../support/kinds";
import { expect, test } from "../support/test";

const TALK = new URL("../../fixtures/every-kind.fr.md", import.meta.url);

test.use({ talkFile: TALK.pathname });

test("Firefox ESR answers every kind of question, by hand and by a keyboard alone", async ({ room }) => {
  test.setTimeout(300_000);
  const { app } = room;
  const fox = await browser.launch(firefox);
  const troubles: string[] = [];
  const phone = async (width: number): Promise<Page> => {
    const page = await (await fox.newContext({ locale: "fr-FR", viewport: { width, height: 800 } })).newPage();
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
    await page.goto(app.ready.join_url);
    return page;
  };
  try {
    const phones = [await phone(390), await phone(320)] as const;
    expect(await phones[0].evaluate(() => navigator.userAgent)).toMatch(/Firefox\//);
    expect(await phones[0].evaluate(() => isSecureContext), "the page is one on plain http, as on a phone").toBe(false);
    const kinds = new Set<string>();
    for (const slide of await app.slides()) {
      const [first] = asksOf(slide);
      if (!first) continue;
      await app.ask(first.id);
      for (const asked of asksOf(slide)) {
        kinds.add(asked.question.kind);
        await answer(phones[0], asked, 2);
        await answerByKeys(phones[1], asked);
        expect(await app.ballots(asked.id), `${asked.id}: both are counted`).toBe(2);
        for (const page of phones) {
          const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          expect(sideways, `${asked.id} scrolls sideways at ${page.viewportSize()!.width} px`).toBeLessThanOrEqual(0);
        }
        if (!slide.survey) continue;
        await goOn(phones[0]);
        await goOnByKeys(phones[1]);
      }
      await app.ask(first.id, slide.steps - 1);
      for (const page of phones) await expect(page.locator(".note"), `${first.id}: closed`).not.toContainText("Modifiable");
    }
    expect(kinds.size).toBe(14);
    const slides = await app.slides();
    await app.post("/control/goto", { slide: slides.findLastIndex(({ layout }) => layout === "profiles"), step: 0 });
    for (const page of phones) await expect(page.locator("main")).toHaveAttribute("data-screen", "profile");
  } finally {
    await fox.close();
  }
  expect(troubles, "no page logs an error").toEqual([]);
});
