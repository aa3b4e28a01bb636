import type { Page } from "@playwright/test";
import { expect, isAccessible, stageShows, test } from "../support/test";

test.use({
  talk: [
    "---\ntitle: La salle parle\nlang: fr\nchannels:\n  qa: { moderated: true, max: 240 }\n  reactions: { mood: true }\n---\n\n# Bonjour",
    "id: questions\nlayout: qa\n---\n\n# Vos questions",
    'id: compte\n---\n\n```poll\nid: compte\nkind: single\nask: "Avez-vous un compte ?"\noptions:\n  - { id: oui, text: "Oui" }\n  - { id: non, text: "Non" }\n```',
  ].join("\n\n---\n"),
});

async function asks(phone: Page, text: string): Promise<void> {
  await phone.locator(".beside-open").tap();
  await phone.locator("#beside-ask").fill(text);
  await phone.getByRole("button", { name: "Poser la question" }).tap();
  await expect(phone.locator(".beside-mine")).toContainText(text);
}

test("the room asks, wants and calls out; the presenter lets through by keys, and the stage shows it", async ({ room }) => {
  const { app } = room;
  const [stage, desk] = [await room.stage(), await room.console()];
  const [one, other] = [await room.phone(), await room.phone({ viewport: { width: 320, height: 640 } })];
  await desk.keyboard.press("PageDown");
  await stageShows(stage, "questions", 0);
  await expect(stage.getByText("Elles sont relues avant d’être montrées")).toBeVisible();

  await asks(one, "Qui lit ces tweets ?");
  await asks(other, "Et Mastodon ?");
  await isAccessible(one, "the sheet of questions");
  const tab = desk.getByRole("tab", { name: /Questions/ }).or(desk.getByRole("button", { name: /^Questions/ })).first();
  await expect(tab, "two wait").toContainText("2");
  await expect(stage.locator("article.live .card"), "nothing is shown that nobody has read").toHaveCount(0);
  await tab.click();
  await isAccessible(desk, "the questions on the console");
  await desk.keyboard.press("v");
  await expect(stage.locator("article.live .card")).toHaveCount(1);
  await desk.keyboard.press("v");
  await expect(stage.locator("article.live .card")).toHaveCount(2);

  const wish = other.locator(".beside-room li", { hasText: "Qui lit ces tweets ?" }).locator(".beside-want");
  await wish.tap();
  await expect(stage.locator("article.live .card").first(), "what is wanted stands first").toContainText("Qui lit ces tweets ?");
  await expect(stage.locator("article.live .card").first()).toContainText("1");
  await isAccessible(stage, "the slide of questions");

  // Back to the slides: the bar is there, and what one calls out floats over the stage.
  await one.getByRole("button", { name: "Fermer" }).tap();
  await one.locator(".chirps button").first().tap();
  await expect.poll(async () => ((await app.firstView("/stage/live"))["channels"] as { chirps: unknown[] }).chirps.length, { intervals: [50] }).toBeGreaterThan(0);

  // A question is answered as ever while the channels are open.
  await desk.keyboard.press("PageDown");
  await stageShows(stage, "compte", 0);
  await expect(stage.locator("article.live .badge")).toContainText("2");
  // Who writes nothing is led from the sheet to what is asked.
  for (const phone of [one, other]) await phone.getByRole("radio", { name: "Oui" }).tap();
  await expect.poll(() => app.ballots("compte")).toBe(2);

  await app.post("/control/session/finish");
  const summary = await app.summary();
  expect(summary.questions).toMatchObject({ asked: 2, kept: [] });
  expect(summary.reactions.flatMap(({ counts }) => counts).reduce((sum, { count }) => sum + count, 0)).toBe(1);
});
