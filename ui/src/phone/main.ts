import "./phone.css";
import type { PhoneView } from "../protocol/generated";
import { lifeline } from "./lifeline";
import { loadLater } from "./load-later";
import { calm } from "./screens/calm";
import { frame } from "./screens/frame";
import { question } from "./screens/question";
import type { Drawn } from "./screens/screen";
import { screenOf, type Line, type PhoneState, type Screen } from "./state";
import { courier } from "./sync/courier";
import { Notebook, randomToken } from "./sync/notebook";
import { h } from "./dom";
import { pickLanguage, words as table } from "./words";

/** How long without a connection before it is worth a word, once connected and at the very start. */
const LOST_MS = 2_500;
const UNREACHABLE_MS = 6_000;
/** A whole room asks for its profiles at the same moment: spread out over this long. */
const SPREAD_MS = 400;

const language = pickLanguage(navigator.languages ?? [navigator.language]);
const words = table[language];
document.documentElement.lang = language;

let view: PhoneView | null = null;
let line: Line = "joining";
let turned = false;
/** The poll whose answer was on its way when last looked. */
let onItsWay: string | undefined;

const notebook = new Notebook(() => localStorage, randomToken);
const errands = courier(
  notebook,
  {
    fetch: (...request) => fetch(...request),
    now: () => performance.now(),
    random: Math.random,
    setTimeout: (task, delay) => setTimeout(task, delay) as unknown as number,
    clearTimeout: (timer) => clearTimeout(timer),
  },
  {
    changed: draw,
    told({ session, profile }) {
      const kept = notebook.profile;
      // Once a session is over the server forgets whose answers were whose: what this phone has is better then.
      const poorer = kept?.session === session && kept.profile.answered > (profile?.answered ?? 0);
      if (profile && !poorer) notebook.profile = { session, profile };
    },
  },
);

const page = frame(words, make, () => {
  turned = !turned;
  draw();
});

function make(screen: Screen, state: PhoneState): Drawn {
  if (screen.name === "question") return question(screen.poll, state.view?.language ?? language, words, errands.vote);
  if (screen.name !== "profile") return calm(screen.name, words, perch);
  const title = h("h1", { tabindex: -1 }, words.profile);
  const element = h("div", { class: "portrait" }, title);
  void loadLater().then((later) => later.portrait(h, { element, title, kept: screen.kept, view: state.view, language }));
  return { element, title, update() {} };
}

function perch(on: HTMLElement, bird: string): void {
  if (bird) void loadLater().then((later) => on.append(later.bird(h, bird)));
}

function draw(): void {
  const { ballots = {} } = notebook.page ?? {};
  const state = { line, view, ballots, troubled: errands.troubled, profile: notebook.profile, turned };
  page.draw(state);

  const screen = screenOf(state);
  const poll = screen.name === "question" ? screen.poll.id : "";
  const ballot = ballots[poll];
  if (ballot?.pending) {
    page.announce("");
    onItsWay = poll;
  } else if (ballot && onItsWay === poll) {
    onItsWay = undefined;
    if (!ballot.verdict) page.announce(words.savedAloud);
  }
}

function onView(next: PhoneView): void {
  const before = view;
  const anew = next.session !== before?.session;
  const opened = next.poll?.state === "open" && (anew || next.poll.id !== before?.poll?.id || before.poll.state !== "open");
  const closed = !anew && next.poll?.state === "closed" && before?.poll?.id === next.poll.id && before.poll.state === "open";
  const curious = next.profile_ready && (anew || !before?.profile_ready || next.poll?.id !== before.poll?.id);
  view = next;
  line = "up";
  if (opened) turned = false;
  if (closed) page.announce(words.closed);
  if (anew || next.finished !== before?.finished) errands.enter(next.session, next.finished);
  if (curious) setTimeout(errands.ask, Math.random() * SPREAD_MS);
  draw();
}

let silence: ReturnType<typeof setTimeout> | undefined = setTimeout(onSilence, UNREACHABLE_MS);

function onSilence(): void {
  line = view ? "lost" : "unreachable";
  page.announce(view ? words.lost : "");
  draw();
}

function onConnected(up: boolean): void {
  if (!up) {
    silence ??= setTimeout(onSilence, LOST_MS);
    return;
  }
  clearTimeout(silence);
  silence = undefined;
  if (view) line = "up";
  page.announce("");
  errands.wake();
  draw();
}

lifeline(onView, onConnected, errands.wake);
// Another tab of this phone wrote: it may have answered, or turned to another session.
addEventListener("storage", () => {
  errands.wake();
  draw();
});
draw();
// After the first paint, so that it takes nothing from the first question.
setTimeout(loadLater, 1_000);
