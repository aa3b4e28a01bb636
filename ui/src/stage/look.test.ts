// @vitest-environment jsdom
import { flushSync } from "svelte";
import { expect, test } from "vitest";
import { consoleDeck, consoleView, slideOf } from "../console/logic/fixtures";
import type { StageLook, Tones } from "../protocol/generated";
import { shown } from "../testing/dom";
import { StageTold } from "../testing/told.svelte";
import { tokenOf } from "./look";
import type { StageSession } from "./session.svelte";
import Stage from "./Stage.svelte";

const deck = consoleDeck([slideOf("statement")]).stage;
const tones = { paper: "#eef4ff", ink_soft: "#333333" } as Tones;
const dressed = (look?: StageLook) => ({ ...deck, ...(look && { look }) });
const place = () => document.querySelector<HTMLElement>(".place")!;

test("a tone is the token of its name", () => {
  expect(tokenOf("on_night_soft")).toBe("--on-night-soft");
});

test("a slide wears the talk's tones, and takes them off when the talk has none any more", () => {
  const session = new StageTold(dressed({ ground: "dark", tones, logo: null }), consoleView(consoleDeck([slideOf("statement")]), { slide: 0, step: 0 }).stage);
  shown(Stage, { session: session as unknown as StageSession });
  expect(place().dataset["theme"]).toBe("dark");
  expect(place().style.getPropertyValue("--paper")).toBe("#eef4ff");
  expect(place().style.getPropertyValue("--ink-soft")).toBe("#333333");
  session.deck = dressed({ ground: "light", tones: null, logo: null });
  flushSync();
  expect(place().dataset["theme"]).toBe("light");
  expect(place().style.getPropertyValue("--paper")).toBe("");
  session.deck = dressed();
  flushSync();
  expect(place().dataset["theme"]).toBeUndefined();
});
