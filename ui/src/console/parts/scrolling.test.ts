// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";
import { deskWith, sees } from "../../testing/desk";
import { one, shown } from "../../testing/dom";
import OnDesk from "../../testing/OnDesk.svelte";
import { barsOf, consoleDeck, consoleView, pollSlide, slideOf } from "../logic/fixtures";
import Notes from "./Notes.svelte";
import PollList from "./PollList.svelte";

const deck = consoleDeck([{ ...slideOf("cover"), steps: 2 }, pollSlide("p", "single"), pollSlide("q", "single")]);
deck.slides[0]!.notes = ["Say hello.", "Say why."];
const at = (step: number, ballots = 0) => {
  const view = consoleView(deck, { slide: 0, step }, { id: "p", results: { ballots, figures: barsOf({}) } });
  view.stage.here = ballots;
  return view;
};

const scrollTo = vi.fn();
beforeEach(() => {
  scrollTo.mockClear();
  Element.prototype.scrollTo = scrollTo;
});

test("ballots leave the presenter's notes where the presenter scrolled them; the next step does not", () => {
  const desk = deskWith(deck, at(0));
  shown(OnDesk, { desk, part: Notes });
  scrollTo.mockClear();
  for (let ballots = 1; ballots <= 5; ballots++) sees(desk, at(0, ballots));
  expect(scrollTo, "after five ballots").not.toHaveBeenCalled();
  sees(desk, at(1, 5));
  expect(scrollTo, "at the next step").toHaveBeenCalledOnce();
});

test("ballots leave the list of polls where the presenter scrolled it; a new question does not", () => {
  const desk = deskWith(deck, at(0));
  shown(OnDesk, { desk, part: PollList });
  const list = one("ol");
  list.scrollTop = 77;
  for (let ballots = 1; ballots <= 5; ballots++) sees(desk, at(0, ballots));
  expect(list.scrollTop, "after five ballots").toBe(77);
  sees(desk, consoleView(deck, { slide: 1, step: 0 }, { id: "p", state: "open" }));
  expect(list.scrollTop, "once the next question is another one").not.toBe(77);
});
