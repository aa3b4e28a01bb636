import type { Page } from "@playwright/test";
import type { App } from "../support/app";
import { Canary, Crowd, each, look, payloads, type Seen } from "../support/hostile";
import { type Room, expect, test } from "../support/test";

const TALK = new URL("../../fixtures/hostile/talk.fr.md", import.meta.url);

// Pictures of every step would be pictures of a thousand texts.
test.use({ talkFile: TALK.pathname, trace: { mode: "retain-on-failure", screenshots: false, snapshots: false } });

interface Item {
  id: number | null;
  key: string | null;
  spans: { text: string }[];
}

interface ConsolePoll {
  id: string;
  queue: { waiting: Item[]; waiting_count: number } | null;
}

/**
 * Whether each text goes through every field. The standard run sends each through one of them in turn, `cargo xtask prove`
 * all through all.
 */
const IS_THOROUGH = process.env["GAZOUILLIS_THOROUGH"] === "1";
/** For the thorough run, of which the longest test takes some five minutes on two cores. */
const HOUR = 3_600_000;
/** Among so many fields the texts are shared out in the standard run. */
const SHARES = 3;
/** A session takes 500 polls. */
const IN_A_SESSION = 480;

/** For each field that people type into: what is sent, and the most characters that it takes. */
const FIELDS: Record<string, { answer: (text: string) => string; most: number }> = {
  textes: { answer: (text) => `{"kind":"text","text":${text}}`, most: 500 },
  tweets: { answer: (text) => `{"kind":"tweet","text":${text}}`, most: 500 },
  mots: { answer: (text) => `{"kind":"words","words":[${text}]}`, most: 30 },
  autre: { answer: (text) => `{"kind":"choices","choices":["oui"],"other":${text}}`, most: 80 },
  nombre: { answer: (text) => `{"kind":"number","value":${text}}`, most: 0 },
};
/** So many words of people's own are shown at a time: of more some would only be counted. */
const FEW = 3;
/** Those that stand on the stage as they were typed. */
const LONG_TEXTS = new Set(["textes", "tweets"]);

/** What stands on the stage of a text: all of it, but for the scheme of an address in a tweet. */
const onStage = (poll: string, text: string) => (poll === "tweets" ? text.replace(/https?:\/\//g, "") : text);
const graphemes = new Intl.Segmenter("fr", { granularity: "grapheme" });
const cut = (text: string, most: number) => Array.from(graphemes.segment(text), ({ segment }) => segment).slice(0, most).join("");

/** Nothing that a text can do is done on any of the pages. */
async function allIsWell(pages: Page[], what: string): Promise<Seen> {
  const [stage, ...others] = await Promise.all(pages.map(look));
  for (const [index, { wrong }] of [stage!, ...others].entries()) expect(wrong, `${["stage", "console", "phone"][index]}: ${what}`).toEqual([]);
  return stage!;
}

/** Everything that waits is shown in turn, as much at a time as the stage has room for. How many texts were seen on it. */
async function showAll(app: App, poll: string, pages: Page[]): Promise<Set<string>> {
  const seen = new Set<string>();
  const said = (item: Item) => onStage(poll, item.spans.map(({ text }) => text).join(""));
  const decide = (items: Item[], verdict: "shown" | "hidden") =>
    app.post(`/control/polls/${poll}/moderate`, {
      act: "decide",
      verdict,
      texts: items.flatMap(({ id }) => id ?? []),
      words: items.flatMap(({ key }) => key ?? []),
    });
  const plain = (text: string) => text.replace(/[\s«»]+/g, "");
  /** Words of one's own stand in one line under the options: the newest always, and of the others what there is room for. */
  const showOwn = async (left: Item[]) => {
    const [now, rest] = [left.slice(0, FEW), left.slice(FEW)];
    await decide(rest, "hidden");
    await decide(now, "shown");
    const wanted = now.map((item) => plain(said(item)));
    let own = "";
    const shows = async () => {
      own = (await look(pages[0]!)).own;
      return wanted.some((text) => plain(own).includes(text));
    };
    await expect.poll(shows, { message: `${poll} come on the stage: ${wanted.join(" ")}`, intervals: [15, 30, 60, 100] }).toBe(true);
    await allIsWell(pages, `${poll}: ${own}`);
    await decide(now, "hidden");
    return rest;
  };
  for (;;) {
    const view = (await app.firstView("/control/live")) as unknown as { polls: ConsolePoll[] };
    const queue = view.polls.find(({ id }) => id === poll)?.queue;
    let left = queue?.waiting ?? [];
    if (left.length === 0) return seen;
    await decide(left, "shown");
    while (left.length > 0) {
      if (poll === "autre") {
        left = await showOwn(left);
        continue;
      }
      const wanted = new Set(left.map(said));
      let drawn: string[] = [];
      const shows = async () => {
        const { texts, isMore } = await allIsWell(pages.slice(0, 1), poll);
        drawn = texts.map((text) => onStage(poll, text));
        if (drawn.length > 0) return drawn.filter((text) => !wanted.has(text));
        return isMore && poll === "mots" ? [] : ["nothing"];
      };
      const message = `${poll} come on the stage, and no others`;
      await expect.poll(shows, { message, intervals: [15, 30, 60, 100] }).toEqual([]);
      await allIsWell(pages, `${poll}: ${JSON.stringify(drawn)}`);
      for (const text of drawn) seen.add(text);
      // A word that is wider than the slide is only counted.
      const done = drawn.length > 0 ? left.filter((item) => drawn.includes(said(item))) : left;
      left = left.filter((item) => !done.includes(item));
      await decide(done, "hidden");
    }
  }
}

/** The three pages, from before anything is typed on. */
async function watched({ stage, console, phone }: Pick<Room, "stage" | "console" | "phone">): Promise<Page[]> {
  const pages = [await stage({ reducedMotion: "reduce" }), await console({ reducedMotion: "reduce" }), await phone({ viewport: { width: 320, height: 640 } })];
  await Promise.all(pages.map(look));
  return pages;
}

test("whatever people type is text on every page: nothing runs, nothing is asked for, nothing leaves its place", async ({ room }) => {
  test.setTimeout(IS_THOROUGH ? HOUR : 240_000);
  const { app } = room;
  const canary = await Canary.start();
  const { texts, raw } = payloads(canary.address);
  expect(texts.length + raw.length).toBeGreaterThanOrEqual(1_000);
  const pages = await watched(room);
  const crowd = await Crowd.join(app, texts.length + raw.length);

  for (const [field, [poll, { answer, most }]] of Object.entries(FIELDS).entries()) {
    await app.ask(poll);
    const tell = async (person: number, text: string, json: string) => {
      const { status, words } = await crowd.send(person, poll, answer(json));
      if (status === 200) return true;
      expect([400, 413, 422], `${poll} takes or refuses ${text}`).toContain(status);
      expect(words.length, `${poll} refuses in words: ${text}`).toBeGreaterThan(10);
      return false;
    };
    const mine = texts.filter((_, index) => IS_THOROUGH || index % SHARES === field % SHARES);
    await each(mine, 32, async (text, person) => {
      // What is too long is refused, and sent again as long as may be.
      if (!(await tell(person, text, JSON.stringify(text))) && most > 0) await tell(person, text, JSON.stringify(cut(text, most)));
    });
    await each(raw, 8, async (json, index) => void (await tell(texts.length + index, json, json)));
    // Until the close these grow by five answers at a time, and the last of them would not be there.
    if (poll === "mots" || poll === "autre") await app.ask(poll, 1);
    const seen = await showAll(app, poll, pages);
    if (!LONG_TEXTS.has(poll)) continue;
    // What has nothing in it to be cleaned stands there letter by letter.
    const plain = mine.filter((text) => /^[!-~]+( [!-~]+)*$/.test(text) && text.length <= most);
    expect(plain.length).toBeGreaterThan(mine.length / 3);
    expect(plain.filter((text) => !seen.has(onStage(poll, text))), `${poll} that were never seen`).toEqual([]);
    const unseen = /[\p{Cc}\p{Co}\u00ad\u061c\u200b-\u200c\u200e-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;
    expect([...seen].filter((text) => unseen.test(text.replaceAll("\n", ""))), `${poll} with something unseen in them`).toEqual([]);
  }
  expect(canary.asked, "nobody asked for anything in a text").toBe(0);
  canary.close();
});

test("nor is a question that the presenter types anything but text", async ({ room }) => {
  test.setTimeout(IS_THOROUGH ? HOUR : 240_000);
  const { app } = room;
  const canary = await Canary.start();
  const { texts } = payloads(canary.address);
  const pages = await watched(room);
  const templates = ["yes_no", "open", "words", "one_to_five", "letters"];
  const mine = texts.filter((_, index) => IS_THOROUGH || index % 9 === 0);
  for (const [index, ask] of mine.entries()) {
    const number = (index % IN_A_SESSION) + 1;
    if (index > 0 && number === 1) {
      await app.post("/control/session/finish");
      await app.post("/control/session/new");
    }
    await app.post("/control/improvise", { template: templates[index % templates.length], ask });
    await expect.poll(async () => (await look(pages[0]!)).over, { intervals: [10, 20, 40, 80] }).toBe(`improvise-${number}`);
    const asks = async (page: Page) => (await look(page)).title.replace(/\s+/g, " ");
    await expect.poll(() => asks(pages[2]!), { message: `the phone asks it, too: ${ask}`, intervals: [10, 20, 40, 80] }).toBe(await asks(pages[0]!));
    await allIsWell(pages, `asked: ${ask}`);
  }
  expect(canary.asked, "nobody asked for anything in a question").toBe(0);
  canary.close();
});

test("nor is a question to the speaker", async ({ room }) => {
  test.setTimeout(IS_THOROUGH ? HOUR : 240_000);
  const { app } = room;
  const canary = await Canary.start();
  const { texts } = payloads(canary.address);
  const mine = texts.filter((_, index) => IS_THOROUGH || index % SHARES === 1);
  const crowd = await Crowd.join(app, mine.length);
  const pages = await watched(room);
  await app.post("/control/goto", { slide: (await app.slides()).findIndex(({ layout }) => layout === "qa"), step: 0 });
  await each(mine, 32, async (text, person) => {
    const { status, words } = await crowd.question(person, JSON.stringify(text));
    expect([201, 413, 422], `taken or refused: ${text}`).toContain(status);
    if (status !== 201) expect(words.length, `refused in words: ${text}`).toBeGreaterThan(10);
  });
  expect(crowd.answers.get(201), "most are questions as they stand").toBeGreaterThan(mine.length / 2);
  const rule = (questions: number[], ruling: string) => app.post(`/control/questions/${ruling}`, { questions, on: true });
  for (;;) {
    const { channels } = (await app.firstView("/control/live")) as unknown as { channels: { qa: { waiting: { id: number; spans: { text: string }[] }[] } } };
    // So many that the stage has room for all of them, however long they are.
    const now = channels.qa.waiting.slice(0, FEW);
    if (now.length === 0) break;
    await rule(now.map(({ id }) => id), "approve");
    const wanted = now.map(({ spans }) => spans.map(({ text }) => text).join("")).sort();
    const shows = async () => (await look(pages[0]!)).texts.slice().sort();
    await expect.poll(shows, { message: "these questions stand on the stage, and no others", intervals: [15, 30, 60, 100] }).toEqual(wanted);
    await allIsWell(pages, `questions: ${JSON.stringify(wanted)}`);
    await rule(now.map(({ id }) => id), "hide");
  }
  expect(canary.asked, "nobody asked for anything in a question").toBe(0);
  canary.close();
});
