import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { type Asked, answer, answerByKeys } from "../support/kinds";
import { expect, stageShows, test } from "../support/test";

const TALK = new URL("../../fixtures/every-kind.fr.md", import.meta.url);

/** So many people, of whom two have no pointer at all. */
const PEOPLE = 20;
const BY_KEYS = 2;

// Pictures and copies of twenty pages after each tap would take longer than the taps; what was done, and in which order, stays.
test.use({ talkFile: TALK.pathname, trace: { mode: "retain-on-failure", screenshots: false, snapshots: false } });

test("phones answer every kind of question, two of them by a keyboard alone, and everything is in the summary", async ({ room }, info) => {
  test.setTimeout(600_000);
  const { app } = room;
  const [stage, desk] = [await room.stage(), await room.console()];
  const isSmall = (person: number) => person % 4 === 3;
  const phones = await Promise.all(Array.from({ length: PEOPLE }, (_, person) => room.phone(isSmall(person) ? { viewport: { width: 320, height: 640 } } : {})));
  const slides = await app.slides();
  const kinds = new Set<string>();
  let votes = 0;
  for (const [index, slide] of slides.entries()) {
    for (let step = 0; step < slide.steps; step++) {
      if (index + step > 0) await desk.keyboard.press("PageDown");
      await stageShows(stage, slide.id, step);
      if (!slide.poll || step > 0) continue;
      const asked = slide.poll as Asked;
      kinds.add(asked.question.kind);
      await Promise.all(phones.map((phone, person) => (person < BY_KEYS ? answerByKeys(phone, asked) : answer(phone, asked, person))));
      votes += phones.length;
      for (const phone of phones.filter((_, person) => isSmall(person))) {
        const sideways = await phone.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
        expect(sideways, `${asked.id} scrolls sideways at 320 px`).toBe(false);
      }
      expect(await app.ballots(asked.id), `${asked.id}: every answer is counted`).toBe(PEOPLE);
    }
  }
  const known = /kind: ([a-z]+)/g;
  const written = [...readFileSync(TALK, "utf8").matchAll(known)].map(([, kind]) => kind);
  expect([...kinds].sort(), "every kind of the talk was asked").toEqual([...new Set(written)].sort());
  expect(kinds.size).toBe(14);

  await app.post("/control/session/finish");
  const summary = await app.summary();
  expect(summary.voters).toBe(PEOPLE);
  expect(summary.polls.reduce((sum, poll) => sum + poll.ballots, 0), "every vote is in the summary").toBe(votes);
  const pdf = info.outputPath("summary.pdf");
  writeFileSync(pdf, await app.file("/control/sessions/current/summary.pdf"));
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
  for (const { poll } of slides) if (poll) expect(text, "every poll is in the PDF").toContain(poll.ask.slice(0, 24));
  const csv = (await app.file("/control/sessions/current/summary.csv")).toString();
  for (const { poll } of slides) if (poll) expect(csv).toContain(poll.id);
});
