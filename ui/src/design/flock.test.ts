import { expect, it } from "vitest";
import { plumageOf, toneOf } from "./flock";

it("dresses the seven in their own colours, and the flock in those of the seven, neighbours apart", () => {
  expect(plumageOf("curieux")).toEqual({ tone: "curieux", drawn: "curieux", face: null, picture: null });
  const tones = Array.from({ length: 16 }, (_, index) => plumageOf(`flock-${index + 1}`).tone);
  tones.forEach((tone, index) => expect(tone).not.toBe(tones[index + 1]));
  expect(new Set(tones).size).toBe(7);
  expect(plumageOf("flock-2 🦊")).toMatchObject({ face: "🦊", picture: null });
  expect(plumageOf("flock-3 mes oiseaux/merle.png")).toMatchObject({ drawn: null, face: null, picture: "mes oiseaux/merle.png" });
  expect(toneOf("flock-1", "-ink")).toBe("var(--profile-bon-eleve-ink)");
});
