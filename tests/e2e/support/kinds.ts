import { type Locator, type Page, expect } from "@playwright/test";

/** A question as far as answering it needs. */
export interface Asked {
  id: string;
  ask: string;
  question: { kind: string; options?: { id: string; text: string }[]; statements?: { id: string }[]; left?: { id: string }[]; gaps?: unknown[]; several?: boolean; min?: number };
}

/** What a slide asks: one question, several at once, or nothing. */
export const asksOf = (slide: { poll: unknown; survey?: { polls: unknown[] } }): Asked[] => (slide.survey?.polls ?? (slide.poll ? [slide.poll] : [])) as Asked[];

/** The question's own button; the one that leads through a survey stands below it. */
const SEND = "button.send:not([hidden]):not(nav *)";
const send = (phone: Page) => phone.locator(`${SEND}:visible`).last();

/** A finger; in Firefox a mouse, because its driver has no fingers: a tap there does nothing and says nothing. */
export async function press(place: Locator, where?: { position: { x: number; y: number } }): Promise<void> {
  const isFirefox = place.page().context().browser()?.browserType().name() === "firefox";
  await (isFirefox ? place.click(where) : place.tap(where));
}

/** A word that no gap has yet. */
const CHIP = ".chip:not([hidden]):not([aria-pressed=true])";

/** What the n-th person writes. */
const WRITTEN = ["veille", "Peur de me tromper", "Visite chez nos voisins avec @cohabitation #veille"] as const;

/** How each kind is answered by fingers, by the n-th person. */
const byHand: Record<string, (phone: Page, asked: Asked, person: number) => Promise<void>> = {
  async single(phone, { question }, person) {
    const options = question.options!;
    await press(phone.getByRole("radio", { name: options[person % options.length]!.text }));
  },
  async multiple(phone, { question }, person) {
    const options = question.options!;
    for (let place = 0; place < question.min!; place++) await press(phone.getByRole("button", { name: options[(person + place) % options.length]!.text }));
    await press(send(phone));
  },
  async quiz(phone, asked, person) {
    if (!asked.question.several) return byHand["single"]!(phone, asked, person);
    await byHand["multiple"]!(phone, { ...asked, question: { ...asked.question, min: 2 } }, person);
  },
  async scale(phone, { question }, person) {
    // The question is there before the kind that draws it has come.
    await phone.locator(".scale fieldset").first().waitFor();
    for (const group of await phone.locator(".scale fieldset").all()) {
      const values = group.locator("label");
      await press(values.nth((person * 3) % (await values.count())));
    }
    // One statement alone is answered by the tap.
    if (question.statements!.length > 1) await press(send(phone));
  },
  async plane(phone, { question }, person) {
    for (let statement = 0; statement < question.statements!.length; statement++) {
      const square = (await phone.locator(".square").boundingBox())!;
      await press(phone.locator(".square"), { position: { x: square.width * (0.1 + (person % 5) / 6), y: square.height * (0.1 + (person % 4) / 5) } });
      const on = phone.locator(".turn").last();
      if (await on.isVisible() && await on.isEnabled()) await press(on);
    }
    await press(send(phone));
  },
  async number(phone, _, person) {
    await phone.locator("main input.field").fill(`${1000 + person * 500}`);
    await press(send(phone));
  },
  async ranking(phone, { question }, person) {
    const options = question.options!;
    for (let place = 0; place < 3; place++) await press(phone.getByRole("button", { name: options[(person + place) % options.length]!.text, exact: false }).and(phone.locator("button.words")));
    await press(send(phone));
  },
  async points(phone, _, person) {
    const more = phone.locator(".purse .step:last-of-type");
    await press(more.nth(person % (await more.count())));
    // What is left is shared out by the button for it.
    await press(phone.locator(".points .send, .options + button.send, button.send").first());
    await press(send(phone));
  },
  async words(phone, _, person) {
    await phone.locator("main input.field").first().fill(person % 3 ? WRITTEN[0] : "Veilles");
    await press(send(phone));
  },
  async text(phone, _, person) {
    await phone.locator("main textarea.field").fill(`${WRITTEN[1]} (${person})`);
    await press(send(phone));
  },
  async tweet(phone, _, person) {
    await phone.locator("main textarea.field").fill(`${WRITTEN[2]} ${person}`);
    await press(send(phone));
  },
  async pin(phone, _, person) {
    const box = (await phone.locator(".shot").boundingBox())!;
    await press(phone.locator(".shot"), { position: { x: box.width * (0.2 + (person % 5) / 8), y: box.height * (0.2 + (person % 4) / 8) } });
    await press(send(phone));
  },
  async match(phone, { question }) {
    for (let pair = 0; pair < question.left!.length - 1; pair++) {
      await press(phone.locator("[data-side=left]:not([data-joined])").first());
      await press(phone.locator("[data-side=right]:not([data-joined])").first());
    }
    await press(send(phone));
  },
  async blanks(phone, { question }, person) {
    for (let gap = 0; gap < question.gaps!.length; gap++) await press(phone.locator(`${CHIP}:visible`).nth((person + gap) % 2));
    await press(send(phone));
  },
};

/** The question as it comes up on the phone is answered, and the phone says that it counts. */
export async function answer(phone: Page, asked: Asked, person: number): Promise<void> {
  await expect(phone.getByRole("heading", { name: asked.ask })).toBeVisible();
  await byHand[asked.question.kind]!(phone, asked, person);
  await expect(phone.locator(".note[data-tone=good]"), `${asked.id}: the phone says that the answer counts`).toBeVisible();
}

/** Everything that a slide asks is answered; of a survey one question after another, by its own button. */
export async function answerAll(phone: Page, slide: Parameters<typeof asksOf>[0], person: number): Promise<void> {
  const asked = asksOf(slide);
  for (const one of asked) {
    await answer(phone, one, person);
    if (asked.length > 1) await press(phone.getByRole("button", { name: /^(Suivante|Terminer|Next|Finish)$/ }));
  }
}

/** Presses Tab until something has the focus that fits; nothing else is ever pressed on the way. */
export async function reach(phone: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await phone.evaluate((selector) => !!document.activeElement?.matches(selector), selector)) return;
    await phone.keyboard.press("Tab");
  }
  throw new Error(`no Tab leads to ${selector}`);
}

const sendByKeys = async (phone: Page) => {
  await reach(phone, SEND);
  await phone.keyboard.press("Enter");
};

/** How each kind is answered by a keyboard alone. */
const byKeys: Record<string, (phone: Page, asked: Asked) => Promise<void>> = {
  async single(phone) {
    await reach(phone, ".option");
    await phone.keyboard.press("Enter");
  },
  async multiple(phone) {
    for (const nth of ["1", "2"]) {
      await reach(phone, `.option:nth-of-type(${nth})`);
      await phone.keyboard.press("Space");
    }
    await sendByKeys(phone);
  },
  async quiz(phone, asked) {
    await byKeys[asked.question.several ? "multiple" : "single"]!(phone, asked);
  },
  async scale(phone, { question }) {
    for (const { id } of question.statements!) {
      await reach(phone, `input[name="value-${id}"]`);
      await phone.keyboard.press("Space");
      await phone.keyboard.press("ArrowRight");
    }
    await sendByKeys(phone);
  },
  async plane(phone) {
    await reach(phone, "input[type=range]");
    await phone.keyboard.press("ArrowRight");
    await sendByKeys(phone);
  },
  async number(phone) {
    await reach(phone, "input.field");
    await phone.keyboard.type("5000");
    await phone.keyboard.press("Enter");
  },
  async ranking(phone) {
    for (let place = 0; place < 3; place++) {
      await reach(phone, ".rank:not([data-placed]) button.words, button.words");
      await phone.keyboard.press("Enter");
      await phone.keyboard.press("Tab");
    }
    await sendByKeys(phone);
  },
  async points(phone) {
    await reach(phone, ".purse .step:last-of-type");
    await phone.keyboard.press("Enter");
    await reach(phone, "button.send");
    await phone.keyboard.press("Enter");
    await sendByKeys(phone);
  },
  async words(phone) {
    await reach(phone, "input.field");
    await phone.keyboard.type("clavier");
    await sendByKeys(phone);
  },
  async text(phone) {
    await reach(phone, "textarea.field");
    await phone.keyboard.type("Au clavier");
    await sendByKeys(phone);
  },
  async tweet(phone) {
    await reach(phone, "textarea.field");
    await phone.keyboard.type("Bonjour @collegue #clavier");
    await sendByKeys(phone);
  },
  async pin(phone) {
    await reach(phone, ".shot");
    await phone.keyboard.press("Enter");
    await phone.keyboard.press("ArrowRight");
    await sendByKeys(phone);
  },
  async match(phone, { question }) {
    for (let pair = 0; pair < question.left!.length - 1; pair++) {
      await reach(phone, "[data-side=left]:not([data-joined])");
      await phone.keyboard.press("Enter");
      await reach(phone, "[data-side=right]:not([data-joined])");
      await phone.keyboard.press("Enter");
    }
    await sendByKeys(phone);
  },
  async blanks(phone, { question }) {
    for (let gap = 0; gap < question.gaps!.length; gap++) {
      await reach(phone, CHIP);
      await phone.keyboard.press("Enter");
    }
    await sendByKeys(phone);
  },
};

/** As [`answer`], by a keyboard alone. */
export async function answerByKeys(phone: Page, asked: Asked): Promise<void> {
  await expect(phone.getByRole("heading", { name: asked.ask })).toBeVisible();
  await byKeys[asked.question.kind]!(phone, asked);
  await expect(phone.locator(".note[data-tone=good]"), `${asked.id}: the phone says that the answer counts`).toBeVisible();
}

const ON = "nav.walk .send";

/** From one question of a survey to the next, or to the list at its end. */
export const goOn = (phone: Page): Promise<void> => press(phone.locator(ON));

/** As [`goOn`], by a keyboard alone. */
export async function goOnByKeys(phone: Page): Promise<void> {
  await reach(phone, ON);
  await phone.keyboard.press("Enter");
}
