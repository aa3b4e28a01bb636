import { afterEach, beforeEach, vi } from "vitest";
import type { PhonePoll, PhoneView, QuestionView } from "../protocol/generated";
import { kind as choice } from "../phone/kinds/choice";
import type { PhoneKind } from "../phone/kinds/kind";
import { FakeServer, view } from "../phone/sync/testing";
import { calm, Streams } from "./streams";

const plain = { options: ["a", "b", "c"].map((id) => ({ id, text: `Option ${id}`, picture: null })), other: false, no_opinion: false, shuffle: false };

/** A question with three answers of which one is chosen. */
export function one(settings: Partial<Extract<QuestionView, { kind: "single" }>> = {}): QuestionView {
  return { kind: "single", ...plain, ...settings };
}

/** A question with three answers; two of them may be ticked. */
export function some(settings: Partial<Extract<QuestionView, { kind: "multiple" }>> = {}): QuestionView {
  return { kind: "multiple", ...plain, min: 1, max: 2, ...settings };
}

/** A quiz with three answers. */
export function quiz(settings: Partial<Extract<QuestionView, { kind: "quiz" }>> = {}): QuestionView {
  const { options, shuffle } = plain;
  return { kind: "quiz", options, shuffle, several: false, confidence: false, ...settings };
}

/** A view in which this is asked. */
export function asks(question = one(), first: Partial<PhonePoll> = {}): PhoneView {
  const poll: PhonePoll = { id: "p", ask: "Et vous ?", hint: null, question, state: "open", timer: null, results: null, solution: null, explain: null, ...first };
  return { ...view, poll };
}

/** The phone page, as it runs in a browser, before a server of the test's own. */
export class PhonePage {
  readonly server = new FakeServer();
  readonly live = new Streams();
  /** Everything a screen reader was told. */
  readonly heard: string[] = [];
  /** The kinds that came with the page. */
  inside: Record<string, PhoneKind> = { choice };
  /** The kinds that have to be loaded. */
  elsewhere: Record<string, Promise<unknown>> = {};
  private watcher: MutationObserver | undefined;

  readonly fetch: typeof globalThis.fetch = (url, init) => (`${url as string}` === "/api/live" ? this.live.fetch(url, init) : this.server.fetch(url, init));

  /** Opens the page, or reloads it: what is on the shelf stays. */
  async open(): Promise<void> {
    this.watcher?.disconnect();
    forgetListeners();
    vi.clearAllTimers();
    document.body.replaceChildren();
    vi.resetModules();
    // The build knows where it is on the server; here it is a module like any other.
    const load = (name: string) => this.elsewhere[name] ?? (name === "keepsake" ? import("../phone/keepsake") : import("../phone/later"));
    vi.doMock("../phone/load", () => ({ load, loadLater: () => load("later") }));
    globalThis.gazouillis = { ...this.inside };
    await import("../phone/later");
    await import("../phone/main");
    const region = document.querySelector("[role=status]")!;
    this.watcher = new MutationObserver(() => {
      const text = region.textContent?.replaceAll("\u00a0", " ");
      if (text) this.heard.push(text);
    });
    this.watcher.observe(region, { childList: true, characterData: true, subtree: true });
    await calm();
  }

  async sends(next: PhoneView): Promise<void> {
    this.live.last.says(next);
    await calm();
  }

  async taps(words: string | RegExp): Promise<void> {
    const says = (text: string) => (typeof words === "string" ? text === words : words.test(text));
    const found = [...document.querySelectorAll("button")].find((button) => !button.hidden && says(button.textContent ?? ""));
    if (!found) throw new Error(`no button says ${words}: ${this.text}`);
    found.click();
    await calm();
  }

  get screen(): string | null | undefined {
    return document.querySelector("main")?.getAttribute("data-screen");
  }

  /** What the eye reads. */
  get text(): string {
    const shown = document.body.cloneNode(true) as HTMLElement;
    for (const hidden of shown.querySelectorAll("[hidden], .visually-hidden")) hidden.remove();
    return shown.textContent?.replaceAll("\u00a0", " ") ?? "";
  }

  get ticked(): string[] {
    return [...document.querySelectorAll("[aria-pressed=true], [aria-checked=true]")].map((button) => button.textContent?.at(7) ?? "");
  }
}

const listening: (() => void)[] = [];

function forgetListeners(): void {
  for (const forget of listening.splice(0)) forget();
}

/** Pages are opened again and again in one document: what an earlier one listens to must go with it. */
function listenersAreNoted(target: EventTarget): void {
  const add = target.addEventListener.bind(target);
  vi.spyOn(target, "addEventListener").mockImplementation((...what: Parameters<EventTarget["addEventListener"]>) => {
    add(...what);
    listening.push(() => target.removeEventListener(what[0], what[1]));
  });
}

/** A page for each test, on a clock that the test moves. */
export function withPhone(): { readonly page: PhonePage } {
  let page: PhonePage;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    vi.spyOn(navigator, "languages", "get").mockReturnValue(["fr-FR"]);
    listenersAreNoted(window);
    listenersAreNoted(document);
    localStorage.clear();
    page = new PhonePage();
    vi.stubGlobal("fetch", page.fetch);
    vi.stubGlobal("scrollTo", () => {});
    vi.stubGlobal("matchMedia", () => new EventTarget());
    Object.assign(URL, { createObjectURL: () => "blob:bird", revokeObjectURL: () => {} });
  });
  afterEach(() => {
    forgetListeners();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  return {
    get page() {
      return page;
    },
  };
}
