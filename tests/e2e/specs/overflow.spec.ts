import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, stageShows, test } from "../support/test";

/** How far the estimate of `check` may be from what the stage does, as a share of the text's length. */
const TOLERANCE = 0.1;
/** The lengths that are tried: each a little longer than the one before it. */
const GROWTH = 1.05;
const LENGTHS = 30;

const WORDS = "Une réunion où chacun parle à son tour, et dont on sort avec l’envie d’essayer : voilà ce que nous cherchons depuis le mois de mars, sans y arriver tout à fait. ".repeat(30);
const written = (length: number) => WORDS.slice(0, Math.round(length)).trim();
const points = (length: number, mark: string) => (written(length).match(/.{1,70}(?: |$)/g) ?? []).map((point) => `${mark} ${point.trim()}`).join("\n");
const rows = (length: number) => `| Quoi | Comment |\n|---|---|\n${(written(length).match(/.{1,60}(?: |$)/g) ?? []).map((words) => `| Ceci | ${words.trim()} |`).join("\n")}`;

/** A layout, what its slide holds, and a length at which all is well by far. */
const CASES: Record<string, { head: string; body: (length: number) => string; from: number }> = {
  "a paragraph": { head: "", body: (length) => `# Un titre\n\n${written(length)}`, from: 700 },
  "a paragraph without a title": { head: "", body: written, from: 900 },
  "a list": { head: "", body: (length) => `# Un titre\n\n${points(length, "-")}`, from: 500 },
  "a list by steps": { head: "", body: (length) => `# Un titre\n\n${points(length, "*")}`, from: 500 },
  "a table": { head: "", body: (length) => `# Un titre\n\n${rows(length)}`, from: 300 },
  "two columns": { head: "layout: two-cols", body: (length) => `# Un titre\n\nPeu.\n\n::right::\n\n${written(length)}`, from: 350 },
  "a statement": { head: "layout: statement", body: (length) => `# Un titre\n\n${written(length)}`, from: 600 },
  "a long statement": { head: "layout: statement", body: (length) => `# ${written(length)}`, from: 200 },
  "a quotation": { head: "layout: quote", body: (length) => `> ${written(length)}\n\n— Quelqu’un`, from: 350 },
  "a section": { head: "layout: section", body: (length) => `# Un titre\n\n${written(length)}`, from: 250 },
  "a cover": { head: "layout: cover", body: (length) => `# Un titre\n\n${written(length)}`, from: 400 },
  "words beside a bird": { head: "layout: image-right\nbird: curieux", body: (length) => `# Un titre\n\n${points(length, "-")}`, from: 350 },
  "words in the middle": { head: "layout: center", body: (length) => `# Un titre\n\n${written(length)}`, from: 700 },
};

for (const [name, { head, body, from }] of Object.entries(CASES)) {
  const lengths = Array.from({ length: LENGTHS }, (_, n) => from * GROWTH ** n);
  const slides = lengths.map((length, n) => `\n---\nid: ${n}\n${head ? `${head}\n` : ""}---\n\n${body(length)}\n`);
  const talk = `---\ntitle: Toujours plus\nlang: fr\n---\n# Toujours plus\n${slides.join("")}`;

  test.describe(name, () => {
    test.use({ talk });

    test("check says what the stage cannot show, within its tolerance", async ({ room }) => {
      const { app } = room;
      const stage = await room.stage({ reducedMotion: "reduce" });
      await stage.evaluate(() => document.fonts.ready);
      const overflows = async (n: number) => {
        await app.post("/control/goto", { slide: n + 1, step: 0 });
        await stageShows(stage, `${n}`, 0);
        return (await stage.locator("article.live [data-overflows]").count()) > 0;
      };
      // Longer never fits better: the first length that the stage cannot show is found by halves.
      let [shown, lost] = [-1, LENGTHS];
      while (lost - shown > 1) {
        const middle = Math.floor((shown + lost) / 2);
        if (await overflows(middle)) lost = middle;
        else shown = middle;
      }
      expect(shown, "the shortest fits").toBeGreaterThanOrEqual(0);
      expect(lost, "the longest does not").toBeLessThan(LENGTHS);

      const checked = JSON.parse(app.command("check", join(app.data, "talk.md"), "--json").output) as { diagnostics: { code: string; line: number }[] };
      const lines = talk.split("\n");
      const warned = checked.diagnostics.filter(({ code }) => code === "overflows").map(({ line }) => Number(lines[line - 1]!.replace("id: ", "")));
      const told = Math.min(...warned);
      expect(warned, "every longer one is told of, too").toEqual(Array.from({ length: LENGTHS - told }, (_, n) => told + n));
      const apart = lengths[told]! / lengths[lost]! - 1;
      if (process.env["LOOK"]) console.log(`${name}: the stage from ${Math.round(lengths[lost]!)} letters, check from ${Math.round(lengths[told]!)} (${(100 * apart).toFixed(0)} %)`);
      expect(Math.abs(apart)).toBeLessThanOrEqual(TOLERANCE);
    });
  });
}

const STEPS = `---\ntitle: T\nlang: fr\n---\n# T\n\n---\nid: pas\n---\n\n# Par étapes\n\n${points(900, "*")}\n\n---\nid: trop\n---\n\n# Bien trop\n\n${points(3000, "-")}\n`;

test.describe("a slide that shrinks", () => {
  test.use({ talk: STEPS });

  test("has one size at all its steps, and the desk says what it cannot show", async ({ room }) => {
    const { app } = room;
    const [stage, desk] = [await room.stage(), await room.console({ viewport: { width: 1280, height: 720 } })];
    const { steps } = (await app.slides())[1]!;
    const sizes = new Set<string>();
    for (let step = 0; step < steps; step++) {
      await app.post("/control/goto", { slide: 1, step });
      await stageShows(stage, "pas", step);
      const item = stage.locator("article.live li").first();
      sizes.add(await item.evaluate((item) => `${getComputedStyle(item).fontSize} ${item.getBoundingClientRect().width}`));
    }
    expect(steps).toBeGreaterThan(8);
    expect(sizes.size, "no step changes the size").toBe(1);
    const says = desk.locator("[data-pane=now] .overflows");
    await expect(says).toBeHidden();
    await app.post("/control/goto", { slide: 2 });
    await stageShows(stage, "trop", 0);
    await expect(says).toBeVisible();
    await expect(says).toContainText("déborde");
    const smallest = await stage.locator("article.live li").first().evaluate((item) => Number.parseFloat(getComputedStyle(item).fontSize));
    expect(smallest, "never below what the back row reads").toBeGreaterThanOrEqual(28);
    expect(app.command("check", join(app.data, "talk.md")).output).toContain("déborde");
    if (process.env["LOOK"]) await desk.screenshot({ path: `${process.env["LOOK"]}/overflow-desk.png` });
    if (process.env["LOOK"]) await stage.screenshot({ path: `${process.env["LOOK"]}/overflow-stage.png` });
    writeFileSync(join(app.data, "talk.md"), STEPS.replace(/# Bien trop[\s\S]*/, "# Bien assez\n\n- un point\n"));
    await expect(says).toBeHidden();
  });
});

const OPTIONS = (words: string) => `---\ntitle: T\nlang: fr\n---\n# T\n\n---\n\n\`\`\`poll\nid: p\nkind: single\nask: Que choisir ?\noptions:\n${Array.from({ length: 8 }, (_, n) => `  - { id: o${n}, text: "${words} ${n}" }\n`).join("")}\`\`\`\n`;

for (const [times, lost] of [[3, false], [7, true]] as const) {
  test.describe(`options of ${times} times some words`, () => {
    test.use({ talk: OPTIONS("Un choix à lire ".repeat(times).trim()) });

    test("are shown whole, or check and desk say that they are not", async ({ room }) => {
      const { app } = room;
      const desk = await room.console({ viewport: { width: 1280, height: 720 } });
      const stage = await room.stage({ reducedMotion: "reduce" });
      await app.ask("p");
      await expect(stage.locator("article.live")).toHaveAttribute("data-layout", "poll");
      await expect(stage.locator("article.live [data-overflows]")).toHaveCount(lost ? 1 : 0);
      await expect(desk.locator("[data-pane=now] .overflows")).toBeVisible({ visible: lost });
      expect(app.command("check", join(app.data, "talk.md")).output.includes("déborde")).toBe(lost);
    });
  });
}
