import "./phone.css";
import "./small.css";
import type { PhoneView } from "../protocol/generated";
import { lifeline } from "./lifeline";
import { kindOf } from "./kinds";
import { load, loadLater } from "./load";
import { aloud } from "./screens/aloud";
import { calm } from "./screens/calm";
import { code } from "./screens/code";
import { frame } from "./screens/frame";
import { question, type Hand } from "./screens/question";
import type { Drawn } from "./screens/screen";
import type { Line, PhoneState, Screen } from "./state";
import { courier } from "./sync/courier";
import { Notebook, randomToken } from "./sync/notebook";
import { shuffled } from "./sync/shuffle";
import { dom, h } from "./dom";
import type { Walk } from "./survey";
import { pickLanguage, words as table } from "./words";

/** How long without a connection before it is worth a word, once connected and at the very start. */
const LOST_MS = 2_500;
const UNREACHABLE_MS = 6_000;
/** A phone that wakes is back sooner than this where all is well, and then nothing flickers. */
const WAKING_MS = 500;
/** A whole room asks for its profiles at the same moment: spread out over this long. */
const SPREAD_MS = 400;
/** After the first paint, so that it takes nothing from the first question. */
const LATER_MS = 1_000;
/** The kinds that are still to be asked are fetched over this long: nobody waits for them, and a room shares one network. */
const PREPARE_MS = 20_000;

const language = pickLanguage(navigator.languages ?? [navigator.language]);
const words = table[language];
document.documentElement.lang = language;

let view: PhoneView | null = null;
let line: Line = "joining";
let turned = false;
let walk: Walk | undefined;

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
    changed,
    joined({ view: first, kinds }, token) {
      life.follow(token);
      onView(first);
      // A question then opens at once, also where the network has gone meanwhile.
      for (const kind of kinds) setTimeout(kindOf, LATER_MS + Math.random() * PREPARE_MS, kind);
    },
    turned() {
      view = null;
      if (line !== "unreachable") line = "joining";
    },
    told({ session, profile }) {
      const kept = notebook.profile;
      // Once a session is over the server forgets whose answers were whose: what this phone has is better then.
      const poorer = kept?.session === session && kept.profile.answered > (profile?.answered ?? 0);
      if (profile && !poorer) notebook.profile = { session, profile };
    },
  },
);
const hand: Hand = {
  vote: errands.vote,
  draft(poll, answer) {
    notebook.draft(poll, answer);
    draw();
  },
  tell: (text) => page.announce(text),
  fares: aloud((text) => page.announce(text)),
  // The token is of this phone and this session. A question that is asked again has its options where they were, so that
  // a change of mind is not one of places.
  shuffled: (items) => shuffled(items, notebook.open().token),
};

const page = frame(words, make, () => {
  turned = !turned;
  draw();
});

function make(screen: Screen, state: PhoneState): Drawn {
  if (screen.name === "question") return question(screen.poll, state.view?.lang ?? state.view?.language ?? language, language, words, hand);
  if (screen.name === "code") return code(words, language, errands.knock);
  if (screen.name === "door") {
    return calm(screen.door, words, (on, bird, lead) => {
      perch(on, bird, lead);
      void loadLater().then((later) => (lead.textContent = later.words[language].door[screen.door]));
    });
  }
  if (screen.name !== "profile") return calm(screen.name, words, perch);
  const title = h("h1", { tabindex: -1 }, words.profile);
  const element = h("div", { class: "portrait" }, title);
  void loadLater().then((later) => later.portrait(h, { element, title, kept: screen.kept, view: state.view, language, load }));
  return { element, title, update() {} };
}

function perch(on: HTMLElement, bird: string, lead: HTMLElement): void {
  if (bird) void loadLater().then((later) => later.perch(h, { on, bird, lead, view, language }));
}

/** What may be said beside the question, once something of it was open. */
const beside = { ...dom, language, token: () => notebook.open().token, view: () => (errands.door ? null : view), tell: page.announce };
let later: typeof import("./later") | undefined;
let voices: Promise<typeof import("./channels")> | undefined;
let thumbs: Promise<typeof import("./upvotes")> | undefined;
let game: Promise<typeof import("./play")> | undefined;

function draw(): void {
  const { ballots = {}, unsent: drafts = {} } = notebook.page ?? {};
  const { troubled, door, knocking } = errands;
  const state: PhoneState = { line, view, door, knocking, ballots, drafts, troubled, profile: notebook.profile, turned };
  if (walk) walk(state, page.draw);
  else page.draw(state);
  later?.keepStep(view, ballots);
  // Until the way through a survey is here, its first question is a question like any other.
  if (view?.survey && !walk) {
    const first = view.survey[0]!;
    const isNew = first.state === "open" && !ballots[first.id]?.pending && !ballots[first.id]?.counted;
    void load<typeof import("./survey")>("survey").then((survey) => {
      walk ??= survey.walk(dom, language, draw, isNew);
      draw();
    });
  }
  if (view?.channels) voices ??= load("channels");
  void voices?.then(({ channels }) => channels(beside));
  if (view?.poll?.upvotes) thumbs ??= load("upvotes");
  void thumbs?.then(({ upvotes }) => upvotes(beside));
  if (view?.play) game ??= load("play");
  void game?.then(({ play }) => play(beside));
}

/** Something came of an errand. Before the phone has joined, errands are all that tells how the line is. */
function changed(): void {
  if (!view || errands.door) {
    if (!errands.silent) heard();
    else silence ??= setTimeout(onSilence, UNREACHABLE_MS);
  }
  draw();
}

function onView(next: PhoneView): void {
  const before = view;
  const anew = next.session !== before?.session;
  const opened = next.poll?.state === "open" && (anew || next.poll.id !== before?.poll?.id || before.poll.state !== "open");
  const closed = !anew && next.poll?.state === "closed" && before?.poll?.id === next.poll.id && before.poll.state === "open";
  const curious = next.profile_ready && (anew || !before?.profile_ready || next.poll?.id !== before.poll?.id);
  view = next;
  heard();
  if (opened) turned = false;
  if (closed) page.announce(words.closed);
  errands.enter(next.session);
  if (curious) setTimeout(errands.ask, Math.random() * SPREAD_MS);
  draw();
}

let silence: ReturnType<typeof setTimeout> | undefined = setTimeout(onSilence, UNREACHABLE_MS);

/** The server was heard. */
function heard(): void {
  clearTimeout(silence);
  silence = undefined;
  line = view ? "up" : "joining";
}

function onSilence(): void {
  silence = undefined;
  line = view && !errands.door ? "lost" : "unreachable";
  page.announce(line === "lost" ? words.lost : "");
  draw();
}

function onConnected(up: boolean): void {
  if (!up) {
    if (line === "up") silence ??= setTimeout(onSilence, LOST_MS);
    else if (line === "waking") onSilence();
    return;
  }
  heard();
  page.announce("");
  errands.wake();
  draw();
}

/** The server may be a room away by now: until it is heard the page does not look connected. */
function onWoke(): void {
  errands.wake();
  if (!view || line === "lost") return;
  clearTimeout(silence);
  silence = setTimeout(() => {
    line = "waking";
    silence = setTimeout(onSilence, LOST_MS);
    draw();
  }, WAKING_MS);
}

const life = lifeline({
  onView(next) {
    onView(next);
    errands.recognised();
  },
  onConnected,
  woke: onWoke,
  forgotten: errands.forgotten,
});
// Another tab of this phone wrote: it may have answered, or turned to another session.
addEventListener("storage", () => {
  errands.wake();
  draw();
});
draw();
errands.start();
setTimeout(() => void loadLater().then((loaded) => ((later = loaded), draw())), LATER_MS);
