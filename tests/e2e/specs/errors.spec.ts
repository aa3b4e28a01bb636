import { readdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { Audience } from "../support/audience";
import { expect, test } from "../support/test";

const CROOKED = `---
title: Un exposé bancal
lang: fr
id: un
layout: sectoin
---

# Bonjour

---
id: deux
---

\`\`\`poll
id: q
kind: singel
ask: "Oui ?"
options:
  - { id: a, text: "A" }
  - { id: b, text: "B" }
\`\`\`
`;

test("every mistake of a talk is named at once, with its place and the nearest word", async ({ room }) => {
  const file = join(room.app.data, "bancal.md");
  writeFileSync(file, CROOKED);
  const { status, output } = room.app.command("check", file);
  expect(status).toBe(1);
  expect(output).toContain(`${file}:5:9: erreur`);
  expect(output).toMatch(/Vouliez-vous dire «\ssection\s»/);
  expect(output).toContain(`${file}:16:7: erreur`);
  expect(output).toMatch(/Vouliez-vous dire «\ssingle\s»/);
});

test("a second start on the same folder says where the first one is", async ({ room }) => {
  const { status, output } = room.app.command("serve", "--json", "--listen", "127.0.0.1:0", "--data", room.app.data);
  expect(status).toBe(3);
  expect(output).toContain("déjà ouvert");
  expect(output).toContain(room.app.data);
});

test("a damaged database is set aside, and the console says where it is", async ({ room }) => {
  const { app } = room;
  await app.kill();
  for (const end of ["-wal", "-shm"]) writeFileSync(join(app.data, `gazouillis.db${end}`), "");
  writeFileSync(join(app.data, "gazouillis.db"), "These bytes are no database. ".repeat(400));
  await app.crashAndRestart();
  const aside = readdirSync(app.data).find((name) => name.startsWith("gazouillis-damaged"));
  expect(aside).toBeTruthy();
  const desk = await room.console();
  await expect(desk.getByText("La base des séances était abîmée, elle a été mise de côté.")).toBeVisible();
  await expect(desk.getByText(aside!)).toBeVisible();
});

test("a page asked for under another name is refused in words", async ({ room }) => {
  const { port } = new URL(room.app.ready.join_url);
  const answer = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const headers = { host: "evil.example", "accept-language": "fr" };
    request({ host: "127.0.0.1", port, headers }, (response) => {
      let text = "";
      response.on("data", (piece: Buffer) => (text += piece.toString()));
      response.on("end", () => resolve({ status: response.statusCode, text }));
    }).on("error", reject).end();
  });
  expect(answer.status).toBe(421);
  expect(answer.text).toContain("Ouvrez celle qui est affichée à l’écran");
});

test("the library lists, exports and forgets a session from the command line", async ({ room }) => {
  const { app } = room;
  const people = await Audience.join(app, 2);
  const slide = (await app.slides()).find(({ poll }) => poll)!;
  await app.ask(slide.poll!.id);
  await people.answer(slide);
  await app.post("/control/session/finish");
  await app.kill();
  const data = ["--data", app.data];
  expect(app.command("sessions", ...data).output).toContain(app.ready.session);
  const csv = app.command("export", "latest", "--format", "csv", "--output", "-", ...data);
  expect(csv).toMatchObject({ status: 0 });
  expect(csv.output).toContain("Ouvririez-vous un compte");
  const unknown = app.command("export", "nope", "--format", "csv", "--output", "-", ...data);
  expect(unknown.status).toBe(1);
  expect(unknown.output).toMatch(/«\snope\s»/);
  expect(app.command("forget", app.ready.session, ...data)).toMatchObject({ status: 0 });
  expect(app.command("sessions", ...data).output).not.toContain(app.ready.session);
});
