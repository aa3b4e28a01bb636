import { beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../protocol/generated";
import { answerOf } from "./ballot";
import { courier, type Courier } from "./courier";
import { Notebook, type Shelf } from "./notebook";
import { FakeServer, FakeTime, settle } from "./testing";

const yes: Answer = { kind: "choice", choice: "yes" };
const no: Answer = { kind: "choice", choice: "no" };

let server: FakeServer;
let time: FakeTime;
let shelf: Map<string, string>;
let tokens: number;
let notebook: Notebook;
let phone: Courier;

const sharedShelf = (): Shelf => ({ getItem: (key) => shelf.get(key) ?? null, setItem: (key, value) => void shelf.set(key, value) });

/** A page is opened: what was in memory is gone, what is on the shelf stays. */
function open(): Courier {
  notebook = new Notebook(sharedShelf, () => `${++tokens}`.padStart(32, "0"));
  return courier(notebook, { fetch: server.fetch, random: () => 0, ...time.world }, listener);
}

const listener = { changed() {}, told() {}, joined() {}, turned() {} };
const token = (n: number) => `${n}`.padStart(32, "0");
const ballot = (poll = "p") => notebook.page?.ballots[poll];

beforeEach(async () => {
  server = new FakeServer();
  time = new FakeTime();
  shelf = new Map();
  tokens = 0;
  phone = open();
  phone.start();
  await settle();
});

describe("a vote", () => {
  it("is sent at once and keeps its receipt", async () => {
    phone.vote("p", yes);
    expect(answerOf(ballot()), "shown before the server answers").toEqual(yes);
    await settle();
    expect(ballot()).toMatchObject({ pending: null, counted: { answer: yes, revision: 1, seq: 1 } });
  });

  it("takes the next revision when it changes, and none when it does not", async () => {
    phone.vote("p", yes);
    await settle();
    phone.vote("p", no);
    phone.vote("p", no);
    await settle();
    expect(server.ballots.get("p")).toMatchObject({ answer: no, revision: 2 });
  });

  it("made while an older one is on its way overtakes it, whatever arrives first", async () => {
    server.hold();
    phone.vote("p", yes);
    await settle();
    phone.vote("p", no);
    await settle();
    server.release("last first");
    await settle();
    expect(server.ballots.get("p")).toMatchObject({ answer: no, revision: 2 });
    expect(ballot()).toMatchObject({ pending: null, counted: { answer: no, revision: 2 } });
  });

  it("waits for the join when the phone has not joined yet", async () => {
    server.down = true;
    phone.enter("s2");
    phone.vote("p", yes);
    await settle();
    expect(server.ballots.size).toBe(0);
    server.down = false;
    server.session = "s2";
    phone.wake();
    await settle();
    expect(server.ballots.get("p")).toMatchObject({ answer: yes });
  });
});

describe("a lost network", () => {
  it("is tried again with growing patience until the answer is in", async () => {
    server.down = true;
    phone.vote("p", yes);
    await settle();
    expect(phone.troubled).toBe(true);
    expect(time.delays()).toEqual([400]);
    await time.next();
    expect(time.delays()).toEqual([1_000]);
    await time.next();
    await time.next();
    await time.next();
    await time.next();
    expect(time.delays(), "grows no further").toEqual([8_000]);
    server.down = false;
    await time.next();
    expect(phone.troubled).toBe(false);
    expect(ballot()).toMatchObject({ pending: null, counted: { revision: 1 } });
  });

  it("is tried at once when the phone wakes", async () => {
    server.down = true;
    phone.vote("p", yes);
    await settle();
    server.down = false;
    phone.wake();
    await settle();
    expect(ballot()?.counted).toMatchObject({ answer: yes });
    expect(time.delays()).toEqual([]);
  });

  it("that swallows the acknowledgement leads to one ballot, not two", async () => {
    server.swallow = 1;
    phone.vote("p", yes);
    await settle();
    expect(ballot()?.counted).toBeNull();
    await time.next();
    expect(ballot()?.counted).toMatchObject({ revision: 1, seq: 1 });
    expect(server.taken).toBe(1);
  });

  it("that never answers is given up after a while", async () => {
    server.hold();
    phone.vote("p", yes);
    await settle();
    expect(time.delays()).toEqual([8_000]);
    server.held = null;
    await time.next();
    expect(phone.troubled).toBe(true);
    await time.next();
    expect(ballot()?.counted).toMatchObject({ revision: 1 });
  });

  it("sends only the newest of the answers made meanwhile", async () => {
    server.down = true;
    phone.vote("p", yes);
    phone.vote("p", no);
    phone.vote("p", yes);
    await settle();
    server.down = false;
    phone.wake();
    await settle();
    expect(server.ballots.get("p")).toMatchObject({ answer: yes, revision: 3 });
    expect(server.taken).toBe(1);
  });
});

describe("a reload", () => {
  it("in the middle of sending resends the same revision", async () => {
    server.swallow = 1;
    phone.vote("p", yes);
    await settle();
    phone = open();
    phone.start();
    await settle();
    expect(ballot()).toMatchObject({ pending: null, counted: { revision: 1, seq: 1 } });
    expect(server.taken).toBe(1);
    expect(tokens, "same phone, same token").toBe(1);
  });

  it("goes on counting revisions where it was", async () => {
    phone.vote("p", yes);
    await settle();
    phone = open();
    phone.start();
    phone.vote("p", no);
    await settle();
    expect(server.ballots.get("p")).toMatchObject({ answer: no, revision: 2 });
  });
});

describe("what the server may say", () => {
  it("503: waits at least as long as asked, even when woken", async () => {
    server.refuse(503, "disk_full", 5);
    phone.vote("p", yes);
    await settle();
    expect(time.delays()).toEqual([5_000]);
    phone.wake();
    await settle();
    expect(server.ballots.size).toBe(0);
    await time.next();
    expect(ballot()?.counted).toMatchObject({ revision: 1 });
  });

  it("409: the truth is asked for and shown", async () => {
    server.ballots.set("p", { answer: no, revision: 7, seq: 40 });
    phone.vote("p", yes);
    await settle();
    expect(ballot()).toMatchObject({ revision: 7, pending: null, verdict: null, counted: { answer: no, seq: 40 } });
    phone.vote("p", yes);
    await settle();
    expect(server.ballots.get("p")).toMatchObject({ answer: yes, revision: 8 });
  });

  it("410 with nothing counted: says so", async () => {
    server.closed = true;
    phone.vote("p", yes);
    await settle();
    expect(ballot()).toMatchObject({ pending: null, counted: null, verdict: "late" });
    expect(answerOf(ballot())).toBeNull();
  });

  it("410 with an earlier answer: that one stands", async () => {
    phone.vote("p", yes);
    await settle();
    server.closed = true;
    phone.vote("p", no);
    await settle();
    expect(ballot()).toMatchObject({ pending: null, verdict: "late" });
    expect(answerOf(ballot())).toEqual(yes);
  });

  it("410 after an acknowledgement was lost: the server's account wins", async () => {
    server.swallow = 1;
    phone.vote("p", yes);
    await settle();
    server.closed = true;
    phone.vote("p", no);
    await settle();
    expect(answerOf(ballot()), "the first was taken, though its receipt was lost").toEqual(yes);
  });

  it("401: joins again with the same token and resends", async () => {
    server.people.clear();
    phone.vote("p", yes);
    await settle();
    await time.next();
    expect([...server.people]).toEqual(["1".padStart(32, "0")]);
    expect(ballot()?.counted).toMatchObject({ revision: 1 });
  });

  it("401 for ever: does not turn in circles without pause", async () => {
    server.amnesia = true;
    server.people.clear();
    phone.vote("p", yes);
    await settle();
    await time.next();
    expect(time.delays()[0]).toBeGreaterThan(0);
    expect(ballot()?.pending).toEqual(yes);
  });

  it("422: gives up on that answer and lets the person choose anew", async () => {
    server.refuse(422, "malformed");
    phone.vote("p", yes);
    await settle();
    expect(ballot()).toMatchObject({ pending: null, verdict: "refused" });
    phone.vote("p", no);
    await settle();
    expect(ballot()).toMatchObject({ verdict: null, counted: { answer: no, revision: 2 } });
  });
});

describe("a new session", () => {
  it("forgets the old ballots and joins under a new token", async () => {
    phone.vote("p", yes);
    await settle();
    server.session = "s2";
    server.people.clear();
    phone.enter("s2");
    await settle();
    expect(notebook.page).toEqual({ session: "s2", token: token(2), ballots: {} });
    expect([...server.people]).toEqual([token(2)]);
  });

  it("gets nothing that was still on its way to the old one", async () => {
    server.hold();
    phone.vote("p", yes);
    await settle();
    phone.enter("s2");
    server.release();
    await settle();
    expect(notebook.page?.ballots).toEqual({});
  });
});

describe("two tabs of one phone", () => {
  it("agree on revisions and on what counts", async () => {
    const first = phone;
    const second = open();
    second.start();
    first.vote("p", yes);
    await settle();
    second.vote("p", no);
    await settle();
    first.vote("p", yes);
    await settle();
    expect(server.ballots.get("p")).toMatchObject({ answer: yes, revision: 3 });
    expect(server.people.size).toBe(1);
  });
});

describe("a browser without storage", () => {
  it("votes all the same, as long as the tab lasts", async () => {
    notebook = new Notebook(
      () => {
        throw new Error("denied");
      },
      () => "f".repeat(32),
    );
    phone = courier(notebook, { fetch: server.fetch, random: () => 0, ...time.world }, listener);
    phone.start();
    await settle();
    phone.vote("p", yes);
    await settle();
    expect(ballot()?.counted).toMatchObject({ answer: yes });
  });
});
