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

const look = async (page: Page, name: string) => {
  if (process.env["LOOK"]) await page.screenshot({ path: `${process.env["LOOK"]}/cuts-${name}.png` });
};

test("the length of the talk is chosen at home, and once more on the desk when time runs short", async ({ app, page }) => {
  await page.goto(app.url);
  await expect(page.getByRole("radio", { name: "45 min" })).toBeChecked();
  await page.getByRole("radio", { name: "30 min" }).focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { name: "30 min" })).toBeChecked();
  await isAccessible(page, "home with a talk of several lengths");
  await look(page, "home");
  await page.getByRole("button", { name: "Présenter", exact: true }).click();

  const place = page.locator("header .place span").first();
  await expect(place).toContainText("1 / 22");
  await expect(page.getByText(/prévu.* 30 min|30 min prévu/i).first(), "the plan is that of the short version").toBeAttached();
  // The check-list, which comes up by itself.
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("m");
  await page.getByRole("button", { name: "Durée de l’exposé…" }).click();
  const dialog = page.getByRole("dialog", { name: "Durée de l’exposé" });
  await expect(dialog.getByRole("radio", { name: "30 min" })).toBeChecked();
  await isAccessible(page, "the dialog of the talk's length");
  await look(page, "desk");
  await dialog.getByRole("radio", { name: "45 min" }).focus();
  await page.keyboard.press("Space");
  await expect(place).toContainText("1 / 42");
  await expect(dialog.getByRole("radio", { name: "45 min" })).toBeChecked();
  await expect(page.getByText("L’exposé continue dans sa version de 45 minutes.")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, "desk-390");
});
