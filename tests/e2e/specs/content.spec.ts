import { expect, isAccessible, stageShows, test } from "../support/test";

const TALK = `---
title: What a slide holds
lang: en
---

---
id: code
---

# Code that walks

\`\`\`rust {1|2-3|all} lines
fn main() {
    let room = "the room"; // <b>not bold</b>
    println!("Hello, {room}, and every single one of you who came all the way up to the third floor on this rainy evening in November");
}
\`\`\`

---
id: plain
---

# Code of no language

\`\`\`
$ gazouillis check my-talk.md
\`\`\`

---
id: formulas
---

# A mean, and two more

The mean is $\\bar{x} = \\frac{1}{n} \\sum_{i=1}^{n} x_i$, and a ticket costs 5 $ or 6 $.

$$\\int_{-\\infty}^{\\infty} e^{-x^2}\\,\\mathrm{d}x = \\sqrt{\\pi}$$

$$f(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}
\\qquad A = \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}$$

---
id: table
---

# Who answered

| | First | Then | Change |
|---|:---:|---:|---:|
| The early ones | yes | 12 | +3 |
| The late ones | no | 140 | −12 |
`;

test.use({ talk: TALK });

const STILL = { reducedMotion: "reduce" } as const;

test("code has the colours of its language, and points at its lines from step to step", async ({ room }) => {
  const { app } = room;
  const [stage, desk] = [await room.stage(STILL), await room.console()];
  await app.post("/control/goto", { slide: 0 });
  await stageShows(stage, "code", 0);
  const lit = stage.locator("pre .line.lit .words");
  await expect(lit).toHaveText(["fn main() {\n"]);
  const keyword = stage.locator("pre .keyword", { hasText: "fn" });
  await expect(keyword).toHaveCSS("color", "rgb(116, 26, 100)");
  await expect(stage.locator("pre .comment")).toHaveText(/<b>not bold<\/b>/);
  await expect(stage.locator("pre .number")).toHaveText(["1", "2", "3", "4"]);
  // A line that is too long goes on beneath itself; nothing is cut.
  const fits = await stage.locator("pre").evaluate((pre) => pre.scrollWidth <= pre.clientWidth);
  expect(fits, "no line leaves the block").toBe(true);
  await isAccessible(stage, "code");
  await app.post("/control/advance");
  await stageShows(stage, "code", 1);
  await expect(lit).toHaveText([/let room/, /println/]);
  await isAccessible(stage, "code that points at lines");
  // What the presenter sees beside it is the same.
  await expect(desk.locator("pre .line.lit").first()).toContainText("let room");
  await app.post("/control/advance");
  await stageShows(stage, "code", 2);
  await expect(lit).toHaveCount(0);
  await app.post("/control/advance");
  await stageShows(stage, "plain", 0);
  await expect(stage.locator("pre")).toHaveText("$ gazouillis check my-talk.md");
});

test("formulas are typeset by the browser, in the font that ships, and dollars stay dollars", async ({ room }) => {
  const { app } = room;
  const stage = await room.stage(STILL);
  await app.post("/control/goto", { slide: 2 });
  await stageShows(stage, "formulas", 0);
  await expect(stage.locator(".text p")).toContainText("a ticket costs 5 $ or 6 $.");
  const blocks = stage.locator(".formula.block math");
  await expect(blocks).toHaveCount(2);
  await expect(blocks.first()).toHaveAttribute("display", "block");
  // A fraction is as tall as two lines: the browser has drawn it as one.
  const inline = await stage.locator("p math mfrac").boundingBox();
  const digit = await stage.locator("p math mfrac mn").boundingBox();
  expect(inline!.height).toBeGreaterThan(1.5 * digit!.height);
  await expect.poll(() => stage.evaluate(() => document.fonts.check('20px "Noto Sans Math"', "∑"))).toBe(true);
  const cell = stage.locator("mtd").filter({ hasText: "else" });
  await expect(cell).toHaveCSS("text-align", /left|start/);
  await isAccessible(stage, "formulas");
});

test("a table keeps the alignment of its columns, and a row without a corner is named by its first cell", async ({ room }) => {
  const { app } = room;
  const stage = await room.stage(STILL);
  await app.post("/control/goto", { slide: 3 });
  await stageShows(stage, "table", 0);
  await expect(stage.getByRole("columnheader")).toHaveText(["First", "Then", "Change"]);
  await expect(stage.getByRole("rowheader")).toHaveText(["The early ones", "The late ones"]);
  await expect(stage.getByRole("cell", { name: "140" })).toHaveCSS("text-align", "end");
  await expect(stage.getByRole("columnheader", { name: "Then" })).toHaveCSS("text-align", "end");
  await expect(stage.getByRole("cell", { name: "yes" })).toHaveCSS("text-align", "center");
  await isAccessible(stage, "a table");
});
