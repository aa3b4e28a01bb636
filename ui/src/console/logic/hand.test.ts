import { expect, it } from "vitest";
import type { HandRequest } from "../../protocol/generated";
import { HandSender, shareOf } from "./hand";

/** A server that answers when it is told to. */
function slowly() {
  const sent: HandRequest[] = [];
  let answer = () => {};
  const send = (request: HandRequest) => {
    sent.push(request);
    return new Promise<void>((resolve) => (answer = resolve));
  };
  const answers = async () => {
    answer();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { sent, send, answers };
}

it("sends where the hand is now, and leaves out where it was meanwhile", async () => {
  const { sent, send, answers } = slowly();
  const hand = new HandSender(send);
  for (let x = 0; x < 10; x++) hand.point("dot", { x: x / 10, y: 0 });
  await answers();
  hand.lift();
  await answers();
  await answers();
  expect(sent.map((request) => (request.act === "point" ? request.pointer.at.x : request.act))).toEqual([0, 0.9, "lift"]);
});

it("leaves out nothing of what is drawn, and keeps strokes apart", async () => {
  const { sent, send, answers } = slowly();
  const hand = new HandSender(send);
  for (let n = 0; n < 150; n++) hand.draw({ x: n / 1000, y: 0 }, n === 0);
  for (let n = 0; n < 4; n++) await answers();
  hand.draw({ x: 0.9, y: 0.9 }, true);
  await answers();
  const drawn = sent.flatMap((request) => (request.act === "draw" ? [request] : []));
  expect(drawn.flatMap(({ points }) => points.length).reduce((sum, count) => sum + count, 0)).toBe(151);
  expect(drawn.map(({ begins }) => begins)).toEqual([true, false, false, false, true]);
  expect(Math.max(...drawn.map(({ points }) => points.length))).toBeLessThanOrEqual(64);
});

it("knows where on the slide the mouse is, and keeps it on the slide", () => {
  const box = { left: 100, top: 50, width: 1600, height: 900 };
  expect(shareOf(box, 900, 500)).toEqual({ x: 0.5, y: 0.5 });
  expect(shareOf(box, 0, 5000)).toEqual({ x: 0, y: 1 });
});
