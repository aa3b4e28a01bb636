import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, isAccessible, stageShows, test } from "../support/test";

const TALK = `---
title: Le midi
lang: fr
layout: cover
---

# Le midi

---

# Pourquoi manger

* Parce qu’il est midi

---

\`\`\`poll
id: midi
kind: single
ask: Où mangez-vous ?
options: [{ id: ici, text: Ici }, { id: dehors, text: Dehors }]
\`\`\`
`;

test.use({ talk: TALK });

test("an author saves the talk, and the room sees it on the same slide; a mistake reaches the desk and nobody else", async ({ room }) => {
  const { app } = room;
  const file = join(app.data, "talk.md");
  /** As editors do: another file that gets the name. */
  const save = (text: string) => {
    writeFileSync(`${file}~`, text);
    renameSync(`${file}~`, file);
  };
  const [stage, desk] = [await room.stage(), await room.console()];
  await desk.keyboard.press("PageDown");
  await expect(stage.getByText("Pourquoi manger")).toBeVisible();

  const better = readFileSync(file, "utf8").replace("# Pourquoi manger", "# Avant tout\n\n---\n\n# Pourquoi déjeuner");
  save(better.replace("# Pourquoi déjeuner", "# Pourquoi manger"));
  await expect(desk.locator("header .place span").first()).toHaveText("3 / 4");
  await expect(stage.getByText("Pourquoi manger")).toBeVisible();
  save(better);
  await expect(stage.getByText("Pourquoi déjeuner")).toBeVisible();

  save(better.replace("kind: single", "kind: sinlge"));
  const notice = desk.locator("[data-notice=talk_mistakes]");
  await expect(notice).toContainText("Ligne 23");
  await expect(notice).toContainText("single");
  await isAccessible(desk, "the console with a mistake of the talk");
  if (process.env["LOOK"]) await desk.screenshot({ path: `${process.env["LOOK"]}/mistake.png` });
  await expect(stage.getByText("Pourquoi déjeuner")).toBeVisible();
  expect(await stage.content()).not.toContain("sinlge");
  save(better);
  await expect(notice).toBeHidden();

  const phone = await room.phone();
  await app.ask("midi");
  await expect(phone.getByRole("radio", { name: "Dehors" })).toBeVisible();
  save(better.replace("text: Dehors", "text: Dans le parc"));
  await phone.getByRole("radio", { name: "Dans le parc" }).tap();
  await expect(phone.getByText(/enregistré/i).first()).toBeVisible();
  save(better.replace("text: Ici", "text: À mon bureau"));
  await expect(desk.locator("[data-notice='kept midi']")).toContainText("midi");
  await expect(phone.getByRole("radio", { name: "Ici" })).toBeVisible();
  if (process.env["LOOK"]) await desk.screenshot({ path: `${process.env["LOOK"]}/kept.png` });
  const slides = await app.slides();
  await stageShows(stage, slides[3]!.id, 0);
});
