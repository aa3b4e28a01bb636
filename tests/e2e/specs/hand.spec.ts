import { expect, isAccessible, stageShows, test } from "../support/test";

test("what the presenter points at and draws is on the projector, and goes with its slide", async ({ room }) => {
  const { app } = room;
  const [stage, desk] = [await room.stage(), await room.console({ viewport: { width: 1440, height: 900 } })];
  const look = async (page: typeof desk, name: string) => process.env["LOOK"] && (await page.screenshot({ path: `${process.env["LOOK"]}/hand-${name}.png` }));
  const slides = await app.slides();
  await stageShows(stage, slides[0]!.id, 0);
  await desk.keyboard.press("*");
  const picture = desk.getByRole("img", { name: "La diapositive à l’écran" });
  const box = (await picture.boundingBox())!;
  const to = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  const dot = stage.locator(".dot");
  await desk.mouse.move(...to(0.25, 0.5));
  await expect(dot).toHaveClass(/there/);
  await expect.poll(async () => {
    const at = (await dot.boundingBox())!;
    return [Math.round((at.x + at.width / 2) / 19.2), Math.round((at.y + at.height / 2) / 10.8)];
  }, "the dot is where the mouse is").toEqual([25, 50]);
  await isAccessible(desk, "the dialog that points and draws");
  await look(desk, "desk");

  await desk.getByRole("radio", { name: "Projecteur" }).check();
  await desk.mouse.move(...to(0.7, 0.4));
  await expect(stage.locator(".spot")).toBeVisible();
  await look(stage, "spotlight");
  await desk.getByRole("radio", { name: "Loupe" }).check();
  await desk.mouse.move(...to(0.2, 0.4));
  await expect(stage.locator(".near")).toBeVisible();
  await look(stage, "zoom");

  await desk.getByRole("radio", { name: "Stylo" }).check();
  await expect(stage.locator(".near")).toBeHidden();
  for (const [from, until] of [[0.1, 0.4], [0.5, 0.8]] as const) {
    await desk.mouse.move(...to(from, 0.6));
    await desk.mouse.down();
    for (let step = 1; step <= 20; step++) await desk.mouse.move(...to(from + ((until - from) * step) / 20, 0.6 + Math.sin(step) * 0.04));
    await desk.mouse.up();
  }
  const strokes = stage.locator(".hand path");
  await expect(strokes).toHaveCount(2);
  await look(stage, "pen");
  await desk.keyboard.press("Control+z");
  await expect(strokes).toHaveCount(1);
  await stage.reload();
  await expect(strokes, "a page that comes back shows what is drawn").toHaveCount(1);
  await desk.keyboard.press("Escape");
  await desk.keyboard.press("PageDown");
  await stageShows(stage, slides[1]!.id, 0);
  await expect(strokes).toHaveCount(0);
});

test("on the desk itself the room sees where the presenter holds the button down, and only then", async ({ room }) => {
  const { app } = room;
  const [stage, desk] = [await room.stage(), await room.console({ viewport: { width: 1280, height: 720 } })];
  const slides = await app.slides();
  await stageShows(stage, slides[0]!.id, 0);
  const box = (await desk.locator("[data-pane=now]").boundingBox())!;
  const dot = stage.locator(".dot");
  await desk.mouse.move(box.x + 0.5 * box.width, box.y + 0.5 * box.height);
  await desk.mouse.down();
  await expect(dot).toHaveClass(/there/);
  await desk.mouse.move(box.x + 0.25 * box.width, box.y + 0.75 * box.height);
  await expect.poll(async () => {
    const at = (await dot.boundingBox())!;
    return [Math.round((at.x + at.width / 2) / 19.2), Math.round((at.y + at.height / 2) / 10.8)];
  }, "the dot is where the mouse is").toEqual([25, 75]);
  await desk.mouse.up();
  await expect(dot).not.toHaveClass(/there/);
  // What crosses the desk on its way points at nothing.
  await desk.mouse.move(box.x + 0.5 * box.width, box.y + 0.5 * box.height);
  await desk.keyboard.press("PageDown");
  await stageShows(stage, slides[1]!.id, 0);
  await expect(dot).not.toHaveClass(/there/);
});
