// @vitest-environment jsdom
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { consoleDeck, consoleView, pollSlide, slideOf } from "../console/logic/fixtures";
import type { StageDeck, StageView } from "../protocol/generated";
import { NO_HAND } from "../protocol/hand";
import { one, shown } from "../testing/dom";
import { StageTold } from "../testing/told.svelte";
import type { StageSession } from "./session.svelte";
import Stage from "./Stage.svelte";

const broken = { ...slideOf("default"), id: "broken", title: "Ce que l’on voit" };
const deck = consoleDeck([slideOf("statement"), broken, pollSlide("p", "single")]);
// Blocks that are none: no talk file makes them, a fault in the program could.
broken.blocks = null as unknown as [];
const at = (slide: number): StageView => consoleView(deck, { slide, step: 0 }).stage;

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

function stage(slide: number, of: StageDeck = deck.stage): StageTold {
  const session = new StageTold(of, at(slide));
  shown(Stage, { session: session as unknown as StageSession });
  return session;
}

function goesTo(session: StageTold, slide: number): void {
  session.view = at(slide);
  flushSync();
}

test("a slide that cannot be drawn shows its title, and nothing of what went wrong", () => {
  stage(1);
  expect(one("article h1").textContent).toBe("Ce que l’on voit");
  expect(document.body.textContent).not.toMatch(/Error|undefined|null|\bat\b|\.svelte/);
  expect(console.error, "who looks for it finds it in the log").toHaveBeenCalled();
});

test("the talk goes on over it: the slides before and after are drawn as ever", () => {
  const session = stage(0);
  goesTo(session, 1);
  expect(one("article").dataset["slide"]).toBe("broken");
  expect(one("article h1").textContent).toBe("Ce que l’on voit");
  goesTo(session, 2);
  expect(document.body.textContent).toContain("p?");
  goesTo(session, 1);
  goesTo(session, 0);
  expect(one("article").dataset["layout"]).toBe("statement");
});

test("a kind of question that nothing draws is not drawn as another: its slide shows the question alone", () => {
  const unknown = pollSlide("p", "single");
  Object.assign(unknown.poll!.question, { kind: "séance de spiritisme" });
  unknown.title = null;
  stage(0, { ...deck.stage, slides: [unknown] });
  expect(one("article h1").textContent).toBe("p?");
  expect(one("article").querySelectorAll("li")).toHaveLength(0);
});

test("a rehearsal says so on such a slide, too", () => {
  const session = stage(1);
  session.view = { ...at(1), rehearsal: true };
  flushSync();
  expect(one("article").textContent).toContain("Répétition");
});

test("a mark that cannot be drawn leaves the slide as it is", () => {
  const session = stage(0);
  session.hand = { ...NO_HAND, strokes: null as unknown as [] };
  flushSync();
  expect(one("article").dataset["layout"]).toBe("statement");
  expect(console.error).toHaveBeenCalled();
});

test("a deck that cannot be drawn at all leaves a curtain with the talk's title", () => {
  stage(0, { ...deck.stage, slides: [] });
  expect(document.body.textContent).toContain("Talk");
  expect(document.body.textContent).not.toMatch(/Error|undefined/);
});
