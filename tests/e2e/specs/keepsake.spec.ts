import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { STEP, goesThrough } from "../support/portrait";
import { expect, isAccessible, test } from "../support/test";

/** How many colours a picture on the page has, looked at every few points. */
async function coloursIn(phone: Page, picture: string): Promise<number> {
  return phone.locator(picture).evaluate(async (image: HTMLImageElement) => {
    if (!image.complete) await new Promise((resolve) => image.addEventListener("load", resolve));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const pen = canvas.getContext("2d")!;
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set<number>();
    for (let at = 0; at < data.length; at += 4 * 7) seen.add(data[at]! * 65536 + data[at + 1]! * 256 + data[at + 2]!);
    return seen.size;
  });
}

test("the next step and the portrait stay on the phone, and the portrait can be taken along as a picture", async ({ room }) => {
  const { app } = room;
  const phone = await room.phone();
  const other = await room.phone();
  await goesThrough(app, phone);
  const step = phone.locator(".step");
  await expect(step).toHaveText(`Votre prochain pas\u00a0: ${STEP}`);
  await expect(other.locator(".step"), "it is of that phone alone").toHaveCount(0);
  await phone.reload();
  await expect(step, "also after a reload").toContainText(STEP);
  await isAccessible(phone, "a portrait with a next step");
  await phone.setViewportSize({ width: 844, height: 390 });
  await expect(phone.getByRole("heading", { level: 1 }), "who it is is in sight under the bird, also on a phone on its side").toBeInViewport({ ratio: 1 });
  await phone.setViewportSize({ width: 390, height: 844 });

  await app.post("/control/session/finish");
  await expect(phone.getByText("La séance est terminée")).toBeVisible();
  await expect(step, "also after the end").toContainText(STEP);
  await phone.reload();
  await expect(step).toContainText(STEP);

  // The laptop is put away: what the picture needs is on the phone already.
  const save = phone.getByRole("button", { name: "Garder en image" });
  await expect(save).toBeVisible();
  await app.kill();
  const asked: string[] = [];
  phone.on("request", (request) => request.url().startsWith("http") && !/\/api\//.test(request.url()) && asked.push(request.url()));
  const coming = phone.waitForEvent("download");
  await save.tap();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("mon-oiseau.png");
  const png = readFileSync(await download.path());
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)], "its size").toEqual([1080, 1350]);
  expect(await coloursIn(phone, ".keepsake img"), "it is painted").toBeGreaterThan(30);
  expect(asked, "nothing leaves the phone").toEqual([]);
  await isAccessible(phone, "a portrait saved as a picture");
  if (process.env["LOOK"]) {
    await download.saveAs(`${process.env["LOOK"]}/keepsake.png`);
    await phone.screenshot({ path: `${process.env["LOOK"]}/keepsake-page.png`, fullPage: true });
  }
});

test("a phone that can send pictures on is asked to", async ({ room }) => {
  const { app } = room;
  const phone = await room.phone({ locale: "en-GB" });
  await phone.evaluate(() => {
    const sent: string[] = [];
    Object.assign(window, { sent });
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files }: { files: File[] }) => void sent.push(`${files[0]!.name} ${files[0]!.type}`),
    });
  });
  await goesThrough(app, phone);
  const save = phone.getByRole("button", { name: "Save as a picture" });
  await save.tap();
  await expect.poll(() => phone.evaluate(() => (window as unknown as { sent: string[] }).sent)).toEqual(["my-bird.png image/png"]);
  await expect(phone.locator(".keepsake img"), "and nothing is saved besides").toHaveCount(0);
});
