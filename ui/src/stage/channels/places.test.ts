import { expect, test } from "vitest";
import type { QuestionCard } from "../../protocol/generated";
import { placed } from "./places";

/** Letters that are all half as wide as they are tall. */
const measure = (text: string, size: number) => text.length * size * 0.5;
const asks = (id: number, letters: number, pinned = false): QuestionCard => ({ id, text: "abcd ".repeat(letters / 5).trim(), votes: 2, pinned, answered: false });
const WIDTH = 1_200;
const HEIGHT = 700;

test("whatever is asked, no question leaves its room or covers another", () => {
  for (const letters of [5, 60, 240])
    for (let count = 1; count <= 9; count++)
      for (const pinned of [true, false]) {
        const cards = placed(Array.from({ length: count }, (_, id) => asks(id, letters, pinned && id === 0)), WIDTH, HEIGHT, measure);
        expect(cards.length).toBeGreaterThan(0);
        for (const card of cards) {
          expect(card.x + card.width).toBeLessThanOrEqual(WIDTH + 1);
          expect(card.y + card.height).toBeLessThanOrEqual(HEIGHT + 1);
          const others = cards.filter((other) => other !== card);
          const apart = others.every((other) => other.x >= card.x + card.width || card.x >= other.x + other.width || other.y >= card.y + card.height || card.y >= other.y + other.height);
          expect(apart, `${count} of ${letters}`).toBe(true);
        }
      }
});

test("questions keep the order in which they were sent, and the one that is up is the largest", () => {
  const cards = placed([asks(4, 60, true), asks(2, 60), asks(9, 60)], WIDTH, HEIGHT, measure);
  expect(cards.map((card) => card.question.id)).toEqual([4, 2, 9]);
  expect(cards[0]!.size).toBeGreaterThan(cards[1]!.size);
});
