import type { Page } from "@playwright/test";
import { Audience } from "../support/audience";
import { expect, stageShows, test } from "../support/test";

const STILL = { reducedMotion: "reduce" } as const;
/** A body's letters where they have room; where `fit` has made them smaller, and on the page's furniture, what the back row reads. */
const BODY = 36;
const SMALLEST = 28;
/** Layouts that are one composition, set into the middle: they have no title at the top. */
const POSTERS = ["cover", "section", "end", "statement", "quote", "center"];

interface Seen {
  title: number | null;
  faults: string[];
}

/** Where the title begins, and what stands on or over something else, outside the slide, or is too small. */
function look(stage: Page): Promise<Seen> {
  return stage.evaluate(
    ([body, smallest]) => {
      interface Box { left: number; right: number; top: number; bottom: number; name: string; element: Element }
      const slide = document.querySelector("article.live")!;
      const edge = slide.getBoundingClientRect();
      const faults: string[] = [];
      const isSeen = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      const texts: Box[] = [];
      const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement!;
        const text = walker.currentNode.textContent!.trim();
        if (!/[\p{L}\p{N}]/u.test(text) || element.closest(".visually-hidden, svg, title, style") || !isSeen(element)) continue;
        if (/« |[^\s] [:;!?»%]/.test(text) && !element.closest("pre, code")) faults.push(`a plain space: ${text}`);
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        const shrunk = Number(element.closest<HTMLElement>("[data-fit]")?.dataset["fit"] ?? 0) > 0;
        const isFurniture = element.closest("footer, [data-furniture], .ribbon, .number") !== null;
        if (size < (shrunk || isFurniture ? smallest : body) - 0.5) faults.push(`${size} units: ${text}`);
        for (const { left, right, top, bottom } of range.getClientRects()) {
          // What is read of a line: not the air that its box has over and under the letters.
          const air = Math.max(0, (bottom - top - size * 0.8) / 2);
          const box = { left, right, top: top + air, bottom: bottom - air, name: text, element };
          if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1) faults.push(`outside the slide: ${text}`);
          texts.push(box);
        }
      }
      // Pictures as far as they are drawn: a bird's box has air around the bird.
      const pictures: Box[] = [...slide.querySelectorAll("img, svg[role=img], .walker, .drawing, .flock > .bird")]
        .filter((element) => isSeen(element) && !element.closest(".avatar"))
        .map((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          // Under the feet a drawing is empty.
          return { left: left + 2, right: right - 2, top: top + 2, bottom: bottom - 0.06 * (bottom - top), name: element.className.toString() || element.tagName, element };
        });
      const meet = (a: Box, b: Box) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
      for (const [n, text] of texts.entries()) {
        for (const other of texts.slice(n + 1)) {
          if (other.element !== text.element && !other.element.contains(text.element) && !text.element.contains(other.element) && meet(text, other)) faults.push(`“${text.name}” lies on “${other.name}”`);
        }
        for (const picture of pictures) if (meet(text, picture)) faults.push(`“${text.name}” lies on a picture (${picture.name})`);
      }
      const title = slide.querySelector("h1.title");
      return { title: title && isSeen(title) ? Math.round(title.getBoundingClientRect().top - edge.top) : null, faults };
    },
    [BODY, SMALLEST] as const,
  );
}

/** Its letters are there, and nothing moves any more but what turns for ever. */
function isSettled(stage: Page): Promise<void> {
  return stage.evaluate(() =>
    document.fonts.ready
      .then(() => Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished.catch(() => undefined))))
      .then(() => undefined),
  );
}

test("on every slide at every step the title begins at one height, and nothing lies on anything", async ({ room }) => {
  const { app } = room;
  const stage = await room.stage(STILL);
  const audience = await Audience.join(app, 27);
  await audience.stay();
  const found: string[] = [];
  const titles = new Map<number, string[]>();
  for (const [index, slide] of (await app.slides()).entries()) {
    for (let step = 0; step < slide.steps; step++) {
      await app.post("/control/goto", { slide: index, step });
      await stageShows(stage, slide.id, step);
      if (step === 0 && slide.poll) await audience.answer(slide.poll);
      await isSettled(stage);
      const { title, faults } = await look(stage);
      found.push(...faults.map((fault) => `${slide.id} ${step}: ${fault}`));
      if (title !== null && !POSTERS.includes(slide.layout)) titles.set(title, [...(titles.get(title) ?? []), `${slide.id} ${step}`]);
    }
  }
  expect([...titles.keys()], JSON.stringify([...titles])).toEqual([72]);
  expect(found).toEqual([]);
});

for (const people of [8, 200]) {
  test(`in a room of ${people} the breakdown's birds and words keep clear of one another`, async ({ room }) => {
    const { app } = room;
    const stage = await room.stage(STILL);
    const audience = await Audience.join(app, people);
    const slides = await app.slides();
    const breakdown = slides.findIndex(({ layout, steps }) => layout === "profiles" && steps > 1);
    for (const [index, slide] of slides.slice(0, breakdown).entries()) {
      if (!slide.poll && !slide.survey) continue;
      await app.post("/control/goto", { slide: index, step: 0 });
      await audience.answer(slide);
    }
    for (let step = 0; step < slides[breakdown]!.steps; step++) {
      await app.post("/control/goto", { slide: breakdown, step });
      await stageShows(stage, slides[breakdown]!.id, step);
      await isSettled(stage);
      expect((await look(stage)).faults, `at step ${step}`).toEqual([]);
    }
  });
}
