// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { deskWith, sees } from "../testing/desk";
import { button, one, shown } from "../testing/dom";
import OnDesk from "../testing/OnDesk.svelte";
import Board from "./Board.svelte";
import { consoleDeck, consoleView, pollSlide, slideOf } from "./logic/fixtures";
import { words } from "./words";

const deck = consoleDeck([slideOf("cover"), pollSlide("p", "single")]);
const at = (slide: number) => consoleView(deck, { slide, step: 0 });
const unreadable = null as unknown as string[];

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => {
  deck.slides[0]!.notes = [];
  vi.restoreAllMocks();
});

test("a panel that fails says which one it is, in its own place, and leaves the others", () => {
  deck.slides[0]!.notes = [7 as unknown as string];
  shown(OnDesk, { desk: deskWith(deck, at(0)), part: Board });
  expect(one("main > .notes[role=alert]").textContent).toContain(words.failed.panel(words.notes.title));
  expect(one(".next h2").textContent).toBe(words.next.title);
  expect(one("nav [data-action=next]").hasAttribute("disabled")).toBe(false);
});

test("it can be tried again", () => {
  deck.slides[0]!.notes = [7 as unknown as string];
  shown(OnDesk, { desk: deskWith(deck, at(0)), part: Board });
  deck.slides[0]!.notes = ["Bonjour."];
  button(words.page.tryAgain).click();
  expect(one("main > .notes").textContent).toContain("Bonjour.");
});

test("a kind of question that nothing draws is not drawn as another: the panel says that it has a fault", () => {
  const poll = deck.stage.slides[1]!.poll!;
  const { question } = poll;
  poll.question = Object.assign({ ...question }, { kind: "séance de spiritisme" }) as unknown as typeof question;
  try {
    shown(OnDesk, { desk: deskWith(deck, at(1)), part: Board });
    expect(one(".hand > .ballots[role=alert]").textContent).toContain(words.failed.panel(words.ballots.title));
  } finally {
    poll.question = question;
  }
});

test("the next slide draws it anew by itself", () => {
  deck.slides[0]!.notes = [7 as unknown as string];
  const desk = deskWith(deck, at(0));
  shown(OnDesk, { desk, part: Board });
  sees(desk, at(1));
  expect(document.querySelector("[role=alert]")).toBeNull();
});

test("a slide that cannot be drawn costs neither its picture's panel nor the next one's", () => {
  const blocks = deck.stage.slides[0]!.blocks;
  deck.stage.slides[0]!.blocks = unreadable as unknown as [];
  try {
    shown(OnDesk, { desk: deskWith(deck, at(0)), part: Board });
    expect(document.querySelector("[role=alert]")).toBeNull();
    expect(one(".this").textContent).toContain("cover");
    expect(console.error, "it did fail").toHaveBeenCalled();
  } finally {
    deck.stage.slides[0]!.blocks = blocks;
  }
});
