/**
 * Pictures of the gallery: `node src/testing/gallery/shoot.mjs OUT SAMPLE[:STATE,STATE] … [--console] [--laptop] [--en]
 * [--timer=LEFT/TOTAL]`, with vite running on the port of GALLERY_PORT, else 5199. Needs the packages of tests/e2e and a
 * Chromium (CHROMIUM, else /usr/bin/chromium). It says what leaves the slide and what the page complains of.
 */
import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

const { chromium } = createRequire(new URL("../../../../tests/e2e/package.json", import.meta.url))("playwright-core");
const [out, ...rest] = process.argv.slice(2);
const has = (flag) => rest.includes(flag);
const wanted = rest.filter((word) => !word.startsWith("--"));
const console_ = has("--console");
const viewport = has("--laptop") || console_ ? { width: 1366, height: 768 } : { width: 1920, height: 1080 };
const timer = rest.find((word) => word.startsWith("--timer="))?.slice(8);
const port = process.env.GALLERY_PORT ?? "5199";
mkdirSync(out, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" });
const context = await browser.newContext({ viewport, locale: has("--en") ? "en-GB" : "fr-FR" });
const page = await context.newPage();
page.on("pageerror", (error) => console.log("  page:", error.message));
page.on("console", (message) => message.type() === "error" && console.log("  console:", message.text()));

for (const word of wanted) {
  const [sample, states = "asked,closed,solved,results"] = word.split(":");
  for (const state of states.split(",")) {
    const query = `sample=${sample}&state=${state}&lang=${has("--en") ? "en" : "fr"}${console_ ? "&of=console" : ""}${timer ? `&timer=${timer}` : ""}`;
    await page.goto(`http://localhost:${port}/src/testing/gallery/index.html?${query}`);
    await page.waitForSelector(console_ ? ".desk" : ".slide");
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(1600);
    const name = [sample, state, ...(console_ ? ["console"] : []), ...(has("--laptop") ? ["laptop"] : [])].join("-");
    await page.screenshot({ path: join(out, `${name}.png`) });
    const over = await page.evaluate(outside);
    console.log(name, over.length ? `\n  OUTSIDE ${over.join("\n  OUTSIDE ")}` : "ok");
  }
}
await browser.close();

/** Texts that stand beyond the slide, or beyond the panel. */
function outside() {
  const sheet = document.querySelector(".slide, .ballots")?.getBoundingClientRect();
  const found = [];
  const walker = document.createTreeWalker(document.querySelector(".slide, .ballots") ?? document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const parent = text.parentElement;
    if (!text.textContent.trim() || !sheet || parent.closest(".visually-hidden, [aria-hidden=true] svg, style")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    const scrolls = parent.closest(".bars");
    if (box.width && !scrolls && (box.right > sheet.right + 1 || box.bottom > sheet.bottom + 1 || box.left < sheet.left - 1 || box.top < sheet.top - 1)) found.push(text.textContent.trim().slice(0, 60));
  }
  return found;
}
