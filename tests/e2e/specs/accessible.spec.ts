import type { Page } from "@playwright/test";
import { Audience } from "../support/audience";
import { answerAll, asksOf } from "../support/kinds";
import { expect, isAccessible, stageShows, test } from "../support/test";

const STILL = { reducedMotion: "reduce" } as const;

test("every slide of the talk, with everything on it", async ({ room }) => {
  const { app } = room;
  const stage = await room.stage(STILL);
  const audience = await Audience.join(app, 27);
  const slides = await app.slides();
  expect(slides.length).toBeGreaterThanOrEqual(36);
  for (const [index, slide] of slides.entries()) {
    if (asksOf(slide).length > 0) {
      await app.post("/control/goto", { slide: index, step: 0 });
      await audience.answer(slide);
    }
    await app.post("/control/goto", { slide: index, step: slide.steps - 1 });
    await stageShows(stage, slide.id, slide.steps - 1);
    await isAccessible(stage, `the slide ${slide.id}`);
  }
  await app.post("/control/session/finish");
  await expect(stage.locator(".ribbon.finished")).toBeVisible();
  await isAccessible(stage, "the stage of a finished session");
});

test("the stage before, during and after a question, and the three steps of the breakdown", async ({ room }) => {
  const { app } = room;
  const stage = await room.stage(STILL);
  const audience = await Audience.join(app, 27);
  const slides = await app.slides();
  for (const [index, slide] of slides.entries()) {
    const staged = asksOf(slide).length > 0 || (slide.layout === "profiles" && slide.steps > 1);
    if (!staged) continue;
    // What is asked, answered and revealed the same way looks the same: one of each kind, and all that feed the profiles.
    const isLooked = !slide.poll || ["ouvrir-un-compte", "nos-sujets", "huit-phrases"].includes(slide.poll.id);
    for (let step = 0; step < slide.steps; step++) {
      await app.post("/control/goto", { slide: index, step });
      await stageShows(stage, slide.id, step);
      if (isLooked) await isAccessible(stage, `${slide.id}, step ${step}`);
      if (asksOf(slide).length > 0 && step === 0) {
        await audience.answer(slide);
        if (isLooked) await isAccessible(stage, `${slide.id}, answered`);
      }
    }
  }
});

test("the stage of a laptop without a network", async ({ room }) => {
  const stage = await room.stage(STILL);
  await room.app.post("/control/goto", { slide: 1 });
  await stageShows(stage, "rejoindre", 0);
  await isAccessible(stage, "the join slide");
  // The laptop of the tests always has one: its own. So the server's view is changed on its way.
  await stage.route("**/stage/live", async (route) => {
    const view = await room.app.firstView("/stage/live");
    const without = { ...view, join: { url: "", short: "", qr: null } };
    await route.fulfill({ contentType: "text/event-stream", body: `data: ${JSON.stringify(without)}\n\n` });
  });
  await stage.reload();
  await stageShows(stage, "rejoindre", 0);
  await expect(stage.locator("article.live svg[aria-label], article.live .qr")).toHaveCount(0);
  await isAccessible(stage, "the join slide without a network");
});

/** Chosen in the menu, as the presenter does. */
async function makeLight(desk: Page): Promise<void> {
  await desk.keyboard.press("m");
  await desk.getByRole("dialog").locator("[data-action=light]").click();
  await desk.keyboard.press("Escape");
  await expect(desk.locator("html:not([data-theme])")).toBeVisible();
}

for (const colour of ["dark", "light"]) {
  test(`the ${colour} console in every phase of a session`, async ({ room }) => {
    const { app } = room;
    const desk = await room.console(STILL);
    const slides = await app.slides();
    const slideOf = (poll: string) => slides.findIndex((slide) => asksOf(slide).some(({ id }) => id === poll));
    const at = async (slide: number, step: number) => {
      await app.post("/control/goto", { slide, step });
      await expect(desk.getByText(`${slide + 1} / ${slides.length}`, { exact: true })).toBeVisible();
    };
    await expect(desk.getByRole("heading", { name: "Notes" })).toBeVisible();
    if (colour === "light") await makeLight(desk);
    await isAccessible(desk, "the console, nobody there");
    const audience = await Audience.join(app, 27);
    await at(1, 0);
    await isAccessible(desk, "the console in the lobby");
    await at(slideOf("ouvrir-un-compte"), 0);
    await expect(desk.getByText("Vote ouvert", { exact: true })).toBeVisible();
    await isAccessible(desk, "the console, a poll open");
    for (const slide of slides) {
      const [asked] = asksOf(slide);
      if (!asked) continue;
      await app.ask(asked.id);
      await audience.answer(slide);
      await app.ask(asked.id, slide.steps - 1);
    }
    // Asked, closed, its results, its right answer.
    await at(slideOf("quiz-hashtag"), 3);
    await expect(desk.getByText("La salle voit la bonne réponse", { exact: true })).toBeVisible();
    await isAccessible(desk, "the console, a quiz answered");
    await at(slides.findIndex((slide) => slide.id === "la-salle"), 2);
    await expect(desk.getByRole("heading", { name: "La salle en profils" })).toBeVisible();
    await isAccessible(desk, "the console at the breakdown");
    await desk.setViewportSize({ width: 390, height: 844 });
    await isAccessible(desk, "the console in a narrow window");
    await desk.setViewportSize({ width: 1366, height: 768 });
    await app.post("/control/session/finish");
    await expect(desk.getByText("Séance terminée, la synthèse est figée.", { exact: true })).toBeVisible();
    await isAccessible(desk, "the console, session over");
  });
}

for (const locale of ["fr-FR", "en-GB"]) {
  test(`the console's dialogs (${locale})`, async ({ room }) => {
    await Audience.join(room.app, 3);
    const desk = await room.console({ ...STILL, locale });
    await expect(desk.getByRole("heading", { name: "Notes" })).toBeVisible();
    const dialog = desk.getByRole("dialog").or(desk.getByRole("alertdialog"));
    const looksAt = async (what: string) => {
      await expect(dialog).toBeVisible();
      await isAccessible(desk, `${what} (${locale})`);
      await desk.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
    };
    for (const [key, what] of Object.entries({ "?": "help", g: "goto", q: "address", e: "export", l: "library", m: "menu" })) {
      await desk.keyboard.press(key);
      await looksAt(what);
    }
    for (const [fr, en] of [["Terminer la séance…", "Finish the session…"], ["Nouvelle séance…", "New session…"], ["Remettre le chrono à zéro…", "Restart the clock…"]]) {
      await desk.keyboard.press("m");
      await dialog.getByRole("button", { name: locale === "fr-FR" ? fr! : en!, exact: false }).click();
      await looksAt(fr!);
    }
    await desk.goto(room.app.ready.console_url.replace(/#.*/, "#wrong"));
    await desk.reload();
    await expect(desk.locator("h1, h2").first()).toBeVisible();
    await isAccessible(desk, `a console whose address is no longer valid (${locale})`);
  });
}

for (const locale of ["fr-FR", "en-GB"]) {
  test(`the phone from the first screen to the last (${locale})`, async ({ room }) => {
    const { app } = room;
    const sizes = [{ width: 390, height: 844 }, { width: 320, height: 568 }];
    const voters = await Promise.all(sizes.map((viewport) => room.phone({ locale, viewport })));
    const guest = await room.phone({ locale, viewport: sizes[1]! });
    const all = async (what: string, check: (phone: Page) => Promise<void>, phones = voters) => {
      for (const phone of phones) {
        await check(phone);
        await isAccessible(phone, `the phone: ${what} (${locale}, ${phone.viewportSize()!.width})`);
      }
    };
    const shows = (screen: string) => (phone: Page) => expect(phone.locator("main")).toHaveAttribute("data-screen", screen);
    const saved = (phone: Page) => expect(phone.locator("[data-tone=good]").first()).toBeVisible();

    await all("waiting", shows("waiting"));
    for (const slide of await app.slides()) {
      const { poll } = slide;
      if (slide.survey) {
        await app.ask(slide.survey.polls[0]!.id);
        for (const [person, phone] of voters.entries()) await answerAll(phone, slide, person);
        await isAccessible(voters[0]!, `the phone: ${slide.id} gone through (${locale})`);
        await app.ask(slide.survey.polls[0]!.id, slide.steps - 1);
      }
      if (!poll) continue;
      if (poll.question.kind === "scale" || poll.question.kind === "tweet") {
        await app.ask(poll.id);
        for (const [person, phone] of voters.entries()) await answerAll(phone, slide, person);
        await isAccessible(voters[0]!, `the phone: ${poll.id} answered (${locale})`);
        await app.ask(poll.id, 1);
        continue;
      }
      const isLooked = ["ouvrir-un-compte", "nos-sujets"].includes(poll.id);
      const asked = (phone: Page) => expect(phone.getByRole("heading", { name: poll.ask })).toBeVisible();
      await app.ask(poll.id);
      if (isLooked) await all(`${poll.id} asked`, asked);
      for (const phone of voters) {
        await asked(phone);
        await phone.getByRole(poll.question.kind === "multiple" ? "button" : "radio", { name: poll.question.options[0]!.text }).tap();
        if (poll.question.kind !== "multiple") continue;
        if (isLooked) await isAccessible(phone, `the phone: ${poll.id} ticked, not sent`);
        await phone.getByRole("button", { name: /^(Valider|Send)/ }).tap();
      }
      if (isLooked) await all(`${poll.id} answered`, saved);
      else await Promise.all(voters.map(saved));
      if (!isLooked) await app.ask(poll.id, 1);
      for (let step = 1; isLooked && step < slide.steps; step++) {
        await app.ask(poll.id, step);
        await all(`${poll.id} closed, step ${step}`, (phone) => expect(phone.locator("[data-closed]").first()).toBeVisible());
      }
    }
    await all("not answered before the close", (phone) => expect(phone.locator("[data-closed]").first()).toBeVisible(), [guest]);
    await app.crashAndRestart(async () => {
      await all("connection lost", (phone) => expect(phone.getByText(locale === "fr-FR" ? /Connexion perdue/ : /Connection lost/).first()).toBeVisible());
    });
    const slides = await app.slides();
    await app.post("/control/goto", { slide: slides.findIndex((slide) => slide.id === "la-salle"), step: 0 });
    await all("profile in its egg", shows("profile"));
    for (const phone of voters) await phone.locator(".hatch").tap();
    await all("profile", (phone) => expect(phone.locator(".advice").first()).toBeVisible());
    await all("not classified", shows("profile"), [guest]);
    await app.post("/control/session/finish");
    await all("profile of a session that is over", (phone) => expect(phone.locator(".notice")).toContainText(locale === "fr-FR" ? "Merci" : "Thank you"));
    const late = await room.phone({ locale, viewport: sizes[1]! });
    await all("ended", shows("ended"), [late]);
  });
}

test("a phone that reaches no server", async ({ room }) => {
  const phone = await room.phone({ viewport: { width: 320, height: 568 } });
  await phone.context().route("**/api/**", (route) => route.abort());
  await phone.reload();
  await expect(phone.locator("main")).toHaveAttribute("data-screen", "unreachable");
  await isAccessible(phone, "a phone that reaches no server");
});
