import { readFileSync } from "node:fs";
import type { App, Slide } from "./app";

const TALK = new URL("../../../src-tauri/talks/twitter.fr.md", import.meta.url);

/** For each option of the built-in talk that gives three points, and each end of a statement that does: the profile it gives them to. */
function leanings(): Map<string, string> {
  const found = new Map<string, string>();
  let poll = "";
  for (const line of readFileSync(TALK, "utf8").split("\n")) {
    poll = /^id: ([\w-]+)$/.exec(line)?.[1] ?? poll;
    const [, answer, scores] = /\{ id: ([\w-]+),.*scores: \{ ([^}]+) \}/.exec(line) ?? [];
    for (const [, profile, points] of scores?.matchAll(/([\w-]+): (-?3)/g) ?? []) found.set(`${poll} ${answer}${points === "-3" ? " low" : ""}`, profile!);
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

  /** Everyone answers all that a slide asks, each as their profile would; where a poll says nothing about profiles, all over the options. */
  async answer(slide: Slide): Promise<void> {
    for (const poll of slide.survey?.polls ?? (slide.poll ? [slide.poll] : [])) {
      for (const [person, token] of this.tokens.entries()) {
        const response = await fetch(`${this.url}/api/polls/${poll.id}/ballot`, {
          method: "PUT",
          headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
          body: JSON.stringify({ answer: this.said(poll, person), revision: 1 }),
        });
        if (!response.ok) throw new Error(`ballot for ${poll.id}: ${response.status} ${await response.text()}`);
      }
    }
  }

  private said(poll: NonNullable<Slide["poll"]>, person: number): object {
    switch (poll.question.kind) {
      case "scale":
        return { kind: "scale", values: Object.fromEntries(poll.question.statements!.map(({ id }) => [id, this.value(poll.id, id, person)])) };
      case "tweet":
        return { kind: "tweet", text: `La G4 pèse 98 g et sort lundi. Merci Lina\u00a0! (${person}) #gourde` };
      case "multiple":
        return { kind: "choices", choices: [this.choice(poll, person)] };
      default:
        return { kind: "choice", choice: this.choice(poll, person) };
    }
  }

  /** One of five values: an end where it is the person's own, else one in the middle. */
  private value(poll: string, statement: string, person: number): number {
    const profile = ROOM[person % ROOM.length]!;
    if (this.leaning.get(`${poll} ${statement}`) === profile) return 5;
    return this.leaning.get(`${poll} ${statement} low`) === profile ? 1 : 2 + ((person + statement.length) % 3);
  }

  private choice({ id, question: { options } }: NonNullable<Slide["poll"]>, person: number): string {
    // Asked again at the end, some have been won over.
    const isConverted = id.endsWith("-apres") && person % 4 === 0;
    const profile = isConverted ? (["enthousiaste", "curieux", "bon-eleve"] as const)[person % 3]! : ROOM[person % ROOM.length]!;
    // A débordé has something else behind: now and then the answer of another profile.
    const shown = profile === "deborde" && !isConverted && (person + id.length) % 3 === 0 ? ["curieux", "anxieux", "categorique", "allergique"][person % 4]! : profile;
    const asked = id.replace(/-(apres|alors)$/, "");
    const own = options.find((option) => option.id === shown || this.leaning.get(`${asked} ${option.id}`) === shown);
    return (own ?? options[(person * 2 + Math.floor(person / 4) + id.length) % options.length]!).id;
  }
}
