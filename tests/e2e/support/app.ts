import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export const HEADLESS = process.env["GAZOUILLIS_HEADLESS"] ?? new URL("../../../target/debug/gazouillis-headless", import.meta.url).pathname;

interface Ready {
  join_url: string;
  stage_url: string;
  console_url: string;
  control_url: string;
  control_token: string;
  rehearsal_key: string;
  session: string;
}

/** A slide as far as the tests need it. */
export interface Slide {
  id: string;
  layout: string;
  steps: number;
  poll: Asked | null;
  survey?: { polls: Asked[] };
}

interface Asked {
  id: string;
  ask: string;
  question: { kind: string; options: { id: string; text: string }[]; statements?: { id: string }[] };
}

interface Masked {
  profiles: { percent: number }[];
  simply: { percent: number } | null;
  untold: { percent: number } | null;
}

/** A summary as far as the tests need it. */
export interface Summary {
  voters: number;
  simulated: boolean;
  polls: { id: string; ballots: number; figures: { bars: { id: string; count: number }[] } }[];
  questions: { asked: number; kept: unknown[] } | null;
  reactions: { counts: { count: number }[] }[];
  breakdown: { profiles: { percent: number }[] | null; masked: Masked | null } | null;
}

/** What a live stream says first. */
export async function firstView(base: string, token: string, path: string): Promise<Record<string, unknown>> {
  const leave = new AbortController();
  const response = await fetch(`${base}${path}`, { headers: { authorization: `Bearer ${token}` }, signal: leave.signal });
  let text = "";
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    text += piece;
    const [, json] = /^data: (.*)\n\n/m.exec(text) ?? [];
    if (json === undefined) continue;
    leave.abort();
    return JSON.parse(json) as Record<string, unknown>;
  }
  throw new Error(`${path} ended without a view`);
}

/** The program, started as its users start it. */
export class App {
  private process?: ChildProcess;
  private log = "";
  ready!: Ready;

  private constructor(
    readonly data: string,
    private readonly talk: string | undefined,
    private port: number,
  ) {}

  /** The codes on the printed sheet. */
  codes: string[] = [];

  static async start(talk?: string, codes = 0, talkFile?: string): Promise<App> {
    const data = mkdtempSync(join(tmpdir(), "gazouillis-e2e-"));
    let file = talkFile;
    if (talk !== undefined) {
      file = join(data, "talk.md");
      writeFileSync(file, talk);
    }
    const app = new App(data, file, 0);
    if (codes > 0) app.print(codes);
    await app.launch();
    return app;
  }

  private print(codes: number): void {
    const sheet = join(this.data, "sheet.html");
    const { status, output } = this.command("codes", "-n", `${codes}`, "-o", sheet);
    if (status !== 0) throw new Error(output);
    this.codes = readFileSync(sheet, "utf8").match(/\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/g) ?? [];
  }

  private async launch(): Promise<void> {
    const talk = this.talk ? [this.talk] : ["--lang", "fr", "--minutes", "60"];
    if (this.codes.length > 0) talk.push("--codes", join(this.data, "sheet.codes"));
    const child = spawn(HEADLESS, ["serve", ...talk, "--json", "--host", "phone.lan", "--listen", `127.0.0.1:${this.port}`, "--data", this.data]);
    this.process = child;
    child.stderr.on("data", (text: Buffer) => (this.log += text.toString()));
    const line = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).once("line", resolve);
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`the program ended with ${code}: ${this.log}`)));
    });
    this.ready = JSON.parse(line) as Ready;
    this.port = Number(new URL(this.ready.join_url).port);
  }

  /** Kills it as a crash would, and starts it again on the same port and data. */
  async crashAndRestart(whileDown: () => Promise<void> = async () => undefined): Promise<void> {
    await this.kill();
    await whileDown();
    await this.launch();
  }

  async kill(): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.data, { recursive: true, force: true });
  }

  async get<Answer>(path: string): Promise<Answer> {
    const response = await fetch(`${this.ready.control_url}${path}`, { headers: { authorization: `Bearer ${this.ready.control_token}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  async post(path: string, body: unknown = {}): Promise<void> {
    const response = await fetch(`${this.ready.control_url}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.ready.control_token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }

  async file(path: string): Promise<Buffer> {
    const response = await fetch(`${this.ready.control_url}${path}`, { headers: { authorization: `Bearer ${this.ready.control_token}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }

  async slides(): Promise<Slide[]> {
    return (await this.get<{ slides: Slide[] }>("/stage/deck")).slides;
  }

  /** Goes to the slide that asks a poll; step 0 asks, 1 closes and reveals, 2 shows a quiz's right answer. */
  async ask(poll: string, step = 0): Promise<void> {
    const slide = (await this.slides()).findIndex((slide) => (slide.survey?.polls ?? [slide.poll]).some((asked) => asked?.id === poll));
    await this.post("/control/goto", { slide, step });
  }

  /** What a live stream of the presenter's says first. */
  firstView(path: string): Promise<Record<string, unknown>> {
    return firstView(this.ready.control_url, this.ready.control_token, path);
  }

  /** How many ballots the presenter sees for a poll: a summary tells of it only once the room has seen it. */
  async ballots(poll: string): Promise<number> {
    const view = (await this.firstView("/control/live")) as { polls: { id: string; ballots: number }[] };
    return view.polls.find(({ id }) => id === poll)?.ballots ?? 0;
  }

  /** The summary as of now. */
  async summary(): Promise<Summary> {
    return JSON.parse((await this.file("/control/sessions/current/summary.json")).toString()) as Summary;
  }

  /** Runs one of the program's commands. */
  command(...words: string[]): { status: number | null; output: string } {
    const done = spawnSync(HEADLESS, [...words], { encoding: "utf8", env: { ...process.env, LANG: "fr_FR.UTF-8", LC_ALL: "fr_FR.UTF-8" } });
    return { status: done.status, output: done.stdout + done.stderr };
  }

  /** The public address, for who knows no `phone.lan`. */
  get url(): string {
    return this.ready.join_url.replace("phone.lan", "127.0.0.1");
  }

  /** A simulated audience, until it is told to stop. */
  rehearse(phones: number, speed: number): ChildProcess {
    return spawn(HEADLESS, ["rehearse", this.url, "--key", this.ready.rehearsal_key, "-n", `${phones}`, "--speed", `${speed}`, "--seed", "7"], { stdio: "inherit" });
  }
}
