import { expect, test } from "../support/test";

test("a dialog keeps the focus while it is open, and gives it back to what opened the first of a row", async ({ room }) => {
  const desk = await room.console();
  const menu = desk.locator("[data-action=menu]");
  await menu.focus();
  await desk.keyboard.press("Enter");
  const dialog = desk.getByRole("dialog").or(desk.getByRole("alertdialog"));
  await expect(dialog).toBeVisible();
  for (let press = 0; press < 30; press++) {
    await desk.keyboard.press("Tab");
    const isInside = await desk.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null);
    expect(isInside, `after ${press + 1} times Tab`).toBe(true);
  }
  await desk.keyboard.press("Escape");
  await expect(menu).toBeFocused();

  await desk.keyboard.press("Enter");
  await desk.getByRole("button", { name: "Terminer la séance…" }).click();
  await expect(desk.getByRole("button", { name: "Annuler" })).toBeFocused();
  await desk.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(menu, "two dialogs later").toBeFocused();
});
