// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { calm, pass, Streams } from "../testing/streams";
import { follow, type LiveOptions } from "./live";

let server: Streams;
let stop: () => void = () => {};
const said: unknown[] = [];
const connected: boolean[] = [];

function start(options: Partial<LiveOptions<unknown>> = {}): void {
  const onView = (view: unknown) => void said.push(view);
  const onConnected = (up: boolean) => void connected.push(up);
  stop = follow({ url: "/live", token: "t", onView, onConnected, ...options });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  vi.spyOn(console, "error").mockImplementation(() => {});
  server = new Streams();
  vi.stubGlobal("fetch", server.fetch);
  said.length = connected.length = 0;
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** How long it takes, in steps of 50 ms, until the view is asked for again. */
async function untilAskedAgain(): Promise<number> {
  const before = server.asked.length;
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (server.asked.length > before) return waited;
    await pass(50);
  }
  throw new Error("never asked again");
}

describe("a live view", () => {
  test("carries its token, and shows each view", async () => {
    start();
    expect(server.last).toMatchObject({ url: "/live", token: "Bearer t" });
    server.last.says({ seq: 1 });
    await calm();
    server.last.says({ seq: 2 });
    await calm();
    expect(said).toEqual([{ seq: 1 }, { seq: 2 }]);
  });

  test("is connected from its first byte on, not from its headers", async () => {
    start();
    server.last.opens();
    await calm();
    expect(connected).toEqual([]);
    server.last.breathes();
    await calm();
    expect(connected).toEqual([true]);
  });

  test("shows only the newest of several views that arrive together", async () => {
    start();
    for (let seq = 1; seq <= 3; seq++) server.last.says({ seq });
    await calm();
    expect(said.at(-1)).toEqual({ seq: 3 });
  });

  test("is asked for no more once it is stopped", async () => {
    start();
    stop();
    await pass(60_000);
    expect(server.asked).toHaveLength(1);
    expect(server.last.aborted).toBe(true);
    expect(connected, "who stopped it needs no word").toEqual([]);
  });
});

describe("a lost connection", () => {
  test("comes back soon, and with growing patience while the server stays away", async () => {
    start();
    server.last.says({});
    await calm();
    const waits: number[] = [];
    for (let time = 0; time < 6; time++) {
      server.last.ends();
      await calm();
      waits.push(await untilAskedAgain());
    }
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000]);
    expect(connected.slice(0, 2)).toEqual([true, false]);
  });

  test("is spread over time, so that a room does not come back in step", async () => {
    const waits = [];
    for (const random of [0, 1]) {
      vi.mocked(Math.random).mockReturnValue(random);
      start();
      server.last.says({});
      await calm();
      server.last.ends();
      await calm();
      waits.push(await untilAskedAgain());
      stop();
    }
    expect(waits[1]! - waits[0]!).toBeGreaterThanOrEqual(200);
  });

  test("is noticed by its silence", async () => {
    start();
    server.last.says({});
    await pass(24_900);
    expect(connected).toEqual([true]);
    await pass(200);
    expect(connected).toEqual([true, false]);
  });

  test("whose first byte never comes is given up after ten seconds, after a sleep after three", async () => {
    start();
    await pass(9_900);
    expect(connected).toEqual([]);
    await pass(200);
    expect(connected).toEqual([false]);
    stop();
    start({ hurried: true });
    await pass(3_100);
    expect(connected).toEqual([false, false]);
  });

  test("is tried at once when the network comes back", async () => {
    start();
    for (let time = 0; time < 5; time++) {
      server.last.ends();
      await calm();
      if (time < 4) await untilAskedAgain();
    }
    const before = server.asked.length;
    dispatchEvent(new Event("online"));
    await calm();
    expect(server.asked).toHaveLength(before + 1);
  });
});

test("a stream that newer ones of the same phone replace waits until its page is looked at again", async () => {
  start();
  server.last.says({ seq: 1 });
  await calm();
  server.last.isReplaced();
  await pass(120_000);
  expect(said, "what is said with it is no view").toEqual([{ seq: 1 }]);
  expect(server.asked, "two pages do not push each other out for ever").toHaveLength(1);
  document.dispatchEvent(new Event("visibilitychange"));
  await calm();
  expect(server.asked).toHaveLength(2);
});

describe("a view that the page cannot show", () => {
  const broken = () => {
    throw new Error("no such screen");
  };

  test("is asked for again with growing patience, though every stream opens well", async () => {
    start({ onView: broken });
    const waits: number[] = [];
    for (let time = 0; time < 6; time++) {
      server.last.says({});
      await calm();
      waits.push(await untilAskedAgain());
    }
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000]);
    expect(console.error).toHaveBeenCalledTimes(6);
  });

  test("lets go of its stream", async () => {
    start({ onView: broken });
    server.last.says({});
    await calm();
    expect(server.last.aborted).toBe(true);
  });

  test("does not hold back the next one", async () => {
    let first = true;
    start({
      onView: (view) => {
        if (first) {
          first = false;
          broken();
        }
        said.push(view);
      },
    });
    server.last.says({ seq: 1 });
    await calm();
    await untilAskedAgain();
    server.last.says({ seq: 2 });
    await calm();
    expect(said).toEqual([{ seq: 2 }]);
  });
});

describe("a server that says no", () => {
  test("is told with its status", async () => {
    const refused: number[] = [];
    start({ onRefused: (status) => refused.push(status) });
    server.last.refuses(401);
    await calm();
    expect(refused).toEqual([401]);
  });

  test("is left alone for as long as it asks, even by a page that wakes", async () => {
    vi.mocked(Math.random).mockReturnValue(0);
    start();
    server.last.refuses(429, 6);
    await calm();
    dispatchEvent(new Event("online"));
    await calm();
    expect(server.asked, "it asked to be left alone").toHaveLength(1);
    expect(await untilAskedAgain()).toBeGreaterThanOrEqual(6_000);
  });
});
