import { expect, test } from "vitest";
import { PressQueue } from "./press-queue";

class Refused extends Error {}

/** A server that answers when it is told to, and remembers what it was asked. */
function slowServer() {
  const asked: string[] = [];
  const answers: { ok: () => void; fail: (error: Error) => void }[] = [];
  const post = (name: string) => () => {
    asked.push(name);
    return new Promise<void>((ok, fail) => answers.push({ ok, fail }));
  };
  return { asked, answers, post };
}

const breathe = () => new Promise((resolve) => setTimeout(resolve));

test("a press made while another is under way is sent after it, once", async () => {
  const { asked, answers, post } = slowServer();
  const queue = new PressQueue();
  const outcomes = [queue.press(post("a")), queue.press(post("b")), queue.press(post("c"))];
  expect(asked, "only the first is under way").toEqual(["a"]);
  for (let turn = 0; turn < 3; turn++) {
    answers[turn]?.ok();
    await breathe();
  }
  expect(asked).toEqual(["a", "b", "c"]);
  expect(await Promise.all(outcomes)).toEqual(["sent", "sent", "sent"]);
});

test("a refusal is told, and the presses behind it go on", async () => {
  const { asked, answers, post } = slowServer();
  const errors: unknown[] = [];
  const queue = new PressQueue({ onError: (error) => errors.push(error) }, (error) => error instanceof Refused);
  const outcomes = [queue.press(post("a")), queue.press(post("b"))];
  answers[0]?.fail(new Refused());
  await breathe();
  answers[1]?.ok();
  expect(await Promise.all(outcomes)).toEqual(["refused", "sent"]);
  expect(asked).toEqual(["a", "b"]);
  expect(errors).toHaveLength(1);
});

test("when the server is out of reach, nothing is sent twice and the presses behind are dropped", async () => {
  const { asked, answers, post } = slowServer();
  const queue = new PressQueue();
  const outcomes = [queue.press(post("a")), queue.press(post("b")), queue.press(post("c"))];
  answers[0]?.fail(new TypeError("fetch failed"));
  expect(await Promise.all(outcomes)).toEqual(["unreachable", "dropped", "dropped"]);
  expect(asked).toEqual(["a"]);
  const later = queue.press(post("d"));
  answers[1]?.ok();
  expect(await later, "the queue goes on once the server is back").toBe("sent");
});

test("it says how many presses are pending", async () => {
  const { answers, post } = slowServer();
  const pending: number[] = [];
  const queue = new PressQueue({ onPending: (count) => pending.push(count) });
  const outcomes = [queue.press(post("a")), queue.press(post("b"))];
  answers[0]?.ok();
  await breathe();
  answers[1]?.ok();
  await Promise.all(outcomes);
  expect(pending).toEqual([1, 2, 1, 0]);
});

test("a press that waited too long behind a slow one is dropped with a word, never fired late", async () => {
  const { asked, answers, post } = slowServer();
  let clock = 0;
  let words = 0;
  const queue = new PressQueue({ onStale: () => words++ }, () => false, () => clock);
  const outcomes = [queue.press(post("a")), queue.press(post("b")), queue.press(post("c"))];
  clock = 2_900;
  const recent = queue.press(post("d"));
  clock = 4_000;
  answers[0]?.ok();
  await breathe();
  answers[1]?.ok();
  expect(await Promise.all([...outcomes, recent])).toEqual(["sent", "dropped", "dropped", "sent"]);
  expect(asked).toEqual(["a", "d"]);
  expect(words).toBe(2);
});
