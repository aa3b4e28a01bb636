import { asksOf } from "../support/kinds";
import { expect, test } from "../support/test";

const POLL = "ouvrir-un-compte";
/** Where a question is answered: an option, the first of the statements, words of one's own. */
const ANSWER = ".option, .scale, .field";

test("two taps vote, a third one changes it, and after the close the last one stands", async ({ room }) => {
  const phone = await room.phone();
  await expect(phone.locator("main")).toHaveAttribute("data-screen", "waiting");
  await room.app.ask(POLL);
  await phone.getByRole("radio", { name: "Oui, cette semaine" }).tap();
  await expect(phone.locator("[data-tone=good]")).toBeVisible();
  await phone.getByRole("radio", { name: "Non, et je n’en ai pas envie" }).tap();
  await expect(phone.getByRole("radio", { name: "Non, et je n’en ai pas envie" })).toHaveAttribute("aria-checked", "true");
  await expect(phone.locator("[data-tone=good]")).toBeVisible();
  await room.app.ask(POLL, 1);
  await expect(phone.getByRole("radio", { name: "Non, et je n’en ai pas envie" })).toHaveAttribute("data-closed", /.*/);
  const summary = await room.app.summary();
  const counts = Object.fromEntries(summary.polls[0]!.figures.bars.map((bar) => [bar.id, bar.count]));
  expect(counts, "one phone, one ballot: the last").toMatchObject({ "bientot": 0, "non": 1 });
});

test("an answer given while the server is down is kept, and sent by itself when it is back", async ({ room }) => {
  const phone = await room.phone();
  await room.app.ask(POLL);
  const yes = phone.getByRole("radio", { name: "Oui, cette semaine" });
  await expect(yes).toBeVisible();
  await room.app.crashAndRestart(async () => {
    await yes.tap();
    await expect(phone.locator("[data-tone=warn], [data-tone=busy]").first(), "the phone says that it is not saved yet").toBeVisible();
  });
  await expect(phone.locator("[data-tone=good]")).toBeVisible();
  expect(await room.app.ballots(POLL), "counted once").toBe(1);
});

test("a reload in the middle of a question comes back to it with the answer marked", async ({ room }) => {
  const phone = await room.phone();
  await room.app.ask(POLL);
  await phone.getByRole("radio", { name: "Oui, cette semaine" }).tap();
  await expect(phone.locator("[data-tone=good]")).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole("radio", { name: "Oui, cette semaine" })).toHaveAttribute("aria-checked", "true");
});

test("two tabs of one phone are one voter", async ({ room }) => {
  const phone = await room.phone();
  await room.app.ask(POLL);
  await phone.getByRole("radio", { name: "Oui, cette semaine" }).tap();
  await expect(phone.locator("[data-tone=good]")).toBeVisible();
  const second = await phone.context().newPage();
  await second.goto(room.app.ready.join_url);
  await second.getByRole("radio", { name: "Non, et je n’en ai pas envie" }).tap();
  await expect(second.locator("[data-tone=good]")).toBeVisible();
  await expect(phone.getByRole("radio", { name: "Non, et je n’en ai pas envie" }), "the first tab follows").toHaveAttribute("aria-checked", "true");
  expect(await room.app.ballots(POLL)).toBe(1);
});

for (const viewport of [{ width: 320, height: 568 }, { width: 844, height: 390 }]) {
  test(`what a person needs is in sight at ${viewport.width} × ${viewport.height}`, async ({ room }) => {
    const { app } = room;
    const phone = await room.phone({ viewport });
    const poll = (await app.slides()).find((slide) => slide.poll?.question.kind === "single")!.poll!;
    await app.ask(poll.id);
    const options = phone.locator(".option");
    await expect(options.first()).toBeVisible();
    const inSight = (await phone.evaluate(() => {
      const dock = document.querySelector(".dock")!.getBoundingClientRect();
      return [...document.querySelectorAll(".option")].filter((option) => option.getBoundingClientRect().bottom <= dock.top).length;
    })) as number;
    // On a small phone that stands upright; one that lies on its side shows what became of the answer.
    if (viewport.height > viewport.width) expect(inSight).toBeGreaterThanOrEqual(4);
    await options.first().tap();
    const saved = phone.getByText("Enregistré", { exact: true });
    await expect(saved).toBeVisible();
    await expect(saved).toBeInViewport({ ratio: 1 });
  });
}

test("with letters twice as large the first answer is on the first screen, and long words part with a hyphen", async ({ room }) => {
  const { app } = room;
  const phone = await room.phone({ zoom: 2 });
  for (const slide of await app.slides()) {
    const [first] = asksOf(slide);
    if (!first) continue;
    await app.ask(first.id);
    const title = phone.getByRole("heading", { name: first.ask });
    await expect(title).toBeVisible();
    await expect(phone.locator(ANSWER).first()).toBeVisible();
    const seen = await phone.evaluate((first) => {
      const answer = document.querySelector(first)!.getBoundingClientRect();
      const bar = document.querySelector(".beside:not([hidden])")?.getBoundingClientRect().top ?? innerHeight;
      return { room: Math.min(bar, innerHeight) - answer.top, sideways: document.documentElement.scrollWidth - innerWidth };
    }, ANSWER);
    expect(seen.room, `${first.id}: a finger's height of the first answer is in sight`).toBeGreaterThanOrEqual(40);
    expect(seen.sideways, `${first.id} scrolls sideways`).toBeLessThanOrEqual(0);
    expect(await title.evaluate((element) => getComputedStyle(element).hyphens)).toBe("auto");
    expect(await title.evaluate((element) => element.closest("[lang]")!.getAttribute("lang")), "which takes a language").toBe("fr");
  }
});
