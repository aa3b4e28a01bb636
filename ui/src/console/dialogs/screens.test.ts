// @vitest-environment jsdom
import { flushSync } from "svelte";
import { expect, test, vi } from "vitest";
import type { Platform, ScreenFacts, Screens as Seen, StageChoice } from "../../platform";
import { deskWith } from "../../testing/desk";
import { one, shown } from "../../testing/dom";
import OnDesk from "../../testing/OnDesk.svelte";
import { consoleDeck, consoleView, slideOf } from "../logic/fixtures";
import { words } from "../words";
import Screens from "./Screens.svelte";

const deck = consoleDeck([slideOf("cover")]);
const said = words.screens;

const laptop: ScreenFacts = { name: "eDP-1", x: 0, y: 0, width: 1440, height: 900, primary: true, stage: false, console: true, mirrors: null };
const projector: ScreenFacts = { ...laptop, name: "HDMI-1", x: 1440, width: 1920, height: 1080, primary: false, stage: true, console: false };

/** The dialog in an app with these screens, once it knows them; what is chosen in it. */
async function dialog(seen: Seen): Promise<StageChoice[]> {
  const chosen: StageChoice[] = [];
  const platform: Partial<Platform> = {
    listScreens: () => Promise.resolve(structuredClone(seen)),
    chooseStage: (choice) => {
      chosen.push(choice);
      seen.choice = choice;
      return Promise.resolve();
    },
  };
  const desk = deskWith(deck, consoleView(deck, { slide: 0, step: 0 }));
  Object.assign(desk, { platform: { ...desk.platform, ...platform } });
  shown(OnDesk, { desk, part: Screens });
  await vi.waitFor(() => one("fieldset"));
  flushSync();
  return chosen;
}

test("screens are told apart by name, size, side and what is on them, and one is chosen", async () => {
  const chosen = await dialog({ screens: [laptop, projector], choice: { kind: "automatic" } });
  const [first, second] = [...document.querySelectorAll(".screen")].map((screen) => screen.textContent);
  expect(first).toContain("eDP-1");
  expect(first).toContain(said.console);
  expect(second).toContain(said.stage);
  const facts = [...document.querySelectorAll("fieldset label")].map((label) => label.textContent);
  expect(facts[1]).toContain([said.size(1440, 900), said.primary].join(" · "));
  expect(facts[2]).toContain([said.size(1920, 1080), said.place.right].join(" · "));
  // In the picture, where one points at it.
  one("label[for='on eDP-1']").click();
  await vi.waitFor(() => expect(one<HTMLInputElement>("[id='on eDP-1']").checked).toBe(true));
  await vi.waitFor(() => expect(document.body.textContent).toContain(said.remembered));
  one("#window").click();
  expect(chosen).toEqual([{ kind: "screen", name: "eDP-1" }, { kind: "window" }]);
});

test("a mirror is no screen of its own, and says what it shows", async () => {
  await dialog({ screens: [laptop, { ...projector, x: 0, mirrors: "eDP-1" }], choice: { kind: "automatic" } });
  expect(document.querySelectorAll(".screen")).toHaveLength(1);
  expect(one("fieldset").textContent).toContain(`HDMI-1 ${said.mirrors("eDP-1")}`);
  expect(one("fieldset").textContent).toContain(said.one);
});
