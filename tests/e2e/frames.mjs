// How smoothly the screens move, by the browser's own clock: the time from one frame to the next on the stage while the
// breakdown plays its three steps with thirty people and while a thousand ballots arrive in ten seconds; then on the stage and
// on the console while a thousand texts, tweets and words do; and how long a cloud of two thousand words takes. Prints JSON for the
// bench: {p50, p95, frames} over the first two, in milliseconds, and the same for each by itself. Needs GAZOUILLIS_HEADLESS and a built ui.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import { layCloud } from "./cloud.mjs";

const HEADLESS = process.env.GAZOUILLIS_HEADLESS ?? new URL("../../target/debug/gazouillis-headless", import.meta.url).pathname;
const BROWSER = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
};
const PEOPLE = 30;
const BALLOTS = 1_000;
const BURST_MS = 10_000;
/** Longer than the longest of the breakdown's steps: the flock gathers, stands, and is read. */
const STEP_MS = 3_000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What is typed by a room of a thousand, as each kind shows it while it comes in. */
const TYPED = {
  wall: "kind: text\nresults: live\nshow: wall\nmoderate: false\nupvotes: true",
  tweets: "kind: tweet\nresults: live\nmoderate: false",
  cloud: "kind: words\nresults: live\nmax: 3\nmoderate: false",
  queue: "kind: text\nresults: live",
};
const TALK = ["---\ntitle: Mille textes\nlang: fr\n---\n\n# Mille textes", ...Object.entries(TYPED).map(([id, keys]) => `id: ${id}\n---\n\n\`\`\`poll\nid: ${id}\nask: Que dites-vous ?\n${keys}\n\`\`\``)].join("\n\n---\n");
const SYLLABLES = ["ga", "zou", "illis", "mer", "le", "pie", "no", "ra", "to", "bec"];
/** Words that hardly ever are the same, and a sentence of them. */
const word = (n) => `${SYLLABLES[n % 10]}${SYLLABLES[Math.floor(n / 10) % 10]}${SYLLABLES[Math.floor(n / 100) % 10]}`;
const sentence = (n) => Array.from({ length: 6 + (n % 12) }, (_, place) => word(n * 7 + place * 31)).join(" ");

/** Starts the program on a folder of its own, with this talk or its own. */
async function start(talk) {
  const data = mkdtempSync(join(tmpdir(), "gazouillis-frames-"));
  const file = [];
  if (talk) {
    file.push(join(data, "talk.md"));
    writeFileSync(file[0], talk);
  }
  const child = spawn(HEADLESS, ["serve", "--lang", "fr", ...file, "--json", "--listen", "127.0.0.1:0", "--data", data], { stdio: ["ignore", "pipe", "ignore"] });
  const line = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the program ended with ${code}`)));
  });
  const stop = async () => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
    rmSync(data, { recursive: true, force: true });
  };
  return { ready: JSON.parse(line), stop };
}

/** Asks; once more when the server has just closed the idle connection that was to carry the request. */
async function asked(url, options) {
  const response = await fetch(url, options).catch(() => fetch(url, options));
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response;
}

/** Writes down when each frame of the page begins, until it is read. */
const watchFrames = () => {
  const times = (window.frameTimes = []);
  const note = (time) => {
    times.push(time);
    if (window.frameTimes === times) requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
};
const readFrames = () => {
  const times = window.frameTimes;
  window.frameTimes = null;
  return times.slice(1).map((time, index) => time - times[index]);
};

function figures(durations) {
  const sorted = durations.toSorted((one, other) => one - other);
  const at = (share) => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 100) / 100;
  return { p50: at(0.5), p95: at(0.95), frames: sorted.length };
}

/** A program that is presented from, and rooms full of people who answer by requests alone. */
async function room(talk) {
  const { ready, stop } = await start(talk);
  const phones = ready.join_url.replace(/\/$/, "");
  const control = { authorization: `Bearer ${ready.control_token}`, "content-type": "application/json" };
  const { slides } = await (await asked(`${ready.control_url}/stage/deck`, { headers: control })).json();
  const join = async () => {
    const response = await asked(`${phones}/api/participants`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
    return (await response.json()).token;
  };
  return {
    ready,
    stop,
    slides,
    goto: (slide, step) => asked(`${ready.control_url}/control/goto`, { method: "POST", headers: control, body: JSON.stringify({ slide, step }) }),
    async people(count) {
      const tokens = [];
      for (let person = 0; person < count; person++) tokens.push(await join());
      return tokens;
    },
    vote(token, poll, answer) {
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      return asked(`${phones}/api/polls/${poll.id}/ballot`, { method: "PUT", headers, body: JSON.stringify({ answer, revision: 1 }) });
    },
  };
}

/** Lets everybody answer, spread over ten seconds. Returns how long it took. */
async function burst(people, answers) {
  const began = performance.now();
  await Promise.all(
    people.map(async (token, person) => {
      await pause((person * BURST_MS) / people.length);
      await answers(token, person);
    }),
  );
  return Math.round(performance.now() - began);
}

/** The breakdown's steps, and a thousand ballots on bars that the room sees grow. */
async function ballots(browser) {
  const { ready, stop, slides, goto, people, vote } = await room();
  try {
    const choose = (token, poll, person) => {
      const option = poll.question.options[(person * 2 + poll.id.length) % poll.question.options.length].id;
      return vote(token, poll, poll.question.kind === "multiple" ? { kind: "choices", choices: [option] } : { kind: "choice", choice: option });
    };
    const few = await people(PEOPLE);
    for (const [index, { poll, survey }] of slides.entries()) {
      // The one for the burst stays unasked: once left, a poll is closed.
      const asked = (survey?.polls ?? [poll]).filter((one) => one && one.id !== "nos-sujets" && one.question.options);
      if (asked.length === 0) continue;
      await goto(index, 0);
      for (const [person, token] of few.entries()) for (const one of asked) await choose(token, one, person);
    }
    const crowd = await people(BALLOTS);

    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    const profiles = slides.findIndex(({ layout, profile, steps }) => layout === "profiles" && !profile && steps > 1);
    await goto(profiles - 1, 0);
    await page.goto(ready.stage_url);
    await page.locator("article.live").waitFor();

    await page.evaluate(watchFrames);
    for (let step = 0; step < slides[profiles].steps; step++) {
      await goto(profiles, step);
      await pause(STEP_MS);
    }
    const breakdown = await page.evaluate(readFrames);

    // A poll of which the room sees the bars grow: `results: live`.
    const busy = slides.findIndex(({ poll }) => poll?.id === "nos-sujets");
    await goto(busy, 0);
    await page.locator(`article.live[data-slide="${slides[busy].id}"]`).waitFor();
    await page.evaluate(watchFrames);
    const took = await burst(crowd, (token, person) => choose(token, slides[busy].poll, person));
    const during = await page.evaluate(readFrames);
    return { ...figures([...breakdown, ...during]), breakdown: figures(breakdown), burst: { ...figures(during), ballots: BALLOTS, took_ms: took } };
  } finally {
    await stop();
  }
}

/** A thousand texts of each kind, seen by the stage and then again by the console: each by itself, as each has its own screen. */
async function texts(browser) {
  const told = {};
  for (const screen of ["stage", "console"]) {
    const { ready, stop, slides, goto, people, vote } = await room(TALK);
    try {
      const crowd = await people(BALLOTS);
      const page = await browser.newPage({ viewport: screen === "stage" ? { width: 1920, height: 1080 } : { width: 1366, height: 768 } });
      await page.goto(ready[`${screen}_url`]);
      const drawn = (slide) => page.locator(screen === "stage" ? `article.live[data-slide="${slide.id}"]` : "main").waitFor();
      await drawn(slides[0]);
      for (const [index, slide] of slides.entries()) {
        const { poll } = slide;
        if (!poll) continue;
        await goto(index, 0);
        await drawn(slide);
        await page.evaluate(watchFrames);
        const took = await burst(crowd, (token, person) =>
          vote(token, poll, poll.question.kind === "words" ? { kind: "words", words: [person, person * 3, person % 9].map((n) => word(n)) } : { kind: poll.question.kind, text: sentence(person) }),
        );
        told[`${screen}_${poll.id}`] = { ...figures(await page.evaluate(readFrames)), sent: BALLOTS, took_ms: took };
      }
      await page.close();
    } finally {
      await stop();
    }
  }
  return told;
}

const browser = await chromium.launch(BROWSER);
try {
  console.log(JSON.stringify({ ...(await ballots(browser)), texts: await texts(browser), cloud: await layCloud(browser) }));
} finally {
  await browser.close();
}
