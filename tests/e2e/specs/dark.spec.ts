import type { Page } from "@playwright/test";
import { answerAll, asksOf } from "../support/kinds";
import { goesThrough } from "../support/portrait";
import { expect, isAccessible, test } from "../support/test";

const NIGHT = "rgb(20, 22, 46)";
const ground = (phone: Page) => phone.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

const look = async (phone: Page, name: string, fullPage = false) => {
  if (process.env["LOOK"]) await phone.screenshot({ path: `${process.env["LOOK"]}/dark-${name}-${phone.viewportSize()!.width}.png`, fullPage });
};

test("a phone that prefers the dark is dark from the first screen to the last, and its picture is on paper", async ({ room }) => {
  const { app } = room;
  const phone = await room.phone({ colorScheme: "dark" });
  const light = await room.phone();
  await expect(phone.locator(".perch .shell")).toBeVisible();
  expect(await ground(phone)).toBe(NIGHT);
  expect(await ground(light), "others are as ever").toBe("rgb(251, 244, 230)");
  await expect(phone.locator("meta[name=theme-color]"), "and the browser's frame is of its colour").toHaveAttribute("content", "#14162e");
  await isAccessible(phone, "a dark phone that waits");
  await look(phone, "waiting");
  await goesThrough(app, phone, async (what) => {
    await isAccessible(phone, `a dark phone: ${what}`);
    await look(phone, what);
  });
  await app.post("/control/session/finish");
  await expect(phone.getByText("La séance est terminée")).toBeVisible();
  await isAccessible(phone, "a dark portrait");
  expect(await ground(phone), "also with all that came later").toBe(NIGHT);
  await look(phone, "portrait", true);
  await phone.getByRole("button", { name: "Garder en image" }).tap();
  const picture = phone.locator(".keepsake img");
  await expect(picture).toBeVisible();
  const corner = await picture.evaluate(async (image: HTMLImageElement) => {
    if (!image.complete) await new Promise((resolve) => image.addEventListener("load", resolve));
    const pen = document.createElement("canvas").getContext("2d")!;
    pen.drawImage(image, 0, 0);
    return [...pen.getImageData(5, 5, 1, 1).data];
  });
  expect(corner).toEqual([251, 244, 230, 255]);
  await look(phone, "keepsake", true);
});

test.describe("every kind of question", () => {
  test.use({ talkFile: new URL("../../fixtures/every-kind.fr.md", import.meta.url).pathname });

  test("is read in the dark, asked, answered and told", async ({ room }) => {
    const { app } = room;
    const phone = await room.phone({ colorScheme: "dark", viewport: { width: 320, height: 568 } });
    for (const slide of await app.slides()) {
      const [first] = asksOf(slide);
      if (!first) continue;
      await app.ask(first.id);
      await expect(phone.getByRole("heading", { name: first.ask })).toBeVisible();
      await isAccessible(phone, `${first.id} in the dark`);
      await answerAll(phone, slide, 0);
      await isAccessible(phone, `${first.id} in the dark, answered`);
      await look(phone, `${first.question.kind}-${first.id}`);
      await app.ask(first.id, slide.steps - 1);
      await expect(phone.getByText("Modifiable jusqu’à la clôture.")).toHaveCount(0);
      await isAccessible(phone, `${first.id} in the dark, told`);
      await look(phone, `${first.question.kind}-${first.id}-told`);
    }
  });
});
