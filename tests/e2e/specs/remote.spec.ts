import { expect, isAccessible, stageShows, test } from "../support/test";

test("the presenter's phone is paired by a code, allowed on the desk, moves the talk, and is revoked", async ({ room, browser }) => {
  const { app } = room;
  const [stage, desk] = [await room.stage(), await room.console()];
  const slides = await app.slides();
  const look = async (page: typeof desk, name: string) => process.env["LOOK"] && (await page.screenshot({ path: `${process.env["LOOK"]}/remote-${name}.png` }));
  await desk.keyboard.press("m");
  await desk.getByRole("button", { name: "Télécommande…" }).click();
  const dialog = desk.getByRole("dialog");
  await expect(dialog.getByRole("img", { name: "Télécommande" })).toBeVisible();
  await isAccessible(desk, "the dialog that pairs a phone");
  await look(desk, "pairing");
  const { remote } = (await app.firstView("/control/live")) as { remote: { url: string } };
  expect(await stage.content(), "the code is on the desk alone").not.toContain(new URL(remote.url).hash.slice(1));

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: "fr-FR" });
  const phone = await context.newPage();
  await phone.goto(remote.url);
  await expect(phone.getByText("Autorisez ce téléphone sur la console.")).toBeVisible();
  expect(new URL(phone.url()).hash, "the key does not stay in the address").toBe("");
  await isAccessible(phone, "a phone that waits to be allowed");
  await look(phone, "waiting");
  const name = await phone.locator(".name").innerText();
  await expect(dialog).toContainText(name);
  await look(desk, "asked");
  await dialog.getByRole("button", { name: "Autoriser" }).click();
  const next = phone.getByRole("button", { name: "Suivant" });
  await next.tap();
  await stageShows(stage, slides[1]!.id, 0);
  await phone.getByRole("button", { name: "Précédent" }).tap();
  await stageShows(stage, slides[0]!.id, 0);
  await isAccessible(phone, "the remote control");
  await desk.keyboard.press("Escape");

  const at = slides.findIndex((slide) => slide.poll?.question.kind === "single");
  await app.ask(slides[at]!.poll!.id);
  await expect(phone.getByText("vote ouvert")).toBeVisible();
  await look(phone, "poll");
  await isAccessible(phone, "the remote control with an open poll");
  await phone.getByRole("button", { name: "Montrer les résultats" }).tap();
  await stageShows(stage, slides[at]!.id, 1);
  await phone.getByRole("button", { name: "Écran noir" }).tap();
  await expect(stage.locator(".blank.black")).toBeVisible();
  await phone.getByRole("button", { name: "Rallumer" }).tap();
  await expect(stage.locator(".blank")).toBeHidden();

  // A phone that slept shows nothing to press until it knows where the talk is.
  await phone.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect(next).toBeDisabled();
  await phone.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true });
  });
  await desk.keyboard.press("PageDown");
  await expect(next).toBeEnabled();

  await phone.reload();
  await expect(next).toBeEnabled();
  await phone.setViewportSize({ width: 320, height: 568 });
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await look(phone, "320");

  await desk.keyboard.press("m");
  await desk.getByRole("button", { name: "Télécommande…" }).click();
  await dialog.getByRole("button", { name: "Révoquer" }).click();
  await expect(phone.getByText("Ce téléphone n’est plus une télécommande.")).toBeVisible();
  await isAccessible(phone, "a phone that is no remote control any more");
  await desk.keyboard.press("Escape");
  await expect.poll(() => fetch(remote.url.replace("phone.lan", "127.0.0.1").split("#")[0]!).then(() => "there", () => "gone"), "nobody needs the listener any more").toBe("gone");
  await context.close();
});
