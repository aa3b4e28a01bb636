import type { Page } from "@playwright/test";
import type { App } from "./app";
import { Audience } from "./audience";
import { answerAll, asksOf } from "./kinds";
import { expect } from "./test";

/** The next step that a phone of these tests chooses. */
export const STEP = "Publier un premier message";

/** The whole talk up to its last slide, answered by this phone; what it is told of itself hatches where it comes. */
export async function goesThrough(app: App, phone: Page, looks: (what: string) => Promise<void> = async () => undefined): Promise<void> {
  const audience = await Audience.join(app, 9);
  for (const [index, slide] of (await app.slides()).entries()) {
    if (slide.poll?.id === "mon-prochain-pas") {
      await app.ask(slide.poll.id);
      await phone.getByRole("radio", { name: "Venir à un atelier" }).tap();
      await phone.getByRole("radio", { name: STEP }).tap();
      await expect(phone.locator("[data-tone=good]"), "who changes their mind keeps the last").toBeVisible();
      await looks("step");
      await app.ask(slide.poll.id, slide.steps - 1);
      await looks("told");
    } else if (asksOf(slide).length) {
      await app.ask(asksOf(slide)[0]!.id);
      await audience.answer(slide);
      await answerAll(phone, slide, 0);
      await app.ask(asksOf(slide)[0]!.id, slide.steps - 1);
    } else if (slide.layout === "profiles") {
      await app.post("/control/goto", { slide: index, step: slide.steps - 1 });
      if (slide.id !== "la-salle") continue;
      await expect(phone.locator(".hatch")).toBeVisible();
      await looks("egg");
      await phone.locator(".hatch").tap();
    } else if (slide.id === "vos-questions") await app.post("/control/goto", { slide: index, step: 0 });
  }
  await expect(phone.locator("main")).toHaveAttribute("data-screen", "profile");
}
