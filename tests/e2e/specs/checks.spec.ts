import { expect, isAccessible, test } from "../support/test";

test("the check-list turns green by itself when a phone has tried the way in, and the slide shows the Wi-Fi beside the address", async ({ room }) => {
  const { app } = room;
  const [stage, desk] = [await room.stage(), await room.console()];
  const look = async (page: typeof desk, name: string) => process.env["LOOK"] && (await page.screenshot({ path: `${process.env["LOOK"]}/checks-${name}.png` }));
  const open = async () => {
    await desk.keyboard.press("m");
    await desk.getByRole("button", { name: "Avant de commencer…" }).click();
  };
  await open();
  const line = (check: string) => desk.locator(`[data-check=${check}]`);
  await expect(line("phone")).toHaveAttribute("data-standing", "todo");
  await expect(line("disk")).toHaveAttribute("data-standing", "done");
  await expect(line("session")).toHaveAttribute("data-standing", "done");
  await expect(line("screens"), "a browser cannot count screens").toBeHidden();
  await desk.getByText("La page ne s’ouvre pas ?").click();
  await desk.getByText("Partager une connexion").click();
  await isAccessible(desk, "the check-list with its help");
  await look(desk, "todo");
  const phone = await room.phone();
  await expect(line("phone")).toHaveAttribute("data-standing", "done");
  await expect(line("phone")).toContainText("le chemin est bon");
  await desk.getByRole("button", { name: "C’est fait" }).click();
  await expect(line("quiet")).toHaveAttribute("data-standing", "done");

  await desk.getByText("Le Wi-Fi de la salle").click();
  await desk.getByLabel("Nom du réseau").fill("Salle; 12");
  await desk.getByLabel("Mot de passe").fill("motdepasse");
  await desk.getByRole("button", { name: "Montrer", exact: true }).click();
  await expect(desk.getByText("La diapositive montre le code du Wi-Fi « Salle; 12 ».")).toBeVisible();
  await isAccessible(desk, "the check-list with a Wi-Fi");
  await look(desk, "done");
  await desk.getByRole("button", { name: "Commencer" }).click();
  await desk.keyboard.press("PageDown");
  await expect(stage.getByText("Salle; 12")).toBeVisible();
  await expect(stage.getByText("motdepasse")).toBeVisible();
  await stage.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== "running"));
  await isAccessible(stage, "the join slide with a Wi-Fi");
  await look(stage, "join");
  expect(await phone.content(), "phones are on it already").not.toContain("motdepasse");
  const data = await import("node:fs").then(({ readdirSync, readFileSync }) => readdirSync(app.data).map((file) => readFileSync(`${app.data}/${file}`).toString("latin1")).join(""));
  expect(data, "a password is not kept").not.toContain("motdepasse");
});
