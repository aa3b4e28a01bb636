import { actionOf, type ActionId } from "../actions/actions";
import { isPlain as isPlainQuestion, keysAreQuestions, ruleFirst } from "./channels/rule";
import { hasPrevious, nextPlace } from "./logic/next";
import { decide, isPlain } from "./kinds/typed/decide";
import { withMore } from "./logic/timer";
import type { HandRequest, ScreenView, Verdict } from "../protocol/generated";
import type { Desk } from "./state/desk.svelte";
import { words } from "./words";

type Deed = (desk: Desk) => unknown;

const open = (desk: Desk) => {
  const id = desk.poll?.poll.id;
  if (!id) return;
  if (desk.possible.reopen) desk.dialog = { kind: "reopen", poll: id };
  else desk.press(() => desk.control.open(id, false));
};

/** Where no poll of texts is at hand it is about the room's questions. Of the texts of the poll at hand that wait: the one that has waited longest, or all in which nothing is to be looked at. */
const onTexts =
  (verdict: Verdict, all: boolean): Deed =>
  (desk) => {
    if (keysAreQuestions(desk)) return ruleFirst(desk, verdict === "shown" ? "approve" : "hide", all);
    const { id, queue } = desk.poll?.poll ?? {};
    const waiting = queue?.waiting ?? [];
    const items = all ? waiting.filter(isPlain) : waiting.slice(0, 1);
    if (id && items.length) desk.press(() => desk.control.moderate(id, decide(items, verdict)));
  };

const onPoll =
  (send: (desk: Desk, poll: string) => Promise<unknown>): Deed =>
  (desk) => {
    const id = desk.poll?.poll.id;
    if (id) desk.press(() => send(desk, id));
  };

/** What is asked about the poll at hand first. */
const ofPoll =
  (kind: "anew" | "hands"): Deed =>
  (desk) => {
    const id = desk.poll?.poll.id;
    if (id) desk.dialog = { kind, poll: id };
  };

/** Windows are the shell's: what goes wrong there is said, and the talk goes on. */
const natively =
  (call: (desk: Desk) => Promise<void> | undefined): Deed =>
  (desk) =>
    call(desk)?.catch((error: unknown) => desk.complain(error));

/** The hand's acts change no session: they wait for nothing. */
const onVideo = (desk: Desk, request: HandRequest) => desk.control.hand(request).catch((error: unknown) => desk.complain(error));

/** What each action does. */
const DEEDS: Record<ActionId, Deed> = {
  next: (desk) => desk.press(desk.control.advance),
  previous: (desk) => desk.press(desk.control.back),
  first: (desk) => desk.press(() => desk.control.goto(0)),
  last: (desk) => desk.press(() => desk.control.goto(desk.deck.stage.slides.length - 1)),
  goto: (desk) => (desk.dialog = { kind: "goto" }),
  open,
  close: onPoll((desk, poll) => desk.control.close(poll)),
  reveal: onPoll((desk, poll) => desk.control.reveal(poll)),
  answer: onPoll((desk, poll) => desk.control.answer(poll)),
  improvise: (desk) => (desk.dialog = { kind: "improvise" }),
  uncover: (desk) => desk.press(desk.control.uncover),
  again: onPoll((desk, poll) => desk.control.again(poll, true)),
  anew: ofPoll("anew"),
  hands: ofPoll("hands"),
  observe: (desk) => desk.openObserving(),
  "more-time": onPoll((desk, poll) => desk.control.timer(poll, withMore(desk.poll?.poll.timer ?? null))),
  "stop-time": onPoll((desk, poll) => desk.control.timer(poll, null)),
  "show-text": onTexts("shown", false),
  "hide-text": onTexts("hidden", false),
  "show-texts": onTexts("shown", true),
  "notes-larger": (desk) => desk.growNotes(1),
  "notes-smaller": (desk) => desk.growNotes(-1),
  cut: (desk) => (desk.dialog = { kind: "cut" }),
  light: (desk) => desk.toggleLight(),
  room: (desk) => (desk.dialog = { kind: "room" }),
  door: (desk) => desk.openDoor(!desk.view.door.open),
  help: (desk) => (desk.dialog = { kind: "help" }),
  menu: (desk) => (desk.dialog = { kind: "menu" }),
  export: (desk) => (desk.dialog = { kind: "export" }),
  library: (desk) => (desk.dialog = { kind: "library" }),
  finish: (desk) => (desk.dialog = { kind: "finish" }),
  "new-session": (desk) => (desk.dialog = { kind: "new-session" }),
  checks: (desk) => (desk.dialog = { kind: "checks" }),
  point: (desk) => (desk.dialog = { kind: "point" }),
  remote: (desk) => (desk.dialog = { kind: "remote" }),
  rehearsal: (desk) => (desk.dialog = { kind: "rehearsal" }),
  home: (desk) => (desk.dialog = { kind: "home" }),
  "pause-clock": (desk) => desk.chrono.pause(),
  "restart-clock": (desk) => (desk.dialog = { kind: "restart-clock" }),
  black: (desk) => desk.press(() => desk.control.screen("toggle_black")),
  white: (desk) => desk.press(() => desk.control.screen("toggle_white")),
  freeze: (desk) => desk.press(() => desk.control.screen("toggle_freeze")),
  "hide-results": (desk) => desk.press(() => desk.control.screen("toggle_results")),
  lift: (desk) => desk.press(() => desk.control.screen("lift")),
  video: (desk) => onVideo(desk, { act: "video", paused: !desk.video.paused }),
  "begin-video": (desk) => onVideo(desk, { act: "begin_video" }),
  swap: natively(async (desk) => {
    if ((await desk.platform.swapScreens?.()) === false) desk.say(words.said.oneScreen);
  }),
  screens: (desk) => (desk.dialog = { kind: "screens" }),
  fullscreen: natively((desk) => desk.platform.presentSlides?.()),
  "show-stage": natively((desk) => desk.platform.showStage?.()),
};

/** Whether this machine has the action at all: a browser has no windows to move. */
export function exists(desk: Desk, id: ActionId): boolean {
  return !actionOf(id).native || desk.platform.swapScreens !== undefined;
}

/** Whether the action means something now. */
export function can(desk: Desk, id: ActionId): boolean {
  if (!exists(desk, id) || !desk.live.view) return false;
  const { stage } = desk.view;
  switch (id) {
    // Presses that wait may lead somewhere even when the view at hand is at an end, and from a blank screen there is a way back.
    case "next":
      return desk.pending > 0 || desk.view.screen.blank !== null || nextPlace(desk.deck.stage, stage) !== null;
    case "previous":
      return desk.pending > 0 || desk.view.screen.blank !== null || hasPrevious(stage);
    case "pause-clock":
      return desk.chrono.elapsed !== null && !stage.finished;
    case "lift":
      return desk.view.screen.blank !== null;
    case "open":
      return desk.possible.open || desk.possible.reopen;
    case "close":
      return desk.possible.close;
    case "reveal":
      return desk.possible.reveal;
    case "answer":
      return desk.possible.answer;
    case "show-texts":
      if (keysAreQuestions(desk)) return !stage.finished && desk.view.channels.qa.waiting.some(isPlainQuestion);
      return !stage.finished && (desk.poll?.poll.queue?.waiting.some(isPlain) ?? false);
    case "cut":
      return desk.deck.cuts.length > 0 && !stage.finished;
    case "improvise":
    case "observe":
      return !stage.finished;
    case "video":
    case "begin-video":
      return desk.video.now !== null && desk.video.told?.trouble == null;
    case "uncover":
      return stage.overlay !== null;
    case "again":
    case "anew":
      return desk.possible.again;
    case "hands":
      return desk.possible.hands;
    case "more-time":
      return desk.possible.timer;
    case "stop-time":
      return desk.possible.timer && desk.poll?.poll.timer !== null;
    case "show-text":
    case "hide-text":
      return !stage.finished && (desk.poll?.poll.queue ?? desk.view.channels.qa).waiting.length > 0;
    case "notes-larger":
      return desk.canGrowNotes;
    case "notes-smaller":
      return desk.canShrinkNotes;
    case "home":
      return desk.view.home !== null;
    case "finish":
    case "door":
      return !stage.finished;
    default:
      return true;
  }
}

export function perform(desk: Desk, id: ActionId): void {
  if (can(desk, id)) DEEDS[id](desk);
}

/** What switches says what pressing it now does. */
const SWITCHED = {
  black: ({ blank }: ScreenView) => (blank === "black" ? "lift" : "black"),
  white: ({ blank }: ScreenView) => (blank === "white" ? "lift" : "white"),
  freeze: ({ frozen }: ScreenView) => (frozen ? "unfreeze" : "freeze"),
  "hide-results": ({ results_hidden }: ScreenView) => (results_hidden ? "showResults" : "hideResults"),
} as const;

/** The words of an action, as they are now. */
export function nameOf(desk: Desk, id: ActionId): string {
  if (id === "open" && desk.possible.reopen) return words.ballots.reopen;
  if (id === "more-time" && desk.poll?.poll.timer) return words.timer.more;
  if (id in SWITCHED && desk.live.view) return words.screen[SWITCHED[id as keyof typeof SWITCHED](desk.live.view.screen)];
  if (id === "video" && desk.live.view && desk.video.now) return desk.video.paused ? words.video.resume : words.video.pause;
  if (id === "pause-clock" && desk.chrono.paused) return words.time.resume;
  if (id === "door" && desk.live.view) return desk.live.view.door.open ? words.door.close : words.door.open;
  return words.actions[id];
}
