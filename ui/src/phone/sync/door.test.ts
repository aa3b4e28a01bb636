import { beforeEach, describe, expect, it } from "vitest";
import type { Answer, Joined } from "../../protocol/generated";
import { courier, type Courier } from "./courier";
import { plainCode } from "../later/code";
import { Notebook, type Shelf } from "./notebook";
import { FakeServer, FakeTime, settle } from "./testing";

const yes: Answer = { kind: "choice", choice: "yes" };

let server: FakeServer;
let time: FakeTime;
let shelf: Map<string, string>;
let tokens: number;
let notebook: Notebook;
let phone: Courier;
let welcomed: [joined: Joined, token: string][];
let turns: number;
let random: number;

const sharedShelf = (): Shelf => ({ getItem: (key) => shelf.get(key) ?? null, setItem: (key, value) => void shelf.set(key, value) });

/** A page is opened: what was in memory is gone, what is on the shelf stays. */
function open(): Courier {
  notebook = new Notebook(sharedShelf, () => `${++tokens}`.padStart(32, "0"));
  return courier(notebook, { fetch: server.fetch, random: () => random, ...time.world }, listener);
}

const listener = { changed() {}, told() {}, joined: (...welcome: [Joined, string]) => void welcomed.push(welcome), turned: () => void turns++ };
const token = (n: number) => `${n}`.padStart(32, "0");
const ballot = (poll = "p") => notebook.page?.ballots[poll];

beforeEach(async () => {
  server = new FakeServer();
  time = new FakeTime();
  shelf = new Map();
  tokens = turns = random = 0;
  welcomed = [];
  phone = open();
  phone.start();
  await settle();
});

describe("a phone that comes back to another session", () => {
  it("turns to a new page under a new token, and joins without naming a session", async () => {
    phone.vote("p", yes);
    await settle();
    server.session = "s2";
    server.joins = [];
    phone = open();
    phone.start();
    await settle();
    expect(server.joins).toEqual([{ token: token(1), session: "s1" }, { token: token(2) }]);
    expect(notebook.page).toEqual({ session: "s2", token: token(2), ballots: {} });
    expect(turns, "what was shown is another session's").toBe(1);
  });

  it("does not ask in circles when a new token is called another session's, too", async () => {
    server.refuseJoins = "other_session";
    shelf.clear();
    server.joins = [];
    phone = open();
    phone.start();
    await settle();
    expect(server.joins).toHaveLength(1);
    expect(time.delays()).toEqual([400]);
  });
});

describe("a finished session", () => {
  it("is not joined by a phone that comes too late, which looks now and then whether another has begun", async () => {
    server.over = true;
    server.people.clear();
    shelf.clear();
    phone = open();
    phone.start();
    await settle();
    expect([phone.door, server.people.size]).toEqual(["session_finished", 0]);
    expect(time.delays()).toEqual([10_000]);
    server.over = false;
    server.session = "s2";
    await time.next();
    expect([phone.door, server.people.size]).toEqual([null, 1]);
  });

  it("tells what was still waiting that it came too late", async () => {
    server.down = true;
    phone.vote("p", yes);
    await settle();
    server.down = false;
    server.over = true;
    server.people.clear();
    phone = open();
    phone.start();
    await settle();
    expect(ballot()).toMatchObject({ pending: null, verdict: "late" });
  });
});

describe("the door", () => {
  const comes = async () => {
    shelf.clear();
    server.joins = [];
    phone = open();
    phone.start();
    await settle();
  };

  it("opens with the public view in hand: nothing is asked before the question shows", async () => {
    expect(server.joins).toEqual([{ token: token(1) }]);
    expect(welcomed).toEqual([[{ token: token(1), session: "s1", view: expect.objectContaining({ session: "s1" }) as unknown, kinds: ["single"] }, token(1)]]);
  });

  it("that is closed is asked about when the server said, no sooner even when the phone wakes, and soon seen open", async () => {
    server.door = { code: "door_closed", retryAfter: 5 };
    await comes();
    expect(phone.door).toBe("door_closed");
    for (let knock = 0; knock < 6; knock++) {
      expect(time.delays(), "patience does not grow: the door may open any moment").toEqual([5_000]);
      phone.wake();
      await settle();
      expect(server.joins).toHaveLength(knock + 1);
      await time.next();
    }
    server.door = null;
    await time.next();
    expect([phone.door, phone.troubled, server.people.size]).toEqual([null, false, 2]);
    expect(new Set(server.joins.map((join) => join.token)).size, "one phone, one token").toBe(1);
  });

  it("is not knocked at in step by a whole room", async () => {
    server.door = { code: "waiting_at_the_door", retryAfter: 2 };
    random = 1;
    await comes();
    expect(time.delays()).toEqual([3_000]);
  });

  it("that stays shut for this phone is asked about seldom", async () => {
    server.door = { code: "not_let_in" };
    await comes();
    expect(phone.door).toBe("not_let_in");
    expect(time.delays()).toEqual([10_000]);
  });

  it("that wants a code opens with one, and a wrong one is sent once", async () => {
    server.door = { code: "code_needed" };
    server.codes.add("ABCD");
    await comes();
    server.door = { code: "code_unknown" };
    phone.knock("WRONG");
    await settle();
    expect([phone.door, phone.knocking]).toEqual(["code_unknown", false]);
    server.door = { code: "code_needed" };
    await time.next();
    expect(server.joins.at(-1), "the wrong code is not tried again").not.toHaveProperty("code");
    expect(phone.door, "what was wrong stays said").toBe("code_unknown");
    phone.knock("ABCD");
    await settle();
    expect([phone.door, server.people.size]).toEqual([null, 2]);
  });

  it("takes a code typed while the network was away once it is back", async () => {
    server.door = { code: "code_needed" };
    server.codes.add("ABCD");
    await comes();
    server.down = true;
    phone.knock("ABCD");
    await settle();
    expect(phone.knocking).toBe(true);
    server.down = false;
    await time.next();
    expect(phone.door).toBeNull();
  });

  it("429: waits as long as asked before joining again", async () => {
    server.refuseJoins = "too_many_requests";
    await comes();
    expect(phone.door).toBeNull();
    expect(time.delays()).toEqual([2_000]);
    phone.wake();
    await settle();
    expect(server.joins).toHaveLength(1);
  });
});

describe("a live view that does not know the phone", () => {
  it("leads to a join at once, and to growing patience while joining does not mend it", async () => {
    server.joins = [];
    const waits = [];
    for (let time_ = 0; time_ < 4; time_++) {
      phone.forgotten();
      waits.push(...time.delays());
      await time.next();
    }
    expect(waits).toEqual([0, 1_000, 2_000, 4_000]);
    expect(server.joins).toHaveLength(4);
    phone.recognised();
    phone.forgotten();
    expect(time.delays()).toEqual([0]);
  });
});

it("a code is understood however it is typed", () => {
  expect(["abcd", " AB-CD ", "ab cd", "A B‑C–D", "a.b.c.d"].map(plainCode)).toEqual(Array(5).fill("ABCD"));
});
