import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../support/test";

test.use({
  talk: [
    "---\ntitle: Un essai\nlang: fr\n---\n\n# Avant de commencer\n\nUne diapositive ordinaire, sous laquelle rien ne se vote.",
    "# La suite\n\nEt après.",
    "# Le vote\n\n```poll\nid: rythme\nkind: single\nask: \"Le rythme vous convient-il ?\"\noptions:\n  - { id: oui, text: \"Oui\" }\n  - { id: non, text: \"Non\" }\n```",
  ].join("\n\n---\n\n"),
});

async function answers(phones: Page[], question: string, options: string[]): Promise<void> {
  for (const [number, phone] of phones.entries()) {
    await expect(phone.getByRole("heading", { name: question })).toBeVisible();
    await phone.locator("button.option, .options button, button").filter({ hasText: options[number]! }).first().tap();
    await expect(phone.locator("[data-tone=good]").first()).toBeVisible();
  }
}

test("a question improvised by keyboard is answered, revealed, asked once more, and what changed is shown", async ({ room }, info) => {
  const { app } = room;
  const [stage, desk] = [await room.stage({ reducedMotion: "reduce" }), await room.console()];
  const phones = [await room.phone(), await room.phone(), await room.phone()];
  const picture = async (page: Page, name: string) => {
    await page.screenshot({ path: info.outputPath(`${name}.png`) });
  };
  const live = stage.locator("article.live");
  const below = await live.getAttribute("data-slide");

  // Nobody touches a mouse.
  await desk.keyboard.press("i");
  await expect(desk.getByRole("dialog", { name: "Improviser une question" })).toBeVisible();
  await isAccessible(desk, "improvising");
  await picture(desk, "console-improvise");
  await desk.keyboard.press("Digit1");
  await desk.keyboard.type("On fait une pause ?");
  await desk.keyboard.press("Enter");
  await expect(live).toHaveAttribute("data-over", "improvise-1");
  await expect(live.getByRole("heading", { name: "On fait une pause ?" })).toBeVisible();
  await expect(live).toHaveAttribute("data-slide", below!);
  await expect(desk.locator(".this article"), "the console's picture shows it as well").toHaveAttribute("data-over", "improvise-1");

  await desk.keyboard.press("j");
  await expect(live.getByRole("timer")).toHaveText(/0:(2\d|30)/);
  await expect(phones[0]!.getByRole("timer")).toHaveText(/Encore \d+\ss/);
  await answers(phones.slice(0, 2), "On fait une pause ?", ["Oui", "Oui"]);
  await expect(live.getByText("1 répond encore")).toBeVisible();
  await picture(stage, "stage-asked");
  await picture(desk, "console-asked");
  await picture(phones[0]!, "phone-asked");
  await isAccessible(stage, "a question over the slide");
  await isAccessible(phones[0]!, "a phone with the time left");
  await answers(phones.slice(2), "On fait une pause ?", ["Non"]);
  await desk.keyboard.press("z");
  await expect(live.getByRole("timer")).toHaveCount(0);

  await desk.keyboard.press("PageDown");
  await expect(live).toHaveAttribute("data-step", "1");
  await desk.keyboard.press("h");
  await expect(desk.getByRole("dialog", { name: "Compter les mains" })).toBeVisible();
  await desk.keyboard.press("ArrowUp");
  await desk.keyboard.press("ArrowUp");
  await isAccessible(desk, "counting hands");
  await picture(desk, "console-hands");
  await desk.keyboard.press("Escape");
  await expect(live.getByText("et 2 mains levées")).toBeVisible();
  await expect(desk.getByText("et 2 mains levées").last()).toBeVisible();
  await picture(stage, "stage-revealed");
  await picture(desk, "console-revealed");

  await desk.keyboard.press("k");
  await expect(live).toHaveAttribute("data-over", "improvise-1~2");
  await expect(live.getByText("2ᵉ tour")).toBeVisible();
  await answers(phones, "On fait une pause ?", ["Non", "Non", "Non"]);
  await picture(stage, "stage-again");
  await desk.keyboard.press("PageDown");
  await expect(live).toHaveAttribute("data-step", "1");
  // Three people are too few to tell who changed: the second round's own results are shown.
  await expect(live.getByText(/100\s%/)).toBeVisible();
  await picture(stage, "stage-change");
  await isAccessible(stage, "what changed, over the slide");

  await desk.keyboard.press("u");
  await expect(live).not.toHaveAttribute("data-over");
  await expect(live).toHaveAttribute("data-slide", below!);
  await picture(desk, "console-list");
  await expect(desk.getByText("improvisé, tour 1")).toBeVisible();
  await expect(desk.getByText("improvisé, tour 2")).toBeVisible();

  const { polls } = await app.summary();
  expect(polls.map(({ id, ballots }) => [id, ballots])).toEqual([["improvise-1", 5], ["improvise-1~2", 3]]);
});

test("a question of the talk is begun anew in its place, once the presenter has said so", async ({ room }) => {
  const { app } = room;
  const [stage, desk] = [await room.stage(), await room.console()];
  const phone = await room.phone();
  await app.ask("rythme");
  await answers([phone], "Le rythme vous convient-il ?", ["Oui"]);
  await desk.keyboard.press("PageDown");
  await expect(stage.getByText("Vote clos")).toBeVisible();
  await desk.getByRole("button", { name: "Recommencer…" }).click();
  const dialog = desk.getByRole("dialog", { name: "Recommencer cette question ?" });
  await expect(dialog).toContainText("Le tour précédent est gardé");
  await isAccessible(desk, "beginning anew");
  await dialog.getByRole("button", { name: "Recommencer" }).click();
  await expect(stage.locator("article.live")).toHaveAttribute("data-step", "0");
  await expect(stage.getByText("2ᵉ tour")).toBeVisible();
  await answers([phone], "Le rythme vous convient-il ?", ["Non"]);
  await expect.poll(() => app.ballots("rythme~2")).toBe(1);
  expect(await app.ballots("rythme"), "the round before is kept").toBe(1);
});
