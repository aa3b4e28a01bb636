// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PressQueue } from "../console/logic/press-queue";
import { Control } from "../console/control";
import { request, RequestError } from "./request";

/** The network takes every request and never answers, as one does that died in its sleep. */
const silent = vi.fn(
  (_: unknown, { signal }: RequestInit = {}) =>
    new Promise<Response>((_, reject) => signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")))),
);

beforeEach(() => {
  vi.useFakeTimers();
  silent.mockClear();
  vi.stubGlobal("fetch", silent);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What became of a promise within so many milliseconds. */
async function within(milliseconds: number, promise: Promise<unknown>): Promise<unknown> {
  let became: unknown = "nothing yet";
  promise.then(
    (value) => (became = value),
    (error: unknown) => (became = error),
  );
  await vi.advanceTimersByTimeAsync(milliseconds);
  return became;
}

test("a request without an answer ends as one that did not reach the server", async () => {
  expect(await within(6_000, request("POST", "/control/advance", "t", {}))).toBeInstanceOf(TypeError);
});

test("an answer whose body never ends is no answer", async () => {
  const body = () => new ReadableStream({ start: (it) => void silent("", { signal: limit }).catch((error: unknown) => it.error(error)) });
  let limit: AbortSignal;
  vi.stubGlobal("fetch", (_: unknown, { signal }: RequestInit) => {
    limit = signal!;
    return Promise.resolve(new Response(body()));
  });
  expect(await within(6_000, request("GET", "/control/deck"))).toBeInstanceOf(TypeError);
});

test("a summary may take longer, but not for ever", async () => {
  const summary = new Control("t").summary("current", "pdf");
  expect(await within(30_000, summary)).toBe("nothing yet");
  expect(await within(31_000, summary)).toBeInstanceOf(TypeError);
});

test("what ends a session may take longer, but not for ever", async () => {
  const finished = new Control("t").finish();
  expect(await within(20_000, finished)).toBe("nothing yet");
  expect(await within(11_000, finished)).toBeInstanceOf(TypeError);
});

test("a refusal keeps its code", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(`{"code":"poll_closed","message":"Fermé."}`, { status: 410 })));
  const refused = await within(0, request("POST", "/control/advance"));
  expect(refused).toBeInstanceOf(RequestError);
  expect(refused).toMatchObject({ status: 410, body: { code: "poll_closed" } });
});

test("a network that swallows a press holds up the next one for five seconds, not for ever", async () => {
  const control = new Control("t");
  const queue = new PressQueue();
  const first = queue.press(control.advance);
  const behind = queue.press(control.advance);
  expect(await within(6_000, first)).toBe("unreachable");
  expect(await within(0, behind), "nobody knows whether the first one arrived").toBe("dropped");
  expect(silent).toHaveBeenCalledOnce();
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("{}")));
  expect(await within(0, queue.press(control.advance)), "the queue is free again").toBe("sent");
});
