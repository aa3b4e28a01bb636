import { type App, firstView } from "../support/app";
import { expect, isAccessible, stageShows, test } from "../support/test";

const slide = (id: string, pair: string) =>
  `id: s-${id}\n---\n\n\`\`\`poll\nid: ${id}\nkind: single\nask: "Ouvririez-vous un compte ?"\npair: ${pair}\noptions:\n  - { id: oui, text: "Oui, dès demain", means: oui }\n  - { id: bof, text: "Peut-être", means: peut-être }\n  - { id: non, text: "Non", means: non }\n  - { id: jamais, text: "Non, jamais", means: non }\n\`\`\``;

test.use({
  talk: ["---\ntitle: Un essai\nlang: fr\n---\n\n# Avant de commencer", slide("x-avant", "before"), slide("x-apres", "after"), "id: chemin\nlayout: results\npoll: x-apres\n---\n\n# Le chemin"].join("\n\n---\n"),
});

/** Who goes from oui, peut-être and non to which of them. */
const MOVES = [[6, 5, 5], [8, 6, 6], [7, 8, 21]];
const OPTIONS = ["oui", "bof", "jamais"];

/** A room where everybody answers twice: to each meaning before belong the people of a row, to each after those of a column. */
async function answerTwice(app: App, moves: number[][]): Promise<void> {
  const url = app.ready.join_url.replace("phone.lan", "127.0.0.1").replace(/\/$/, "");
  const send = async (path: string, method: string, token: string | null, body: unknown) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    expect(response.ok, path).toBe(true);
    return (await response.json()) as { token: string };
  };
  const people: { token: string; said: [number, number] }[] = [];
  for (const [from, row] of moves.entries()) {
    for (const [to, count] of row.entries()) {
      for (let n = 0; n < count; n++) people.push({ token: (await send("/api/participants", "POST", null, {})).token, said: [from, to] });
    }
  }
  for (const [time, poll] of ["x-avant", "x-apres"].entries()) {
    await app.post("/control/goto", { slide: time + 1, step: 0 });
    for (const { token, said } of people) await send(`/api/polls/${poll}/ballot`, "PUT", token, { answer: { kind: "choice", choice: OPTIONS[said[time]!] }, revision: 1 });
    await app.post("/control/goto", { slide: time + 1, step: 1 });
  }
  await app.post("/control/goto", { slide: 3, step: 0 });
}

test("what changed flows from meaning to meaning, where all of it may be told", async ({ room }, info) => {
  const stage = await room.stage({ reducedMotion: "reduce" });
  await answerTwice(room.app, MOVES);
  await stageShows(stage, "chemin", 0);
  const live = stage.locator("article.live");
  await expect(live.locator(".middle path")).toHaveCount(9);
  await expect(live.getByText("39 sur les 72 qui ont répondu les deux fois ont changé d’avis.")).toBeVisible();
  await expect(live.getByRole("columnheader")).toHaveText(["après, oui", "après, peut-être", "après, non"]);
  await expect(live.getByRole("rowheader")).toHaveText(["avant, en personnes, oui", "avant, en personnes, peut-être", "avant, en personnes, non"]);
  await expect(live.getByRole("table").locator("tbody td"), "and is read as a table").toHaveText(MOVES.flat().map(String));
  await isAccessible(stage, "what changed, from meaning to meaning");
  await stage.screenshot({ path: info.outputPath("told.png") });
});

test("where it would point at somebody, only the shares before and after are drawn, and the projector knows no more", async ({ room }, info) => {
  const stage = await room.stage({ reducedMotion: "reduce" });
  await answerTwice(room.app, [[14, 0, 2], [4, 16, 0], [7, 0, 29]]);
  await stageShows(stage, "chemin", 0);
  const live = stage.locator("article.live");
  await expect(live.getByRole("columnheader")).toHaveText(["avant", "après"]);
  await expect(live.getByRole("table").locator("tbody tr")).toHaveText([/oui\s*22\s%\s*35\s%/, /peut-être\s*28\s%\s*22\s%/, /non\s*50\s%\s*43\s%/]);
  expect(await live.locator(".middle path").count(), "bands").toBe(0);
  const told = await firstView(room.app.ready.control_url, new URL(stage.url()).hash.slice(1), "/stage/live");
  expect((told["change"] as { flow: unknown }).flow).toBeNull();
  await isAccessible(stage, "what changed, without who");
  await stage.screenshot({ path: info.outputPath("hidden.png") });
});
