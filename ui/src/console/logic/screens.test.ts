import { expect, it } from "vitest";
import type { ScreenFacts } from "../../platform";
import { numberIn, pictureOf, sideOf, standOf } from "./screens";

const screen = (name: string, x: number, y: number, more: Partial<ScreenFacts> = {}): ScreenFacts => ({
  name, x, y, width: 1000, height: 500, primary: false, stage: false, console: false, mirrors: null, ...more,
});
const laptop = screen("laptop", 0, 0, { primary: true });
const automatic = { kind: "automatic" } as const;

it("tells one screen, two, a mirror and a window apart", () => {
  const mirror = screen("projector", 0, 0, { mirrors: "laptop" });
  const stand = (...screens: ScreenFacts[]) => standOf({ screens, choice: automatic });
  expect([stand(laptop), stand(laptop, screen("projector", 1000, 0)), stand(laptop, mirror)]).toEqual(["one", "two", "mirrored"]);
  expect(standOf({ screens: [laptop, screen("projector", 1000, 0)], choice: { kind: "window" } })).toBe("window");
});

it("draws the screens to scale, wherever the first of them is", () => {
  const { aspect, drawn } = pictureOf([laptop, screen("left", -1000, -250)]);
  expect(aspect).toBeCloseTo(2000 / 750);
  expect(drawn[0]).toEqual({ left: 50, top: 100 / 3, width: 50, height: 200 / 3 });
  expect(drawn[1]).toMatchObject({ left: 0, top: 0, width: 50 });
});

it("says on which side of the first screen another is", () => {
  const all = [screen("left", -1000, 100), laptop, screen("right", 1000, 100), screen("above", 100, -500), screen("below", 100, 500)];
  expect(all.map((one) => sideOf(one, all))).toEqual(["left", null, "right", "above", "below"]);
});

it("finds the number in a name that says nothing else", () => {
  expect(["\\\\.\\DISPLAY2", "Monitor #41039", "HDMI-1", "DELL U2415", ""].map(numberIn)).toEqual(["2", "41039", null, null, null]);
});
