import type { Page } from "@playwright/test";
import { chromium } from "../support/chromium";
import { Router, ROUTER } from "../support/router";
import { expect, isAccessible, test } from "../support/test";

test.use({ launchOptions: { ...chromium, args: chromium.args.map((arg) => arg.replace("MAP phone.lan 127.0.0.1", `MAP phone.lan ${ROUTER}`)) } });

const POLL = "ouvrir-un-compte";
/** As many phones of one address as come in unasked. */
const UNASKED = 10;
const shows = (phone: Page, screen: string) => expect(phone.locator("main")).toHaveAttribute("data-screen", screen);

test("more phones than usual behind one address wait until the presenter lets them in, and then vote", async ({ room }) => {
  const { app } = room;
  const router = await Router.before(app);
  try {
    const desk = await room.console();
    expect(await router.join(app, UNASKED)).toEqual(Array(UNASKED).fill(201));
    const phones = [await room.phone(), await room.phone({ viewport: { width: 320, height: 568 } })];
    for (const phone of phones) {
      await shows(phone, "door");
      await expect(phone.getByRole("heading", { name: "On va vous ouvrir…" })).toBeFocused();
      await isAccessible(phone, "waiting at the door");
    }
    await expect(desk.getByText("12 arrivées depuis une même adresse.")).toBeVisible();
    await isAccessible(desk, "phones wait at the door");
    await app.ask(POLL);
    await desk.getByRole("button", { name: "Laisser entrer" }).click();
    for (const phone of phones) {
      await phone.getByRole("radio", { name: "Oui, cette semaine" }).tap();
      await expect(phone.locator("[data-tone=good]")).toBeVisible();
    }
    await expect(desk.getByText(/arrivées depuis une même adresse/)).toBeHidden();
    expect(await app.ballots(POLL)).toBe(2);
  } finally {
    router.close();
  }
});

test("phones that the presenter does not want are told so, and may be let in after all", async ({ room }) => {
  const { app } = room;
  const router = await Router.before(app);
  try {
    const desk = await room.console();
    await router.join(app, UNASKED);
    const phone = await room.phone();
    await shows(phone, "door");
    await desk.getByRole("button", { name: "Pas celles-ci" }).click();
    await expect(phone.getByRole("heading", { name: "Ce téléphone n’est pas admis" })).toBeVisible();
    await isAccessible(phone, "not let in");
    await desk.keyboard.press("q");
    await isAccessible(desk, "an address that was not let in");
    await desk.getByRole("button", { name: "Laisser entrer quand même" }).click();
    await shows(phone, "waiting");
  } finally {
    router.close();
  }
});

test("a closed door keeps newcomers out and lets those inside vote", async ({ room }) => {
  const { app } = room;
  const router = await Router.before(app);
  try {
    const desk = await room.console();
    const inside = await room.phone();
    await shows(inside, "waiting");
    await desk.keyboard.press("d");
    await expect(desk.locator("header").getByText("Entrée fermée")).toBeVisible();
    const outside = await room.phone();
    await expect(outside.getByRole("heading", { name: "L’entrée est fermée" })).toBeVisible();
    await isAccessible(outside, "the door is closed");
    await app.ask(POLL);
    await inside.getByRole("radio", { name: "Oui, cette semaine" }).tap();
    await expect(inside.locator("[data-tone=good]")).toBeVisible();
    await inside.reload();
    await expect(inside.locator("[data-tone=good]"), "who is in comes back in").toBeVisible();
    await shows(outside, "door");
    await desk.keyboard.press("d");
    await shows(outside, "question");
  } finally {
    router.close();
  }
});
