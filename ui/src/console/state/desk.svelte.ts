import { createContext } from "svelte";
import { copy, linesOf } from "./copied";
import { charactersAct, letCharactersAct } from "../../actions/characters";
import type { AsksResume, ConsoleDeck, ConsoleView, Seen, SessionEntry } from "../../protocol/generated";
import { RequestError } from "../../protocol/request";
import { NOTHING_STATED, type HandoutOptions, type Platform, type Saved, type SummaryFormat, type SummaryStated } from "../../platform";
import type { Control } from "../control";
import { pollAtHand, possible } from "../logic/ballots";
import { Observer } from "../logic/observer";
import { PressQueue } from "../logic/press-queue";
import { sectionsOf } from "../logic/places";
import { words } from "../words";
import { Chrono } from "./chrono.svelte";
import { keep, kept } from "./kept";
import { isLight, keepLight } from "./light";
import type { LiveConsole } from "./live.svelte";
import { Panes } from "./panes.svelte";
import { Video } from "./video.svelte";

export type Dialog =
  | { kind: "goto"; typed?: string }
  | { kind: "help" | "menu" | "room" | "export" | "library" | "finish" | "new-session" | "home" | "restart-clock" | "remote" | "point" | "checks" | "screens" | "cut" | "rehearsal" | "improvise" }
  | { kind: "reopen" | "anew" | "hands"; poll: string }
  | { kind: "delete"; entry: SessionEntry };

export interface Toast {
  text: string;
  tone: "plain" | "bad";
}

const NOTE_SIZES = [1, 1.2, 1.45, 1.75, 2.1, 2.5] as const;
const USUAL_NOTE_SIZE = 3;
const TOAST_MS = 7_000;

/** What has the place of the ballots. */
export type Tab = "ballots" | "questions" | "observe";

/** The presenter's desk: what the page shows and what its buttons do. The session itself lives in the server. */
export class Desk {
  readonly control: Control;
  readonly platform: Platform;
  readonly live: LiveConsole;

  dialog = $state<Dialog | null>(null);
  toast = $state<Toast | null>(null);
  pending = $state(0);
  hidden = $state<string[]>([]);
  /** Whether keys of a single character do anything. */
  characters = $state(charactersAct());
  /** Whether the desk is light; it is dark by itself. */
  light = $state(isLight());
  tab = $state<Tab>("ballots");
  /** The profile that was counted last on this page. */
  lastSeen = $state<string | null>(null);
  chrono = new Chrono();
  readonly video: Video;
  readonly panes = new Panes();

  #noteSize = $state(kept<number>("note-size", (value) => typeof value === "number" && value in NOTE_SIZES) ?? USUAL_NOTE_SIZE);
  #toastTimer: ReturnType<typeof setTimeout> | undefined;

  readonly queue = new PressQueue(
    {
      onPending: (pending) => (this.pending = pending),
      onError: (error) => this.complain(error),
      onStale: () => this.say(words.said.stale, "bad"),
    },
    (error) => error instanceof RequestError,
  );

  readonly #observer = new Observer(
    // In its turn behind what was pressed before: who freezes the room's screen and then counts shows the room nothing of it.
    async (tap) => {
      await this.queue.press(() => Promise.resolve());
      return this.control.observe(tap);
    },
    (error) => this.complain(error),
    (error) => error instanceof RequestError,
  );

  constructor(control: Control, platform: Platform, live: LiveConsole) {
    this.control = control;
    this.platform = platform;
    this.live = live;
    this.video = new Video(live);
  }

  /** The deck and the view are there whenever the board is drawn; before that the page shows that it is waiting. */
  get deck(): ConsoleDeck {
    if (!this.live.deck) throw new Error("BUG: the board is drawn without a deck");
    return this.live.deck;
  }
  get view(): ConsoleView {
    if (!this.live.view) throw new Error("BUG: the board is drawn without a view");
    return this.live.view;
  }

  sections = $derived.by(() => (this.live.deck ? sectionsOf(this.live.deck.stage, this.live.deck.slides) : []));
  poll = $derived.by(() => (this.live.deck && this.live.view ? pollAtHand(this.live.deck, this.live.view) : null));
  possible = $derived.by(() => possible(this.poll, this.live.view?.stage.finished ?? true));

  get noteSize(): number {
    return NOTE_SIZES[this.#noteSize] ?? 1;
  }
  get canGrowNotes(): boolean {
    return this.#noteSize < NOTE_SIZES.length - 1;
  }
  get canShrinkNotes(): boolean {
    return this.#noteSize > 0;
  }
  growNotes(by: 1 | -1): void {
    this.#noteSize = Math.min(NOTE_SIZES.length - 1, Math.max(0, this.#noteSize + by));
    keep("note-size", this.#noteSize);
  }

  toggleLight(): void {
    this.light = !this.light;
    keepLight(this.light);
  }

  toggleCharacters(): void {
    this.characters = !this.characters;
    letCharactersAct(this.characters);
  }

  /** Sends a command after those already under way. */
  press(send: () => Promise<unknown>): Promise<boolean> {
    return this.queue.press(send).then((outcome) => outcome === "sent");
  }

  /** Whether the desk shows what is seen in the room, and counts. */
  get isObserving(): boolean {
    const { view } = this.live;
    return this.tab === "observe" && view !== null && view.observed !== null && !view.stage.finished;
  }

  /** Shows what is seen in the room, or the ballots again; a talk without profiles has nothing to observe, and says so. */
  openObserving(): void {
    this.dialog = null;
    if (!this.view.observed) this.say(words.observe.none);
    else this.tab = this.tab === "observe" ? "ballots" : "observe";
  }

  observe(profile: string, seen: Seen): void {
    this.lastSeen = profile;
    this.#observer.tap(profile, seen);
  }

  unobserve(): void {
    this.lastSeen = this.#observer.undo() ?? this.lastSeen;
  }

  say(text: string, tone: Toast["tone"] = "plain"): void {
    clearTimeout(this.#toastTimer);
    this.toast = { text, tone };
    this.#toastTimer = setTimeout(() => (this.toast = null), TOAST_MS);
  }

  complain(error: unknown): void {
    if (error instanceof RequestError) this.say(said(error), "bad");
    else if (error instanceof TypeError) this.say(words.said.unreachable, "bad");
    else this.say(words.said.failed, "bad");
  }

  /** The server finishes the session that still runs, as the dialog has said. */
  async startNew(): Promise<void> {
    const fresh = await this.press(this.control.startNew);
    if (fresh) this.say(words.said.fresh);
  }

  /** Whoever is in stays, whatever the door does. */
  async openDoor(open: boolean): Promise<void> {
    if (await this.press(() => this.control.door(open))) this.say(open ? words.door.opened : words.door.closed);
  }

  /** The phones of one address that wait at the door: *let them in*, or *not these*. */
  async letIn(group: string, letIn: boolean): Promise<void> {
    if (await this.press(() => this.control.letIn(group, letIn))) this.say(letIn ? words.door.letIn : words.door.notThese);
  }

  /** The server has found a session that may be gone on with, and asks. */
  get asksResume(): AsksResume | null {
    return this.live.view?.asks_resume ?? null;
  }

  /** What the presenter has ticked before the talk: notifications are off. */
  isQuiet = $state(false);

  /** Ends what is presented; the app shows home by itself, a browser goes there. */
  async goHome(): Promise<void> {
    const { home } = this.view;
    try {
      await this.control.home();
      if (home && !this.platform.swapScreens) location.assign(home);
    } catch (error) {
      this.complain(error);
    }
  }

  async saveSummary(session: string, format: SummaryFormat, stated: SummaryStated = NOTHING_STATED): Promise<void> {
    try {
      const fetch = () => this.control.summary(session, format, stated);
      this.#saved(await this.platform.saveSummary({ session, format, stated: { ...stated }, fetch }));
    } catch (error) {
      this.complain(error);
    }
  }

  /** The room's picture and words, to be pasted elsewhere. */
  async copySummary(session: string, stated: SummaryStated): Promise<void> {
    try {
      await copy(this.control, session, stated, (told) => linesOf(told, words.export.line));
      this.say(words.export.copied);
    } catch {
      this.say(words.export.notCopied, "bad");
    }
  }

  /** The talk on paper, with what the session's room answered. */
  async saveHandout(session: string, options: HandoutOptions): Promise<void> {
    try {
      const fetch = () => this.control.handout(session, options);
      this.#saved(await this.platform.saveHandout({ subject: { session }, options: { ...options }, fetch }));
    } catch (error) {
      this.complain(error);
    }
  }

  #saved(saved: Saved): void {
    if (saved.kind === "saved") this.say(words.export.saved(saved.path));
    if (saved.kind === "downloaded") this.say(words.export.downloaded);
  }
}

/** In the words of the desk; what is refused for a reason of its own says it itself. */
function said({ body }: RequestError): string {
  return body.code === "refused" ? body.message : (words.errors[body.code] ?? body.message);
}

export const [getDesk, setDesk] = createContext<Desk>();
