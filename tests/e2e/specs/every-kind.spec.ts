import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { answer, answerByKeys, asksOf, goOn, goOnByKeys, press, reach } from "../support/kinds";
import { expect, stageShows, test } from "../support/test";

const TALK = new URL("../../fixtures/every-kind.fr.md", import.meta.url);

const WRITTEN = readFileSync(TALK, "utf8");
/** The polls whose texts may be supported, as the talk says it. */
const UPVOTED = [...WRITTEN.matchAll(/^```poll\nid: (\S+)\n(?:.+\n)*?upvotes: true$/gm)].map(([, id]) => id!);

/** So many people, of whom two have no pointer at all. */
const PEOPLE = 20;
const BY_KEYS = 2;
const isByKeys = (person: number) => person < BY_KEYS;
const isSmall = (person: number) => person % 4 === 3;

// Pictures and copies of twenty pages after each tap would take longer than the taps; what was done, and in which order, stays.
test.use({ talkFile: TALK.pathname, trace: { mode: "retain-on-failure", screenshots: false, snapshots: false } });

/** One who taps upvotes the first text of another, and so does one who has only keys. */
async function upvote(phone: Page, person: number): Promise<void> {
  const thumb = phone.locator(".upvotes .upvote");
  await expect(thumb.first()).toBeVisible();
  if (isByKeys(person)) {
    await reach(phone, ".upvote");
    await phone.keyboard.press("Enter");
  } else await press(thumb.first());
  await expect(phone.locator(".upvotes .upvote[aria-pressed=true]")).toHaveCount(1);
}

/** Asks the presenter something. */
async function ask(phone: Page, person: number, text: string): Promise<void> {
  if (isByKeys(person)) {
    await reach(phone, ".beside-open");
    await phone.keyboard.press("Enter");
    await reach(phone, "#beside-ask");
    await phone.keyboard.type(text);
    await reach(phone, "button[type=submit]");
    await phone.keyboard.press("Enter");
  } else {
    await press(phone.locator(".beside-open"));
    await phone.locator("#beside-ask").fill(text);
    await press(phone.getByRole("button", { name: "Poser la question" }));
  }
  await expect(phone.locator(".beside-mine")).toContainText(text);
}

test("phones answer every kind of question, two of them by a keyboard alone, and everything is in the summary", async ({ room }, info) => {
  test.setTimeout(900_000);
  const { app } = room;
  const [stage, desk] = [await room.stage(), await room.console()];
  const live = stage.locator("article.live");
  const phones = await Promise.all(Array.from({ length: PEOPLE }, (_, person) => room.phone(isSmall(person) ? { viewport: { width: 320, height: 640 } } : {})));
  const slides = await app.slides();
  const kinds = new Set<string>();
  let [votes, upvotes] = [0, 0];

  const asks = async (slide: (typeof slides)[number]) => {
    for (const asked of asksOf(slide)) {
      kinds.add(asked.question.kind);
      await Promise.all(phones.map((phone, person) => (isByKeys(person) ? answerByKeys(phone, asked) : answer(phone, asked, person))));
      votes += phones.length;
      for (const phone of phones.filter((_, person) => isSmall(person))) {
        const sideways = await phone.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
        expect(sideways, `${asked.id} scrolls sideways at 320 px`).toBe(false);
      }
      expect(await app.ballots(asked.id), `${asked.id}: every answer is counted`).toBe(PEOPLE);
      if (slide.survey) await Promise.all(phones.map((phone, person) => (isByKeys(person) ? goOnByKeys(phone) : goOn(phone))));
      // What was typed waits for one key; then others may support it.
      if (!UPVOTED.includes(asked.id)) continue;
      await desk.keyboard.press("t");
      await Promise.all([0, 2].map((person) => upvote(phones[person]!, person)));
      upvotes += 2;
    }
    if (slide.survey) for (const phone of phones) await expect(phone.getByRole("heading", { name: "Tout est répondu" })).toBeVisible();
  };

  for (const [index, slide] of slides.entries()) {
    for (let step = 0; step < slide.steps; step++) {
      if (index + step > 0) await desk.keyboard.press("PageDown");
      await stageShows(stage, slide.id, step);
      if (step === 0) await asks(slide);
    }
    if (slide.layout !== "qa") continue;
    await ask(phones[0]!, 0, "Qui lira ces tweets ?");
    await ask(phones[2]!, 2, "Et Mastodon ?");
    await desk.keyboard.press("t");
    await expect(live.locator(".card")).toHaveCount(2);
    await press(phones[4]!.locator(".beside-open"));
    await press(phones[4]!.getByRole("button", { name: "Soutenir, 0 : Et Mastodon ?" }));
    await expect(live.locator(".card").first(), "what is wanted stands first").toContainText("Et Mastodon ?");
    await press(phones[4]!.locator(".beside-content [role=group] button").first());
    await expect(desk.getByRole("group", { name: "La salle suit-elle ?" })).toContainText("trop vite 1");
    await press(phones[3]!.locator(".chirps button").first());
    for (const person of [2, 4]) await press(phones[person]!.getByRole("button", { name: "Fermer" }));
    await reach(phones[0]!, ".beside-content *, .pill");
  }
  const known = /kind: ([a-z]+)/g;
  const written = [...WRITTEN.matchAll(known)].map(([, kind]) => kind);
  expect([...kinds].sort(), "every kind of the talk was asked").toEqual([...new Set(written)].sort());
  expect(kinds.size).toBe(14);
  expect(upvotes, "texts and tweets may be supported").toBe(4);

  await app.post("/control/session/finish");
  const summary = await app.summary();
  expect(summary.voters).toBe(PEOPLE);
  expect(summary.polls.reduce((sum, poll) => sum + poll.ballots, 0), "every vote is in the summary").toBe(votes);
  expect(summary.questions).toMatchObject({ asked: 2 });
  expect(summary.reactions.flatMap(({ counts }) => counts).reduce((sum, { count }) => sum + count, 0)).toBe(1);
  const pdf = info.outputPath("summary.pdf");
  writeFileSync(pdf, await app.file("/control/sessions/current/summary.pdf"));
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
  const csv = (await app.file("/control/sessions/current/summary.csv")).toString();
  for (const asked of slides.flatMap(asksOf)) {
    expect(text, "every poll is in the PDF").toContain(asked.ask.slice(0, 24));
    expect(csv).toContain(asked.id);
  }
});
