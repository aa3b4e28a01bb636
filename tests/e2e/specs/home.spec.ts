import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Page, test as base } from "@playwright/test";
import { HomeApp } from "../support/home";
import { expect, isAccessible } from "../support/test";

const test = base.extend<{ app: HomeApp }>({
  // eslint-disable-next-line no-empty-pattern
  app: async ({}, use) => {
    const app = await HomeApp.start();
    await use(app);
    await app.stop();
  },
});
test.use({ locale: "fr-FR", viewport: { width: 1440, height: 900 } });

/** Where the talk is, for the presenter. */
const place = (desk: Page) => desk.locator("header .place span").first();

const look = async (page: Page, name: string) => {
  if (process.env["LOOK"]) await page.screenshot({ path: `${process.env["LOOK"]}/home-${name}.png` });
};

test("the app opens on the talks, and one is written, presented, finished, and found again among the sessions", async ({ app, page, browser }) => {
  await page.goto(app.url);
  await expect(page.getByRole("heading", { level: 2, name: "Twitter expliqué aux collègues" })).toBeVisible();
  await isAccessible(page, "home for the first time");
  await look(page, "first");

  await page.getByRole("button", { name: "Faire la visite" }).click();
  await expect(page.getByRole("dialog")).toContainText("Deux fenêtres");
  await isAccessible(page, "the tour");
  await look(page, "tour");
  while (await page.getByRole("button", { name: "Suivant" }).isVisible()) await page.getByRole("button", { name: "Suivant" }).click();
  await page.getByRole("button", { name: "Terminer" }).click();
  await expect(page.getByRole("button", { name: "Faire la visite" }), "it is offered once").toBeHidden();

  await page.getByRole("button", { name: "Nouvel exposé" }).click();
  await page.getByLabel("Titre").fill("Le midi : où, quand ?");
  await isAccessible(page, "the dialog of a new talk");
  await look(page, "new");
  await page.getByRole("button", { name: "Créer" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Le midi : où, quand ?" })).toBeVisible();
  const file = join(app.talks, "le-midi-où-quand.md");
  expect(readFileSync(file, "utf8")).toContain('title: "Le midi : où, quand ?"');

  writeFileSync(file, readFileSync(file, "utf8").replace("kind: single", "kind: sinlge"));
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(page.getByText("Une erreur empêche de présenter cet exposé.")).toBeVisible();
  await isAccessible(page, "home with a talk that has a mistake");
  await look(page, "mistake");
  writeFileSync(file, readFileSync(file, "utf8").replace("kind: sinlge", "kind: single"));
  await page.evaluate(() => dispatchEvent(new Event("focus")));

  await page.getByRole("button", { name: "Présenter", exact: true }).click();
  await expect(place(page)).toContainText("1 / ");
  const phone = await browser.newPage();
  await phone.goto(await app.joinUrl(page.url()));
  await page.keyboard.press("PageDown");
  await expect(page.getByText("1 a rejoint")).toBeVisible();
  await page.keyboard.press("m");
  await page.getByRole("button", { name: "Terminer la séance" }).click();
  await page.getByRole("button", { name: "Terminer la séance" }).last().click();
  await expect(page.getByText("Séance terminée, la synthèse est figée.")).toBeVisible();
  await page.keyboard.press("m");
  await page.getByRole("button", { name: "Retour à l’accueil" }).click();
  await page.getByRole("button", { name: "Revenir à l’accueil" }).click();

  const sessions = page.getByRole("complementary", { name: "Séances passées" });
  await expect(sessions).toContainText("Le midi : où, quand ?");
  await isAccessible(page, "home with a session");
  await look(page, "session");
  await sessions.getByText("Autres formats").click();
  await isAccessible(page, "home with the formats of a session");
  await look(page, "formats");
  const download = page.waitForEvent("download");
  await sessions.getByRole("button", { name: /^CSV/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await sessions.getByRole("button", { name: /^Support/ }).click();
  await page.getByLabel("étape, comme la salle l’a vue").check();
  await page.getByLabel("Avec mes notes").check();
  await isAccessible(page, "the dialog of a handout");
  await look(page, "handout");
  const handout = page.waitForEvent("download");
  await page.getByRole("button", { name: "Enregistrer le PDF" }).click();
  expect((await handout).suggestedFilename()).toMatch(/le-midi-ou-quand-support-notes\.pdf$/);
  await page.getByRole("button", { name: "Support (PDF) de « Le midi : où, quand ? »" }).click();
  const alone = page.waitForEvent("download");
  await page.getByRole("button", { name: "Enregistrer le PDF" }).click();
  expect(readFileSync(await (await alone).path(), "latin1").startsWith("%PDF-"), "the talk by itself").toBe(true);
  await sessions.getByRole("button", { name: /^Supprimer/ }).click();
  await page.getByRole("button", { name: "Supprimer pour de bon" }).click();
  await expect(sessions).toContainText("Aucune séance");
  await phone.close();
});

test("after a crash home offers to go on where the room was, also when the talk was edited meanwhile", async ({ app, page, browser }) => {
  await page.goto(app.url);
  await page.getByRole("button", { name: "Nouvel exposé" }).click();
  await page.getByLabel("Titre").fill("Le midi");
  await page.getByRole("button", { name: "Créer" }).click();
  await page.getByRole("button", { name: "Présenter", exact: true }).click();
  await expect(place(page)).toContainText("1 / ");
  const phone = await browser.newPage();
  await phone.goto(await app.joinUrl(page.url()));
  for (let press = 0; press < 2; press++) await page.keyboard.press("PageDown");
  await expect(place(page)).toContainText("3 / ");
  await expect(page.getByText("1 a rejoint")).toBeVisible();

  await app.kill();
  const file = join(app.talks, "le-midi.md");
  writeFileSync(file, readFileSync(file, "utf8").replace("# La première partie", "# La toute première partie"));
  await app.launch();
  await page.goto(app.url);
  await expect(page.getByRole("heading", { name: "Reprendre « Le midi » à la diapositive 3 sur 16 ?" })).toBeVisible();
  await isAccessible(page, "home after a crash");
  await look(page, "crash");
  await page.getByRole("button", { name: "Reprendre" }).click();
  await expect(place(page)).toContainText("3 / 16");
  await expect(page.getByText("La toute première partie").first()).toBeVisible();
  await expect(page.getByText("Séance reprise là où elle en était.")).toBeVisible();
  await phone.close();
});

test("a rehearsal has simulated phones, and leaves nothing behind", async ({ app, page }) => {
  await page.goto(app.url);
  await page.getByRole("button", { name: "Répéter", exact: true }).click();
  await expect(place(page)).toContainText("1 / 42");
  await expect(page.getByText("30 ont rejoint")).toBeVisible();
  await page.goto(app.url);
  await expect(page.getByText("est en répétition")).toBeVisible();
  await look(page, "running");
  await page.getByRole("button", { name: "Quitter l’exposé" }).click();
  await expect(page.getByText("est en répétition")).toBeHidden();
  await expect(page.getByRole("complementary", { name: "Séances passées" })).toContainText("Aucune séance");
});

test("home speaks the language that is chosen, and so does the console that it opens", async ({ app, page }) => {
  await page.goto(app.url);
  await page.getByRole("radio", { name: "English" }).check();
  await expect(page.getByRole("button", { name: "Present", exact: true })).toBeVisible();
  await isAccessible(page, "home in English");
  await page.getByRole("button", { name: "The format of a talk" }).click();
  await expect(page.getByRole("dialog")).toContainText("kind: ranking");
  await isAccessible(page, "the reference of the format");
  await look(page, "format");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open a file…" }).click();
  await page.getByLabel("Path of the file").fill("/nowhere/talk.md");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("It does not exist. Check the name and the folder.");
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(page.getByRole("button", { name: "Present", exact: true })).toBeVisible();
  for (const width of [1920, 1280, 390, 320]) {
    await page.setViewportSize({ width, height: width > 1000 ? Math.round((width * 9) / 16) : 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `nothing leaves ${width}`).toBe(true);
    await look(page, `en-${width}`);
  }
  await page.getByRole("button", { name: "Present", exact: true }).click();
  await expect(page.getByText("Previous")).toBeVisible();
});
