import { describe, expect, test } from "vitest";
import type { BreakdownView, ProfileShare } from "../../protocol/generated";
import { BASELINE, LEFT, sceneOf, sceneOfSeen, WIDTH } from "./scene";

const ids = ["categorique", "allergique", "curieux", "anxieux", "enthousiaste", "bon-eleve", "deborde"];
const counts = [2, 3.5, 6, 4.5, 3, 5, 6];
/** Three are between two: half an allergic and half an anxious one, two of them half another. */
const alone = [2, 3, 5, 4, 2, 5, 6];
const references = [10, 10, 20, 10, 10, 20, 20];

function room(step: number): BreakdownView {
  const classified = counts.reduce((a, b) => a + b, 0);
  const profiles: ProfileShare[] = ids.map((id, n) => ({
    id,
    name: id,
    bird: id,
    count: counts[n] ?? 0,
    alone: alone[n] ?? 0,
    percent: Math.round(((counts[n] ?? 0) / classified) * 100),
    reference: step > 0 ? (references[n] ?? 0) : null,
  }));
  return {
    people: classified + 2,
    classified,
    unclassified: 2,
    mixed: 3,
    minimum: 5,
    profiles,
    reference_shown: step > 0,
    masked:
      step > 1
        ? {
            behind: ["deborde"],
            people: 6,
            profiles: [
              { id: "curieux", name: "Le curieux", bird: "curieux", count: 2.5, percent: 42 },
              { id: "anxieux", name: "L’anxieux", bird: "anxieux", count: 1.5, percent: 25 },
            ],
            simply: { count: 2, percent: 33 },
            untold: null,
          }
        : null,
    masked_too_few: false,
  };
}

describe("the breakdown's flock", () => {
  test("has one bird for each person of a meeting room, and none below the wire", () => {
    const { birds, per } = sceneOf(room(0));
    expect(per).toBe(1);
    expect(birds).toHaveLength(30);
    expect(birds.every((bird) => bird.y < BASELINE && bird.shown && !bird.reference)).toBe(true);
  });

  test("has nobody who is half a bird: those between two stand together, as nobody in particular", () => {
    const { birds } = sceneOf(room(0));
    const groups = ids.map((id) => birds.filter((bird) => bird.bird === id).length);
    expect(groups).toEqual(alone);
    expect(birds.filter((bird) => bird.bird === null)).toHaveLength(3);
  });

  test("fills the sky over its wire", () => {
    const { birds } = sceneOf(room(0));
    const highest = Math.min(...birds.map((bird) => bird.y));
    expect(highest).toBeLessThan(480);
    expect(highest).toBeGreaterThan(160);
  });

  test("lets the masks fall one group after the other, and nothing fall from who hides nothing", () => {
    const shown = sceneOf(room(2)).birds.filter((bird) => bird.shown);
    const beats = new Map(shown.map((bird) => [bird.mask ? bird.bird : "nothing", bird.beat]));
    expect([beats.get("curieux"), beats.get("anxieux"), beats.get("nothing")]).toEqual([0, 1, 2]);
  });

  test("is joined by a reference flock as large as itself", () => {
    const { birds } = sceneOf(room(1));
    expect(birds.filter((bird) => bird.reference)).toHaveLength(30);
  });

  test("stays the climax beside a reference that is small: its birds hardly change size, and fill the sky as before", () => {
    const before = sceneOf(room(0)).birds;
    const after = sceneOf(room(1)).birds;
    const ours = after.filter((bird) => !bird.reference);
    const theirs = after.filter((bird) => bird.reference);
    const top = (birds: typeof ours) => Math.min(...birds.map((bird) => bird.y));
    expect(ours[0]!.size).toBeGreaterThan(0.75 * before[0]!.size);
    expect(BASELINE - top(ours)).toBeGreaterThan(0.75 * (BASELINE - top(before)));
    expect(theirs[0]!.size).toBeLessThanOrEqual(0.5 * ours[0]!.size);
    expect(top(theirs)).toBeGreaterThan(BASELINE - 0.62 * (BASELINE - 196));
  });

  test("stands in columns that nobody leaves, with its reference", () => {
    const { birds } = sceneOf(room(1));
    const wide = WIDTH / (ids.length + 1);
    for (const [n, id] of ids.entries()) {
      const column = birds.filter((bird) => bird.key.includes(` ${id} `));
      expect(Math.min(...column.map((bird) => bird.x))).toBeGreaterThan(LEFT + n * wide);
      expect(Math.max(...column.map((bird) => bird.x + bird.size))).toBeLessThan(LEFT + (n + 1) * wide);
    }
    const overlaps = birds.some((one) => birds.some((other) => one !== other && Math.abs(one.y - other.y) < 1 && one.x < other.x && one.x + one.size > other.x + 0.01));
    expect(overlaps).toBe(false);
  });

  test("keeps every bird's key from step to step", () => {
    const before = sceneOf(room(0));
    const after = sceneOf(room(1));
    const keys = new Set(after.birds.map((bird) => bird.key));
    expect(before.birds.every((bird) => keys.has(bird.key))).toBe(true);
  });

  test("shows behind the masks the masking profile's birds and no other, and leaves those who hide nothing as they are", () => {
    const { birds } = sceneOf(room(2));
    const shown = birds.filter((bird) => bird.shown);
    expect(shown).toHaveLength(6);
    const hiding = shown.filter((bird) => bird.mask === "deborde");
    expect(hiding.every((bird) => ["curieux", "anxieux"].includes(bird.bird ?? ""))).toBe(true);
    expect(shown.filter((bird) => bird.mask === null).map((bird) => bird.bird)).toEqual(["deborde", "deborde"]);
  });

  test("has one bird for each attitude seen where no votes are shown", () => {
    const cards = ids.map((id) => ({ id, name: id, bird: id, summary: "", reference: 10 }));
    const seen = { total: 4, profiles: ids.map((id) => ({ id, count: id === "curieux" ? 3 : id === "deborde" ? 1 : 0, percent: 0 })) };
    const { birds, per } = sceneOfSeen(seen, cards);
    expect(per).toBe(1);
    expect(birds.map(({ bird, shown, reference }) => [bird, shown, reference])).toEqual([
      ...Array(3).fill(["curieux", true, false]),
      ["deborde", true, false],
    ]);
  });
});
