import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import type { Page } from "@playwright/test";
import type { App } from "./app";

const FIXTURES = new URL("../../fixtures/hostile/", import.meta.url);

type Seed = string | { text: string; times: number };

interface Written {
  families: { name: string; wraps: string[]; seeds: Seed[] }[];
  raw: string[];
}

/** Everything that is typed, as JSON: what no JSON can say is sent all the same. */
export function payloads(canary: string): { texts: string[]; raw: string[] } {
  const { families, raw } = JSON.parse(readFileSync(new URL("payloads.json", FIXTURES), "utf8")) as Written;
  const seed = (one: Seed) => (typeof one === "string" ? one : one.text.repeat(one.times));
  const texts = families.flatMap(({ wraps, seeds }) => wraps.flatMap((wrap) => seeds.map((one) => wrap.replaceAll("¤", () => seed(one)))));
  return { texts: texts.map((text) => text.replaceAll("CANARY", canary)), raw };
}

/** A server that nobody may ask; it counts who does. */
export class Canary {
  asked = 0;
  private readonly server = createServer((socket) => {
    this.asked++;
    socket.destroy();
  });

  static async start(): Promise<Canary> {
    const canary = new Canary();
    canary.server.listen(0, "127.0.0.1");
    await once(canary.server, "listening");
    return canary;
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }
}

/** What `look.js` sees. */
export interface Seen {
  over: string | null;
  title: string;
  texts: string[];
  own: string;
  isMore: boolean;
  wrong: string[];
}

const LOOK = readFileSync(new URL("look.js", FIXTURES), "utf8");

/** What a page shows of what was typed, and all that is wrong with it. */
export const look = (page: Page) => page.evaluate<Seen>(LOOK);

/** Does something for each, so many at a time. */
export async function each<Item>(items: Item[], atOnce: number, act: (item: Item, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      await act(items[index]!, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** People who send whatever they like, without a page that would keep them from it. */
export class Crowd {
  /** How often each status was the answer. */
  readonly answers = new Map<number, number>();

  private constructor(
    private readonly url: string,
    private readonly tokens: string[],
  ) {}

  static async join(app: App, people: number): Promise<Crowd> {
    const url = app.url.replace(/\/$/, "");
    const tokens: string[] = [];
    await each(Array.from({ length: people }), 32, async () => {
      const response = await fetch(`${url}/api/participants`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
      if (response.status !== 201) throw new Error(`join: ${response.status} ${await response.text()}`);
      tokens.push(((await response.json()) as { token: string }).token);
    });
    return new Crowd(url, tokens);
  }

  /** One answers; `answer` is JSON as it goes over the wire. The answer's status, and its words when it is a refusal. */
  async send(person: number, poll: string, answer: string): Promise<{ status: number; words: string }> {
    return this.ask(person, "PUT", `/api/polls/${poll}/ballot`, `{"answer":${answer},"revision":1}`);
  }

  /** One asks the speaker; `text` is JSON. */
  question(person: number, text: string): Promise<{ status: number; words: string }> {
    return this.ask(person, "POST", "/api/questions", `{"text":${text}}`);
  }

  private async ask(person: number, method: string, path: string, body: string): Promise<{ status: number; words: string }> {
    const headers = { authorization: `Bearer ${this.tokens[person]!}`, "content-type": "application/json" };
    const send = () => fetch(`${this.url}${path}`, { method, headers, body });
    // A connection that nobody used for minutes may be closed just then; said twice, it is said once.
    const response = await send().catch(send);
    this.answers.set(response.status, (this.answers.get(response.status) ?? 0) + 1);
    const said = (await response.json()) as { message?: string };
    return { status: response.status, words: said.message ?? "" };
  }
}
