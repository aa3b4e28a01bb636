import type { Page } from "@playwright/test";
import { Audience } from "../support/audience";
import { asksOf } from "../support/kinds";
import { expect, isAccessible, stageShows, test } from "../support/test";

const STILL = { reducedMotion: "reduce" } as const;

const panel = (desk: Page) => desk.getByRole("region", { name: "Observer la salle" });
const bird = (desk: Page, id: string) => panel(desk).locator(`[data-profile=${id}]`);
const count = (desk: Page, id: string) => bird(desk, id).locator(".count");

/** The slide where the room sees its profiles. */
async function toTheBreakdown(room: { app: import("../support/app").App }, stage: Page): Promise<string> {
  const slides = await room.app.slides();
  const slide = slides.findIndex((candidate) => candidate.layout === "profiles" && candidate.steps > 1);
  await room.app.post("/control/goto", { slide });
  await stageShows(stage, slides[slide]!.id, 0);
  return slides[slide]!.id;
}

test("without any phone, birds are tapped and counted by keys, and the room sees them only while the presenter shows them", async ({ room }) => {
  const [stage, desk] = [await room.stage(STILL), await room.console(STILL)];
  const slide = await toTheBreakdown(room, stage);
  const live = stage.locator("article.live");

  await desk.keyboard.press(";");
  await expect(panel(desk)).toBeVisible();
  await bird(desk, "curieux").click();
  await bird(desk, "curieux").click();
  await bird(desk, "deborde").click();
  await expect(count(desk, "curieux")).toHaveText("2");
  await panel(desk).getByRole("button", { name: "Un de moins : Le débordé" }).click();
  await expect(count(desk, "deborde")).toHaveText("0");
  await expect(panel(desk).getByRole("button", { name: "Un de moins : Le débordé" })).toBeDisabled();
  // The first profile, twice; the third, once less; then the last one back.
  for (const key of ["Digit1", "Digit1", "Shift+Digit3", "Backspace"]) await desk.keyboard.press(key);
  await expect(count(desk, "categorique")).toHaveText("1");
  await expect(count(desk, "curieux")).toHaveText("1");
  await expect(panel(desk).getByRole("status")).toHaveText("Le catégorique : 1");
  await expect(panel(desk)).toContainText("2 attitudes vues");
  await expect(desk.getByRole("dialog"), "no digit asks for a slide").toHaveCount(0);
  await desk.keyboard.press("PageDown");
  await stageShows(stage, slide, 1);
  await desk.keyboard.press("PageUp");
  await stageShows(stage, slide, 0);
  await isAccessible(desk, "the panel of what is seen in the room");

  await expect(live.getByText("sans vote")).toHaveCount(0);
  await panel(desk).getByRole("checkbox", { name: "Montrer à la salle" }).check();
  await expect(live.getByText("2 attitudes relevées à vue, sans vote")).toBeVisible();
  await expect(live.getByText(/^50\s%$/)).toHaveCount(2);
  await isAccessible(stage, "what was seen, alone");

  await desk.keyboard.press("y");
  await expect(live.getByText("sans vote")).toHaveCount(0);
  await desk.keyboard.press("y");
  await expect(live.getByText("sans vote")).toBeVisible();
  await desk.keyboard.press("f");
  await desk.keyboard.press("Digit1");
  await expect(count(desk, "categorique")).toHaveText("2");
  await stage.reload();
  await expect(live.getByText("2 attitudes relevées à vue, sans vote"), "frozen").toBeVisible();
  await desk.keyboard.press("f");
  await expect(live.getByText("3 attitudes relevées à vue, sans vote")).toBeVisible();

  await room.app.crashAndRestart();
  const again = await room.console(STILL);
  await again.locator("[data-tab=observe]").click();
  await expect(count(again, "categorique")).toHaveText("2");
  await panel(again).getByRole("checkbox").uncheck();
  await expect((await room.stage(STILL)).locator("article.live").getByText("sans vote")).toHaveCount(0);

  await room.app.post("/control/session/finish");
  await expect(panel(again)).toContainText("La séance est terminée");
  await expect(bird(again, "curieux")).toBeDisabled();
  await isAccessible(again, "the panel when the session is over");
});

test("beside the votes it is told apart from them, and changes nothing in them", async ({ room }) => {
  const { app } = room;
  const [stage, desk] = [await room.stage(STILL), await room.console({ ...STILL, viewport: { width: 390, height: 844 } })];
  const audience = await Audience.join(app, 12);
  for (const slide of await app.slides()) {
    const [asked] = asksOf(slide);
    if (!asked) continue;
    await app.ask(asked.id);
    await audience.answer(slide);
    await app.ask(asked.id, slide.steps - 1);
  }
  await toTheBreakdown(room, stage);
  const live = stage.locator("article.live");
  const percents = live.locator(".column .figure", { hasText: "%" });
  const shares = () => percents.allTextContents();
  await expect(percents).toHaveCount(7);
  const before = await shares();

  await desk.keyboard.press("m");
  await desk.getByRole("dialog").locator("[data-action=observe]").click();
  await expect(panel(desk)).toBeInViewport();
  for (const id of ["anxieux", "anxieux", "anxieux", "bon-eleve"]) await bird(desk, id).click();
  await expect(count(desk, "anxieux")).toHaveText("3");
  await isAccessible(desk, "the panel in a narrow window");
  await expect(live.locator(".seen")).toHaveCount(0);
  await panel(desk).getByRole("checkbox").check();
  await expect(live.locator(".column .seen", { hasText: /3 · 75\s%/ })).toHaveText(/^Vu dans la salle/);
  await expect(live.locator(".column .seen", { hasText: /0 · 0\s%/ })).toHaveCount(5);
  await expect(live.getByText(/vu dans la salle, sans vote\s: 4\sattitudes/)).toBeVisible();
  expect(await shares(), "the votes are what they were").toEqual(before);
  await isAccessible(stage, "what was seen, beside the votes");
  await desk.locator("[aria-pressed=false]", { hasText: "Bulletins" }).click();
  await expect(desk.getByText("La salle voit aussi ce que vous avez observé : 4 attitudes.")).toBeVisible();
});

test("the check-list offers it while no phone is there, on a light desk as on a dark one", async ({ room }) => {
  const desk = await room.console(STILL);
  await desk.keyboard.press("m");
  await desk.getByRole("dialog").locator("[data-action=light]").click();
  await desk.getByRole("button", { name: "Avant de commencer…" }).click();
  await isAccessible(desk, "the check-list that offers to observe");
  await desk.locator("[data-check=phone] [data-action=observe]").click();
  await expect(desk.getByRole("dialog")).toHaveCount(0);
  await expect(panel(desk)).toBeVisible();
  await desk.keyboard.press("Digit2");
  await expect(count(desk, "allergique")).toHaveText("1");
  await isAccessible(desk, "the panel on a light desk");
});

test.describe("in a talk without profiles", () => {
  test.use({ talk: "---\ntitle: Essai\nlang: fr\nlayout: cover\n---\n\n# Essai\n" });
  test("the desk says what is missing", async ({ room }) => {
    const desk = await room.console(STILL);
    await desk.keyboard.press(";");
    await expect(desk.getByText("Cet exposé n’a pas de profils à observer.")).toBeVisible();
    await expect(desk.locator("[data-tab=observe]")).toHaveCount(0);
  });
});
