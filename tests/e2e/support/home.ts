import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { HEADLESS, firstView } from "./app";

/** The program at home, with a data folder and a folder for talks of its own. */
export class HomeApp {
  private process?: ChildProcess;
  readonly folder = mkdtempSync(join(tmpdir(), "gazouillis-home-"));
  readonly talks = join(this.folder, "talks");
  url = "";

  static async start(): Promise<HomeApp> {
    const app = new HomeApp();
    await app.launch();
    return app;
  }

  async launch(): Promise<void> {
    const anywhere = ["--home", "127.0.0.1:0", "--control", "127.0.0.1:0", "--listen", "127.0.0.1:0"];
    const child = spawn(HEADLESS, ["home", "--json", "--data", join(this.folder, "data"), "--talks", this.talks, ...anywhere], { env: { ...process.env, LANG: "fr_FR.UTF-8", LC_ALL: "fr_FR.UTF-8" } });
    this.process = child;
    let log = "";
    child.stderr.on("data", (text: Buffer) => (log += text.toString()));
    const line = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).once("line", resolve);
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`the program ended with ${code}: ${log}`)));
    });
    this.url = (JSON.parse(line) as { home_url: string }).home_url;
  }

  /** Where phones join what a console presents. */
  async joinUrl(consoleUrl: string): Promise<string> {
    const { origin, hash } = new URL(consoleUrl);
    const view = (await firstView(origin, hash.slice(1), "/stage/live")) as { join: { url: string } };
    return view.join.url;
  }

  /** As a crash would. */
  async kill(): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
