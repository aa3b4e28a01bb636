/**
 * A page for looking at what the kinds draw, without a server. It is in no build: `npx vite --port 5199` in `ui`, then
 * http://localhost:5199/src/testing/gallery/index.html. `?sample=NAME&state=STATE` is one at full size, `&of=console`
 * the presenter's page, `&lang=en` the other language; ← and → go through the states, as the room would see them come.
 */
import { mount } from "svelte";
import "../../design/tokens.css";
import "../../design/base.css";
import "../../design/fonts.css";
import Stage from "../../stage/Stage.svelte";
import type { StageSession } from "../../stage/session.svelte";
import type { Language } from "../../protocol/generated";
import Board from "../../console/Board.svelte";
import OnDesk from "../OnDesk.svelte";
import { deskWith } from "../desk";
import { StageTold } from "../told.svelte";
import Contact from "./Contact.svelte";
import { drawnPictures } from "./pictures";
import { samples, STATES, type Sample, type State } from "./sample";
import { deckOf, viewOf } from "./scene";

const asked = new URLSearchParams(location.search);
const language: Language = asked.get("lang") === "en" ? "en" : "fr";
const named = samples.find((sample) => sample.name === asked.get("sample"));
drawnPictures();
if (!named) mount(Contact, { target: document.body, props: { samples: samples.filter((sample) => matches(sample)), language } });
else if (asked.get("of") === "console") await onConsole(named);
else await onStage(named);

function matches(sample: Sample): boolean {
  return sample.name.startsWith(asked.get("sample") ?? "");
}

async function onStage(sample: Sample): Promise<void> {
  await import("../../stage/stage.css");
  const deck = deckOf(sample, language);
  const told = new StageTold(deck.stage, viewOf(sample, stateAsked(), deck).stage);
  mount(Stage, { target: document.body, props: { session: told as unknown as StageSession } });
  throughStates(sample, (state) => (told.view = viewOf(sample, state, deck).stage));
}

async function onConsole(sample: Sample): Promise<void> {
  await import("../../console/console.css");
  document.documentElement.dataset["theme"] = "console";
  const deck = deckOf(sample, language);
  const desk = deskWith(deck, viewOf(sample, stateAsked(), deck));
  mount(OnDesk, { target: document.body, props: { desk, part: Board } });
  throughStates(sample, (state) => (desk.live.view = viewOf(sample, state, deck)));
}

function stateAsked(): State {
  return STATES.find((state) => state === asked.get("state")) ?? "closed";
}

function throughStates(sample: Sample, show: (state: State) => void): void {
  const states = STATES.filter((state) => state !== "solved" || sample.solution);
  let at = states.indexOf(stateAsked());
  addEventListener("keydown", ({ key }) => {
    const by = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    at = Math.min(states.length - 1, Math.max(0, at + by));
    if (by) show(states[at]!);
  });
}
