import type { MyQa, MyView, PhoneChannels, PhoneQa, PhoneView } from "../../protocol/generated";
import type { Beside } from ".";
import { asking } from "./ask";
import { moods } from "./moods";
import { mine, room } from "./questions";
import { fetched } from "./send";
import { words as table } from "./words";

/** When everybody's questions have changed, a phone looks after its own within this long. */
const SPREAD_MS = 1_500;

export interface Panel {
  readonly element: HTMLElement;
  isOpen(): boolean;
  open(): void;
  update(view: PhoneView | null, open: PhoneChannels | undefined): void;
}

/** The page of the channels: how it goes, what one wants to know, what others want to know. It stands in place of the question. */
export function panel(beside: Beside, opener: HTMLElement): Panel {
  const { h, say, set, language } = beside;
  const words = table[language];
  let shown = false;
  let own: MyQa | null = null;
  let qa: PhoneQa | null = null;
  let session: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const title = h("h1", { tabindex: -1 });
  const back = h("button", { class: "pill", type: "button", onclick: () => close() }, words.close);
  const poll = h("button", { class: "send beside-poll", type: "button", onclick: () => close() });
  const mood = moods(beside);
  const form = asking(beside, () => void look());
  const yours = mine(beside, { edit: form.edit, changed: () => void look() });
  const theirs = room(beside, () => void look());
  const element = h(
    "div",
    { class: "beside-panel", role: "dialog", "aria-modal": "true", "aria-label": words.title, hidden: true, onkeydown: (event) => (event as KeyboardEvent).key === "Escape" && close() },
    h("header", { class: "top" }, title, back),
    h("div", { class: "beside-content" }, poll, mood.element, form.element, yours.element, theirs.element),
  );

  /** What the server has of this phone: its questions, and those it supports. */
  async function look(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const me = await fetched<MyView>(beside.token(), "/api/me");
    if (me) own = me.qa ?? null;
    draw();
  }

  function draw(): void {
    form.update(qa, own);
    yours.update(qa, own);
    theirs.update(qa, own);
  }

  /** The page behind is put away as a whole, so that neither a finger nor a screen reader strays into it. */
  function turn(open: boolean): void {
    shown = open;
    set(element, "hidden", !open);
    set(opener.parentElement!, "hidden", open);
    for (const behind of document.querySelectorAll("body > header, body > main")) set(behind, "hidden", open);
    scrollTo(0, 0);
  }

  function open(): void {
    turn(true);
    title.focus({ preventScroll: true });
    void look();
  }

  function close(): void {
    turn(false);
    opener.focus({ preventScroll: true });
  }

  return {
    element,
    isOpen: () => shown,
    open,
    update(view, now) {
      if (view && view.session !== session) {
        session = view.session;
        own = null;
        form.forget();
      }
      const changed = JSON.stringify(qa) !== JSON.stringify(now?.qa ?? null);
      qa = now?.qa ?? null;
      if (shown && (!now || (!now.qa && !now.mood))) close();
      const asked = view?.poll?.state === "open";
      // A vote has its time; but what somebody is writing is not taken from under the thumb.
      if (shown && asked && poll.hidden && !form.isWriting()) close();
      say(poll, asked ? words.poll : "");
      say(title, qa ? words.title : words.mood);
      mood.update(!!now?.mood);
      if (shown && changed) timer ??= setTimeout(() => void look(), Math.random() * SPREAD_MS);
      draw();
    },
  };
}
