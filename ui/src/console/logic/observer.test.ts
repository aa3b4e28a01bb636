import { expect, test } from "vitest";
import type { ObserveRequest } from "../../protocol/generated";
import { Observer } from "./observer";

class Refusal extends Error {}

/** An observer whose server answers as `answers` say, one after another, and then always. */
function observing(...answers: ("lost" | "refused")[]) {
  const sent: ObserveRequest[] = [];
  const errors: unknown[] = [];
  const send = (tap: ObserveRequest) => {
    sent.push(tap);
    const answer = answers.shift();
    return answer === "lost" ? Promise.reject(new TypeError("no answer")) : answer === "refused" ? Promise.reject(new Refusal()) : Promise.resolve({});
  };
  const observer = new Observer(send, (error) => errors.push(error), (error) => error instanceof Refusal, () => Promise.resolve());
  return { observer, sent, errors };
}
const settled = () => new Promise((done) => setTimeout(done));

test("taps go out one after another, each with a number of its own", async () => {
  const { observer, sent } = observing();
  for (const profile of ["a", "b", "a"]) observer.tap(profile, "more");
  await settled();
  expect(sent.map(({ profile, number }) => [profile, number])).toEqual([["a", 1], ["b", 2], ["a", 3]]);
  expect(new Set(sent.map(({ desk }) => desk)).size).toBe(1);
});

test("a tap whose answer was lost is sent again under the same number, before the next", async () => {
  const { observer, sent, errors } = observing("lost", "lost");
  observer.tap("a", "more");
  observer.tap("b", "more");
  await settled();
  expect(sent.map(({ profile, number }) => `${profile}${number}`)).toEqual(["a1", "a1", "a1", "b2"]);
  expect(errors).toEqual([]);
});

test("when nothing arrives it says so, and counts nothing later that nobody sees any more", async () => {
  const { observer, sent, errors } = observing("lost", "lost", "lost", "lost");
  observer.tap("a", "more");
  observer.tap("b", "more");
  await settled();
  expect([sent.length, errors.length]).toEqual([4, 1]);
  observer.tap("c", "more");
  await settled();
  expect(sent.at(-1)).toMatchObject({ profile: "c", number: 3 });
});

test("a refusal is said and not repeated, and the next tap goes out", async () => {
  const { observer, sent, errors } = observing("refused");
  observer.tap("a", "more");
  observer.tap("b", "more");
  await settled();
  expect([sent.length, errors.length]).toEqual([2, 1]);
});

test("what was seen last is taken back first, and what was taken back by hand is not taken back twice", async () => {
  const { observer, sent } = observing();
  expect(observer.undo()).toBeNull();
  for (const profile of ["a", "b", "a"]) observer.tap(profile, "more");
  observer.tap("b", "less");
  expect([observer.undo(), observer.undo(), observer.undo()]).toEqual(["a", "a", null]);
  await settled();
  expect(sent.slice(3).map(({ profile, seen }) => [profile, seen])).toEqual([["b", "less"], ["a", "less"], ["a", "less"]]);
});
