import type { Page } from "@playwright/test";
import { expect, isAccessible, stageShows, test } from "../support/test";

test.use({
  talk: [
    "---\ntitle: Un questionnaire\nlang: fr\n---\n\n# Bonjour",
    [
      "id: avant\n---\n\n# Avant de commencer",
      '```poll\nid: compte\nkind: single\nask: "Avez-vous un compte professionnel ?"\noptions:\n  - { id: oui, text: "Oui" }\n  - { id: non, text: "Non" }\n```',
      '```poll\nid: heures\nkind: number\nask: "Combien d’heures par semaine passez-vous à lire des tweets ?"\nrange: [0, 60]\n```',
      '```poll\nid: oiseau\nkind: quiz\nask: "Quel oiseau est sur le logo ?"\noptions:\n  - { id: merle, text: "Un merle" }\n  - { id: mesange, text: "Une mésange" }\nright: merle\n```',
      '```poll\nid: mot\nkind: words\nask: "En un mot, Twitter, c’est…"\n```',
    ].join("\n\n"),
    "id: merci\n---\n\n# Merci",
  ].join("\n\n---\n"),
});

const heading = (phone: Page, name: string) => expect(phone.getByRole("heading", { name, exact: true })).toBeVisible();
const next = (phone: Page) => phone.getByRole("button", { name: /^(Suivante|Terminer)$/ }).tap();

/** Every question in order, by taps. */
async function goesThrough(phone: Page): Promise<void> {
  await heading(phone, "Avez-vous un compte professionnel ?");
  await phone.getByRole("radio", { name: "Oui" }).tap();
  await next(phone);
  await phone.getByRole("textbox").fill("7");
  await phone.getByRole("button", { name: "Valider" }).tap();
  await expect(phone.locator("[data-tone=good]")).toBeVisible();
  await next(phone);
  await phone.getByRole("radio", { name: "Une mésange" }).tap();
  await next(phone);
  await phone.getByRole("textbox").first().fill("gazouillis");
  await phone.getByRole("button", { name: /^Valider/ }).tap();
  await expect(phone.locator("[data-tone=good]")).toBeVisible();
  await next(phone);
  await heading(phone, "Tout est répondu");
}

/** The same by keys alone: Tab, and arrows among radio buttons, until what has the focus says so, then Enter or Space. */
async function tabsTo(phone: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    // Arrows pick what they come to: they are pressed for a radio button of the group at hand, and for nothing else.
    const group = await phone.evaluate(() => [...(document.activeElement?.closest("[role=radiogroup]")?.querySelectorAll("[role=radio]") ?? [])].map((radio) => radio.textContent ?? ""));
    const isHere = group.some((says) => name.test(says.replaceAll("\u00a0", " ").trim()));
    await phone.keyboard.press(isHere ? "ArrowDown" : "Tab");
    const says = await phone.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
    if (name.test(says.replaceAll("\u00a0", " ").trim())) return;
  }
  throw new Error(`nothing that says ${name} can be reached by Tab`);
}

const focused = (phone: Page) => phone.evaluate(() => document.activeElement?.textContent?.replaceAll("\u00a0", " "));

test("a survey is gone through at one's own pace and walked by the clicker alone", async ({ room }, info) => {
  const [stage, desk] = [await room.stage({ reducedMotion: "reduce" }), await room.console()];
  const phones = [await room.phone(), await room.phone({ viewport: { width: 320, height: 640 } }), await room.phone()];
  const [quick, keys, slow] = phones as [Page, Page, Page];
  const picture = async (page: Page, name: string) => {
    await page.screenshot({ path: info.outputPath(`${name}.png`) });
  };
  const live = stage.locator("article.live");
  await desk.keyboard.press("PageDown");
  await stageShows(stage, "avant", 0);
  await expect(live.getByRole("heading", { name: "Avant de commencer" })).toBeVisible();
  await expect(desk.getByRole("heading", { name: "Questionnaire", exact: true })).toBeVisible();

  await heading(quick, "Avez-vous un compte professionnel ?");
  await expect(quick.getByText("Question 1 sur 4")).toBeVisible();
  await picture(quick, "phone-first");
  await isAccessible(quick, "a question of a survey");
  await goesThrough(quick);
  await picture(quick, "phone-all-answered");
  await isAccessible(quick, "the end of a survey");

  // By keys alone, on the narrowest phone.
  await heading(keys, "Avez-vous un compte professionnel ?");
  await tabsTo(keys, /^Non$/);
  await keys.keyboard.press("Enter");
  await expect(keys.locator("[data-tone=good]")).toBeVisible();
  await tabsTo(keys, /^Suivante$/);
  await keys.keyboard.press("Enter");
  await heading(keys, "Combien d’heures par semaine passez-vous à lire des tweets ?");
  expect(await focused(keys), "a screen reader goes on at the question").toContain("Combien d’heures");
  await picture(keys, "phone-320");
  const sideways = await keys.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(sideways, "nothing scrolls sideways").toBe(false);
  await tabsTo(keys, /^Suivante$/);
  await keys.keyboard.press("Enter");
  await heading(keys, "Quel oiseau est sur le logo ?");
  await tabsTo(keys, /^Un merle$/);
  await keys.keyboard.press("Space");
  await tabsTo(keys, /^Suivante$/);
  await keys.keyboard.press("Enter");
  await heading(keys, "En un mot, Twitter, c’est…");
  await tabsTo(keys, /^Terminer$/);
  await keys.keyboard.press("Enter");
  await heading(keys, "Il reste 2 questions");
  expect(await focused(keys)).toBe("Il reste 2 questions");
  await picture(keys, "phone-320-left");
  await isAccessible(keys, "what is left of a survey");

  // Back, and another answer.
  await quick.getByRole("button", { name: /Avez-vous un compte/ }).tap();
  await quick.getByRole("radio", { name: "Non" }).tap();
  await expect(quick.locator("[data-tone=good]")).toBeVisible();
  await heading(slow, "Avez-vous un compte professionnel ?");

  await expect(live.getByText("a tout répondu")).toBeVisible();
  await expect(live.getByText("2 ont commencé")).toBeVisible();
  await picture(stage, "stage-open");
  await picture(desk, "console-open");
  await isAccessible(stage, "a survey on the stage");
  await isAccessible(desk, "a survey on the console");

  await desk.keyboard.press("PageDown");
  await stageShows(stage, "avant", 1);
  await expect(live.getByText("C’est clos")).toBeVisible();
  await expect(slow.getByText("Vote clos", { exact: true })).toBeVisible();
  await picture(stage, "stage-closed");
  await picture(desk, "console-closed");
  await picture(slow, "phone-closed");

  await desk.keyboard.press("PageDown");
  await stageShows(stage, "avant", 2);
  await expect(live.getByRole("heading", { name: "Avez-vous un compte professionnel ?" })).toBeVisible();
  await expect(live.getByText(/100\s%/), "the answer that was changed counts").toBeVisible();
  await picture(stage, "stage-first-result");
  await picture(desk, "console-first-result");
  await picture(quick, "phone-first-result");
  await desk.keyboard.press("PageDown");
  await expect(live.getByRole("heading", { name: /Combien d’heures/ })).toBeVisible();
  await desk.keyboard.press("PageDown");
  await expect(live.getByRole("heading", { name: "Quel oiseau" })).toBeVisible();
  await expect(live.getByRole("img", { name: "Bonne réponse" })).toHaveCount(0);
  await desk.keyboard.press("PageDown");
  await expect(live.getByRole("img", { name: "Bonne réponse" }).first()).toBeVisible();
  await heading(keys, "Quel oiseau est sur le logo ?");
  await expect(keys.getByRole("main").getByText("Bien vu !")).toBeVisible();
  await picture(keys, "phone-320-right");
  await desk.keyboard.press("PageUp");
  await desk.keyboard.press("PageUp");
  await stageShows(stage, "avant", 3);
  for (let step = 4; step <= 6; step++) {
    await desk.keyboard.press("PageDown");
    await stageShows(stage, "avant", step);
  }
  await desk.keyboard.press("PageDown");
  await stageShows(stage, "merci", 0);
});
