// How smoothly the stage moves, by the browser's own clock: the time from one frame to the next while the breakdown plays
// its three steps with thirty people, and while a thousand ballots arrive in ten seconds. Prints JSON for the bench:
// {p50, p95, frames} over both, in milliseconds, and the same for each of the two. Needs GAZOUILLIS_HEADLESS and a built ui.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";

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

/** Starts the program on a folder of its own. */
async function start() {
  const data = mkdtempSync(join(tmpdir(), "gazouillis-frames-"));
  const child = spawn(HEADLESS, ["serve", "--json", "--listen", "127.0.0.1:0", "--data", data], { stdio: ["ignore", "pipe", "ignore"] });
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

const { ready, stop } = await start();
const browser = await chromium.launch(BROWSER);
try {
  const phones = ready.join_url.replace(/\/$/, "");
  const control = { authorization: `Bearer ${ready.control_token}`, "content-type": "application/json" };
  const goto = (slide, step) => asked(`${ready.control_url}/control/goto`, { method: "POST", headers: control, body: JSON.stringify({ slide, step }) });
  const join = async () => {
    const response = await asked(`${phones}/api/participants`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
    return (await response.json()).token;
  };
  const vote = (token, poll, person) => {
    const option = poll.question.options[(person * 2 + poll.id.length) % poll.question.options.length].id;
    const answer = poll.question.kind === "multiple" ? { kind: "choices", choices: [option] } : { kind: "choice", choice: option };
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    return asked(`${phones}/api/polls/${poll.id}/ballot`, { method: "PUT", headers, body: JSON.stringify({ answer, revision: 1 }) });
  };

  const { slides } = await (await asked(`${ready.control_url}/stage/deck`, { headers: control })).json();
  const people = [];
  for (let person = 0; person < PEOPLE; person++) people.push(await join());
  for (const [index, { poll }] of slides.entries()) {
    // The one for the burst stays unasked: once left, a poll is closed.
    if (!poll || poll.id === "nos-sujets") continue;
    await goto(index, 0);
    for (const [person, token] of people.entries()) await vote(token, poll, person);
  }
  const crowd = [];
  for (let person = 0; person < BALLOTS; person++) crowd.push(await join());

  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const room = slides.findIndex(({ layout, profile, steps }) => layout === "profiles" && !profile && steps > 1);
  await goto(room - 1, 0);
  await page.goto(ready.stage_url);
  await page.locator("article.live").waitFor();

  await page.evaluate(watchFrames);
  for (let step = 0; step < slides[room].steps; step++) {
    await goto(room, step);
    await pause(STEP_MS);
  }
  const breakdown = await page.evaluate(readFrames);

  // A poll of which the room sees the bars grow: `results: live`.
  const busy = slides.findIndex(({ poll }) => poll?.id === "nos-sujets");
  await goto(busy, 0);
  await page.locator(`article.live[data-slide="${slides[busy].id}"]`).waitFor();
  await page.evaluate(watchFrames);
  const began = performance.now();
  await Promise.all(
    crowd.map(async (token, person) => {
      await pause((person * BURST_MS) / BALLOTS);
      await vote(token, slides[busy].poll, person);
    }),
  );
  const took = Math.round(performance.now() - began);
  const burst = await page.evaluate(readFrames);

  console.log(JSON.stringify({ ...figures([...breakdown, ...burst]), breakdown: figures(breakdown), burst: { ...figures(burst), ballots: BALLOTS, took_ms: took } }));
} finally {
  await browser.close();
  await stop();
}
