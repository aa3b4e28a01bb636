import type { Locator, Page } from "@playwright/test";
import type { Slide } from "../support/app";
import { Audience } from "../support/audience";
import { expect, isAccessible, stageShows, test } from "../support/test";

const divider = (desk: Page, pane: string): Locator => desk.locator(`[data-divider=${pane}]`);

async function width(part: Locator): Promise<number> {
  return (await part.boundingBox())!.width;
}

/** Drags a divider by as many pixels. */
async function drag(desk: Page, pane: string, x: number, y: number): Promise<void> {
  const box = (await divider(desk, pane).boundingBox())!;
  const [left, top] = [box.x + box.width / 2, box.y + box.height / 2];
  await desk.mouse.move(left, top);
  await desk.mouse.down();
  await desk.mouse.move(left + x / 2, top + y / 2);
  await desk.mouse.move(left + x, top + y);
  await desk.mouse.up();
}

/** Nothing of the desk lies outside the window, or under another part. */
async function nothingIsLost(desk: Page): Promise<void> {
  const { width: across, height: down } = desk.viewportSize()!;
  const panels = desk.locator("main .panel, .desk > footer, .desk > nav");
  const boxes = await panels.evaluateAll((all) => all.map((panel) => panel.getBoundingClientRect().toJSON() as DOMRect));
  for (const box of boxes) {
    expect(box.left, "left").toBeGreaterThanOrEqual(0);
    expect(box.right, "right").toBeLessThanOrEqual(across);
    expect(box.bottom, "bottom").toBeLessThanOrEqual(down + 1);
    expect(Math.min(box.width, box.height), "something to see").toBeGreaterThan(60);
  }
}

test("the presenter gives each part of the desk the room it needs, and the desk remembers it", async ({ room }) => {
  const desk = await room.console({ viewport: { width: 1440, height: 900 } });
  const [side, next, now] = [desk.locator("main .hand"), desk.locator("[data-pane=next]"), desk.locator("[data-pane=now]")];
  const before = { side: await width(side), next: await width(next), now: await width(now) };

  await drag(desk, "side", -120, 0);
  await expect.poll(() => width(side)).toBeCloseTo(before.side + 120, -1);
  await drag(desk, "next", 0, 27);
  await expect.poll(() => width(next)).toBeCloseTo(before.next + 48, -1);
  await drag(desk, "now", 0, -27);
  await expect.poll(() => width(now)).toBeCloseTo(before.now + 48, -1);
  await nothingIsLost(desk);
  await desk.screenshot({ path: test.info().outputPath("dragged.png") });

  await desk.reload();
  await expect.poll(() => width(side), "as it was left").toBeCloseTo(before.side + 120, -1);
  await expect.poll(() => width(now)).toBeCloseTo(before.now + 48, -1);

  for (const pane of ["side", "next", "now"]) await divider(desk, pane).dblclick();
  await expect.poll(() => width(side), "twice clicked, as usual").toBeCloseTo(before.side, 0);
  await expect.poll(() => width(next)).toBeCloseTo(before.next, 0);
  await expect.poll(() => width(now)).toBeCloseTo(before.now, 0);
  await desk.reload();
  await expect.poll(() => width(side)).toBeCloseTo(before.side, 0);
});

test("dragged as far as it goes, a divider leaves every part something to see", async ({ room }) => {
  const desk = await room.console({ viewport: { width: 1280, height: 720 } });
  for (const way of [-1, 1]) {
    await drag(desk, "side", way * 900, 0);
    await drag(desk, "next", 0, way * 600);
    await drag(desk, "now", 0, -way * 600);
    await desk.screenshot({ path: test.info().outputPath(`far${way}.png`) });
    await nothingIsLost(desk);
  }
});

test("a divider is moved by keys too, and neither it nor its keys move the talk", async ({ room }) => {
  const [desk, stage] = [await room.console({ viewport: { width: 1280, height: 720 } }), await room.stage()];
  const slides = await room.app.slides();
  const [line, side] = [divider(desk, "side"), desk.locator("main .hand")];
  const usual = await width(side);
  await line.focus();
  const value = Number(await line.getAttribute("aria-valuenow"));
  for (let press = 0; press < 3; press++) await desk.keyboard.press("ArrowLeft");
  await expect.poll(() => width(side)).toBeCloseTo(usual + 3 * 0.02 * 1280, -1);
  await expect(line).toHaveAttribute("aria-valuenow", `${value + 6}`);
  await isAccessible(desk, "the desk with a divider in hand");
  await stageShows(stage, slides[0]!.id, 0);
  await desk.keyboard.press("Enter");
  await expect.poll(() => width(side)).toBeCloseTo(usual, 0);

  await desk.keyboard.press("PageDown");
  await stageShows(stage, slides[1]!.id, 0);
  // Dragged with the mouse it takes no key from the talk, not even the arrows some clickers send.
  await desk.keyboard.press("Escape");
  await line.blur();
  await drag(desk, "side", -60, 0);
  await desk.keyboard.press("ArrowRight");
  await stageShows(stage, slides[2]!.id, 0);
});

test("the desk is dark by itself, light when it is chosen, and stays so; the slides in it keep their colours", async ({ room }) => {
  const desk = await room.console();
  const ground = () => desk.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const slide = () => desk.locator("[data-pane=now] article").evaluate((picture) => getComputedStyle(picture).backgroundColor);
  const [dark, picture] = [await ground(), await slide()];
  await desk.keyboard.press("m");
  await desk.getByRole("dialog").locator("[data-action=light]").click();
  await desk.keyboard.press("Escape");
  const light = await ground();
  expect(light).not.toBe(dark);
  expect(await slide()).toBe(picture);
  await desk.reload();
  await expect(desk.locator("[data-action=menu]")).toBeVisible();
  expect(await ground()).toBe(light);
});

test("on a laptop of 1280 by 720 every answer to the longest question is seen without scrolling", async ({ room }) => {
  const { app } = room;
  const audience = await Audience.join(app, 27);
  const options = ({ poll }: Slide) => poll?.question.options?.length ?? 0;
  const longest = (await app.slides()).sort((one, other) => options(other) - options(one))[0]!;
  expect(options(longest)).toBeGreaterThan(6);
  await app.ask(longest.poll!.id);
  await audience.answer(longest);
  const desk = await room.console({ viewport: { width: 1280, height: 720 } });
  const bars = desk.locator(".ballots .bars");
  await expect(bars).toBeVisible();
  await expect(desk.locator(".time .figures:visible"), "how long the section has is told, too").toHaveCount(1);
  await expect.poll(() => bars.evaluate((list) => list.scrollHeight - list.clientHeight)).toBeLessThanOrEqual(1);
});
