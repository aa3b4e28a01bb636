// How long a cloud of two thousand words takes to be laid, as the stage does it: in slices, while the page goes on drawing. The
// stage's own code runs in the browser; a talk never shows as many words at once, so there is no slide to measure it on.
import { readFileSync } from "node:fs";
import typescript from "../../ui/node_modules/typescript/lib/typescript.js";

const STAGE = new URL("../../ui/src/stage/kinds/", import.meta.url);
const WORDS = 2_000;
const RUNS = 9;

/** The stage's module as a browser reads it; it imports nothing but types. */
function script(path) {
  const source = readFileSync(new URL(path, STAGE), "utf8");
  return typescript.transpileModule(source, { compilerOptions: { target: "ES2022", module: "ESNext", verbatimModuleSyntax: true } }).outputText;
}

/** The median of `RUNS` layouts after a first one: milliseconds from the wish to the result, and the longest time between two frames meanwhile. */
export async function layCloud(browser) {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  try {
    const runs = await page.evaluate(
      async ({ cloud, sliced, words, runs }) => {
        const load = (code) => import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
        const [{ cloud: lay }, { Sliced }] = [await load(cloud), await load(sliced)];
        const context = document.createElement("canvas").getContext("2d");
        context.font = "750 100px sans-serif";
        const measured = [];
        for (let run = 0; run <= runs; run++) {
          // Each run has words of its own: none has been measured before.
          const typed = Array.from({ length: words }, (_, n) => ({ text: `mot${"abcdefgh".slice(0, n % 7)}${n}x${run}`, count: Math.max(1, Math.round((3 * words) / (n + 1))) }));
          const width = (text, size) => (context.measureText(text).width * size) / 100;
          const frames = [];
          let drawing = true;
          const draw = (time) => {
            frames.push(time);
            if (drawing) requestAnimationFrame(draw);
          };
          await new Promise((ready) => requestAnimationFrame((time) => (draw(time), ready())));
          const began = performance.now();
          const laid = await new Promise((done) => new Sliced(done).want(() => lay(typed, { width: 1920, height: 1080 }, width, new Map(), 9)));
          const took = performance.now() - began;
          await new Promise((ready) => requestAnimationFrame(ready));
          drawing = false;
          if (laid.length < 0.75 * words) throw new Error(`only ${laid.length} words found room`);
          const gaps = frames.slice(1).map((time, index) => time - frames[index]);
          if (run > 0) measured.push({ took, longest: Math.max(...gaps) });
        }
        return measured;
      },
      { cloud: script("words/cloud.ts"), sliced: script("typed/sliced.ts"), words: WORDS, runs: RUNS },
    );
    const median = (values) => Math.round(values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] * 10) / 10;
    return { words: WORDS, ms: median(runs.map(({ took }) => took)), longest_frame: median(runs.map(({ longest }) => longest)) };
  } finally {
    await page.close();
  }
}
