import { readFileSync } from "node:fs";
import type { App, Slide } from "./app";

const TALK = new URL("../../../src-tauri/talks/twitter.fr.md", import.meta.url);

/** For each option of the built-in talk that gives three points: the profile it gives them to. */
function leanings(): Map<string, string> {
  const found = new Map<string, string>();
  let poll = "";
  for (const line of readFileSync(TALK, "utf8").split("\n")) {
    poll = /^id: ([\w-]+)$/.exec(line)?.[1] ?? poll;
    const [, option, profile] = /\{ id: ([\w-]+),.*scores: \{ ([\w-]+): 3/.exec(line) ?? [];
    if (option && profile) found.set(`${poll} ${option}`, profile);
  }
  return found;
}

/** One in three is a débordé, so that there is somebody behind the masks. */
const ROOM = ["deborde", "curieux", "bon-eleve", "deborde", "anxieux", "enthousiaste", "deborde", "categorique", "allergique"];

/** People who answer at once, without a browser, over the same requests as phones: they fill a room in no time. */
export class Audience {
  private readonly leaning = leanings();
  private constructor(
    private readonly url: string,
    private readonly tokens: string[],
  ) {}

  static async join(app: App, people: number): Promise<Audience> {
    const url = app.ready.join_url.replace("phone.lan", "127.0.0.1").replace(/\/$/, "");
    const tokens: string[] = [];
    for (let person = 0; person < people; person++) {
      const response = await fetch(`${url}/api/participants`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
      if (response.status !== 201) throw new Error(`join: ${response.status} ${await response.text()}`);
      tokens.push(((await response.json()) as { token: string }).token);
    }
    return new Audience(url, tokens);
  }

  /** Everyone's page stays connected, as a page in a hand does, so that the room counts them as here. */
  async stay(): Promise<void> {
    const follow = (token: string) => fetch(`${this.url}/api/live`, { headers: { authorization: `Bearer ${token}` } });
    const streams = await Promise.all(this.tokens.map(follow));
    if (!streams.every((stream) => stream.ok)) throw new Error("a phone may not follow");
  }

  /** Everyone answers, each as their profile would; where a poll says nothing about profiles, all over the options. */
  async answer(poll: NonNullable<Slide["poll"]>): Promise<void> {
    for (const [person, token] of this.tokens.entries()) {
      const option = this.choice(poll, person);
      const response = await fetch(`${this.url}/api/polls/${poll.id}/ballot`, {
        method: "PUT",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ answer: poll.question.kind === "multiple" ? { kind: "choices", choices: [option] } : { kind: "choice", choice: option }, revision: 1 }),
      });
      if (!response.ok) throw new Error(`ballot for ${poll.id}: ${response.status} ${await response.text()}`);
    }
  }

  private choice({ id, question: { options } }: NonNullable<Slide["poll"]>, person: number): string {
    // Asked again at the end, some have been won over.
    const isConverted = id.endsWith("-apres") && person % 4 === 0;
    const profile = isConverted ? (["enthousiaste", "curieux", "bon-eleve"] as const)[person % 3]! : ROOM[person % ROOM.length]!;
    // A débordé has something else behind: now and then the answer of another profile.
    const shown = profile === "deborde" && !isConverted && (person + id.length) % 3 === 0 ? ["curieux", "anxieux", "categorique", "allergique"][person % 4]! : profile;
    const asked = id.replace(/-apres$/, "");
    const own = options.find((option) => option.id === shown || this.leaning.get(`${asked} ${option.id}`) === shown);
    return (own ?? options[(person * 2 + Math.floor(person / 4) + id.length) % options.length]!).id;
  }
}
