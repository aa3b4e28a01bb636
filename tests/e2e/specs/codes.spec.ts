import { expect, isAccessible, test } from "../support/test";

test.use({ codes: 2 });

test("a code from the sheet lets one phone in, however it is typed, and only one", async ({ room }) => {
  const [first, second] = room.app.codes as [string, string];
  const phone = await room.phone();
  await expect(phone.locator("main")).toHaveAttribute("data-screen", "code");
  const field = phone.getByRole("textbox", { name: "Votre code d’entrée" });
  await expect(field).toBeVisible();
  await isAccessible(phone, "a code is needed");
  await field.fill("nope nope");
  await field.press("Enter");
  await expect(phone.getByRole("alert")).toHaveText(/pas sur la feuille/);
  await expect(field, "ready to be written anew").toBeFocused();
  await isAccessible(phone, "a code that is on no sheet");
  await field.fill(` ${first.toLowerCase().replace("-", " ")} `);
  await field.press("Enter");
  await expect(phone.locator("main")).toHaveAttribute("data-screen", "waiting");
  await phone.reload();
  await expect(phone.locator("main"), "who is in needs no code again").toHaveAttribute("data-screen", "waiting");

  const other = await room.phone({ viewport: { width: 320, height: 568 }, locale: "en-GB" });
  const theirs = other.getByRole("textbox", { name: "Your entry code" });
  await theirs.fill(first);
  await other.getByRole("button", { name: "Enter" }).tap();
  await expect(other.getByRole("alert")).toHaveText(/already let another phone in/);
  await isAccessible(other, "a code that was used");
  await theirs.fill(second.replace("-", ""));
  await other.getByRole("button", { name: "Enter" }).tap();
  await expect(other.locator("main")).toHaveAttribute("data-screen", "waiting");
});
