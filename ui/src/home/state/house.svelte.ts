import { createContext } from "svelte";
import { languageOf, type Language } from "../../design/language";
import { words as handoutWords, type HandoutWords } from "../../design/handout/words";
import { NOTHING_STATED, type HandoutOptions, type HandoutToSave, type Platform, type SummaryFormat } from "../../platform";
import type { HomeView, RunningTalk, SessionEntry, TalkCard } from "../../protocol/generated";
import { follow } from "../../protocol/live";
import { RequestError } from "../../protocol/request";
import { LANGUAGES, type HomeWords } from "../words";
import type { Host } from "./host";

export type Dialog = { kind: "new" } | { kind: "open" } | { kind: "tour" } | { kind: "format"; text: string } | { kind: "forget"; entry: SessionEntry } | { kind: "remove"; talk: TalkCard } | { kind: "handout"; title: string; subject: HandoutToSave["subject"] };

/** Everything home knows and can do. */
export class House {
  view: HomeView | null = $state(null);
  lost = $state(false);
  refused = $state(false);
  dialog: Dialog | null = $state(null);
  said: { tone: "good" | "bad"; text: string } | null = $state(null);
  /** What takes a while, so that nobody presses twice. */
  busy = $state(false);
  #picked: string | null = $state(null);
  /** The length chosen for each talk. */
  #cuts: Record<string, number> = $state({});
  #opened: string | null = null;
  #speaks: Language = languageOf(location.search, navigator.language);

  constructor(
    readonly host: Host,
    readonly platform: Platform,
  ) {}

  readonly language: Language = $derived(this.view?.language ?? this.#speaks);
  readonly words: HomeWords = $derived(LANGUAGES[this.language]);
  readonly handoutWords: HandoutWords = $derived(handoutWords[this.language]);
  /** For dates: the person's own habits where they speak the language. */
  readonly locale: string = $derived(navigator.language.startsWith(this.language) ? navigator.language : this.language);

  /** The talk that is shown in large. */
  readonly talk: TalkCard | null = $derived.by(() => {
    const talks = this.view?.talks ?? [];
    return talks.find((talk) => talk.id === this.#picked) ?? latest(talks) ?? null;
  });

  start(): () => void {
    const stop = follow<HomeView>({
      url: "/home/live",
      token: this.host.secret,
      onView: (view) => {
        this.view = view;
        // What was dropped on the window, or opened from elsewhere, is what the person wants to see.
        if (view.opened !== this.#opened) this.#picked = this.#opened = view.opened;
        document.documentElement.lang = this.language;
      },
      onConnected: (connected) => (this.lost = !connected && this.view !== null),
      onRefused: (status) => (this.refused = status === 401),
    });
    // Files change while one is away.
    const look = () => document.visibilityState === "visible" && void this.host.refresh().catch(() => undefined);
    addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      stop();
      removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
    };
  }

  pick(talk: string): void {
    this.#picked = talk;
  }

  /** Does something, once at a time, and says why it could not be done. */
  async does<Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.said = null;
    try {
      return await work();
    } catch (error) {
      this.said = { tone: "bad", text: error instanceof RequestError ? error.message : this.words.unreachable };
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  /** The length in which a talk is to be given; null where it has one only. */
  cutOf(talk: TalkCard): number | null {
    const chosen = this.#cuts[talk.id];
    return chosen !== undefined && talk.cuts.includes(chosen) ? chosen : talk.cut;
  }

  cut(talk: TalkCard, minutes: number): void {
    this.#cuts[talk.id] = minutes;
  }

  async present(talk: TalkCard, rehearsal: boolean): Promise<void> {
    this.#open(await this.does(() => this.host.present(talk.id, { rehearsal, minutes: this.cutOf(talk) })));
  }

  async resume(): Promise<void> {
    this.#open(await this.does(this.host.resume));
  }

  /** The app opens windows of its own; a browser shows where the pages are, and goes to the presenter's. */
  #open(running: RunningTalk | undefined): void {
    if (running && !this.platform.chooseTalk) location.assign(running.console_url);
  }

  /** The system's dialog in the app, a field for the path in a browser. */
  async chooseTalk(): Promise<void> {
    if (!this.platform.chooseTalk) {
      this.dialog = { kind: "open" };
      return;
    }
    const path = await this.does(async () => this.platform.chooseTalk?.());
    if (path) await this.open(path);
  }

  async open(path: string): Promise<boolean> {
    const opened = await this.does(() => this.host.open(path));
    if (opened) this.pick(opened.id);
    return opened !== undefined;
  }

  async create(title: string, language: Language): Promise<boolean> {
    const created = await this.does(() => this.host.create(title, language));
    if (created) {
      this.pick(created.id);
      if (this.view?.can_edit) await this.does(() => this.host.edit(created.id));
    }
    return created !== undefined;
  }

  async edit(talk: TalkCard): Promise<void> {
    await this.does(async () => {
      // The built-in talk stays as it is; what is edited is the person's own copy.
      const id = talk.path === null ? (await this.host.copy(talk.id)).id : talk.id;
      this.pick(id);
      if (this.view?.can_edit) await this.host.edit(id);
    });
  }

  async save(entry: SessionEntry, format: SummaryFormat): Promise<void> {
    const saved = await this.does(() => this.platform.saveSummary({ session: entry.id, format, stated: NOTHING_STATED, fetch: () => this.host.summary(entry.id, format) }));
    if (saved?.kind === "saved") this.said = { tone: "good", text: this.words.saved(saved.path) };
  }

  /** Puts a talk, or a session's, on paper. Says whether it came about. */
  async saveHandout(subject: HandoutToSave["subject"], options: HandoutOptions): Promise<boolean> {
    const saved = await this.does(() => this.platform.saveHandout({ subject, options: { ...options }, fetch: () => this.host.handout(subject, options) }));
    if (saved?.kind === "saved") this.said = { tone: "good", text: this.handoutWords.saved(saved.path) };
    return saved !== undefined;
  }

  speak(language: Language): void {
    void this.does(() => this.host.settle({ language }));
  }

  async format(): Promise<void> {
    const text = await this.does(this.host.format);
    if (text) this.dialog = { kind: "format", text };
  }

  tour(): void {
    this.dialog = { kind: "tour" };
    this.declineTour();
  }

  declineTour(): void {
    if (this.view?.offers_tour) void this.does(() => this.host.settle({ tour_done: true }));
  }
}

/** The one that was opened last, else the first. */
function latest(talks: readonly TalkCard[]): TalkCard | undefined {
  return talks.reduce<TalkCard | undefined>((best, talk) => ((talk.opened_at ?? 0) > (best?.opened_at ?? 0) ? talk : best), talks[0]);
}

export const [getHouse, setHouse] = createContext<House>();
