import type { Answer, Language, PhonePoll } from "../../protocol/generated";
import { h, say, set } from "../dom";
import type { PhoneState } from "../state";
import { chosen } from "../sync/ballot";
import type { Words } from "../words";
import { noteFor, room } from "./note";
import { option } from "./option";
import type { Drawn } from "./screen";

/** A question of more characters than this is set smaller. */
const LONG = 60;

/** What a person's taps do. */
export interface Hand {
  vote(poll: string, answer: Answer): void;
  /** Keeps what is ticked but not sent; `null` when what is shown is what was sent. */
  draft(poll: string, choices: readonly string[] | null): void;
}

/** The question. For one choice a tap is a vote; for several, taps collect and one button sends. */
export function question(poll: PhonePoll, lang: Language, words: Words, { vote, draft: keep }: Hand): Drawn {
  const many = poll.kind === "multiple";
  let now = poll;
  let latest: PhoneState;
  const ids = poll.options.map((one) => one.id);
  /** What is ticked but not sent, as the notebook has it: a reload or another tab finds it there. */
  const drafted = () => latest.drafts[poll.id]?.filter((id) => ids.includes(id)) ?? null;

  const tapped = (id: string) => {
    if (now.state !== "open") return;
    navigator.vibrate?.(8);
    if (!many) return vote(poll.id, { choice: id });
    const ticked = picked();
    if (ticked.includes(id)) keep(poll.id, ticked.filter((one) => one !== id));
    else if (ticked.length < poll.max_choices) keep(poll.id, [...ticked, id]);
  };
  const submit = () => {
    const draft = drafted();
    // Sent before it is forgotten: a page that dies in between has it twice rather than not at all.
    if (draft?.length) vote(poll.id, { choices: draft });
    keep(poll.id, draft ? null : picked());
  };
  const picked = () => (now.state === "open" && drafted()) || chosen(latest.ballots[poll.id]);

  const options = poll.options.map((one) => ({ id: one.id, ...option(one, lang, words, tapped) }));
  const head = h("b");
  const text = h("span");
  const note = h("p", { class: "note" }, h("span", { class: "mark" }), h("span", {}, head, " ", text));
  const send = h("button", { class: "send", type: "button", onclick: submit });
  const explain = h("p", { class: "explain", lang });
  const title = h("h1", { id: "ask", tabindex: -1 }, poll.ask);
  const hint = poll.hint ? [h("p", { class: "hint" }, poll.hint)] : [];
  const element = h(
    "div",
    { class: "question", "data-many": many },
    h("div", { class: "ask", lang, "data-long": poll.ask.length > LONG }, title, ...hint),
    h("div", { class: "options", role: "group", "aria-labelledby": "ask" }, ...options.map((one) => one.element)),
    explain,
    h("div", { class: "dock" }, note, ...(many ? [send] : [])),
  );

  function update(state: PhoneState): void {
    latest = state;
    now = state.view?.poll ?? now;
    const open = now.state === "open";
    const draft = open ? drafted() : null;
    const ballot = state.ballots[poll.id];
    const ticked = picked();
    const full = many && ticked.length >= poll.max_choices && poll.max_choices < poll.options.length;
    for (const one of options) {
      const on = ticked.includes(one.id);
      one.update(now, { picked: on, pending: !draft && !!ballot?.pending, live: open && (on || !full) });
    }
    const said = noteFor(now, ballot, state.troubled || state.line !== "up", words, drafted());
    const unsent = draft && ballot;
    set(note, "data-tone", draft ? "plain" : said.tone);
    say(head, unsent ? words.unsent : draft ? "" : said.head);
    say(text, draft ? room(poll, ticked.length, words) : said.text);
    say(explain, now.explain ?? "");
    say(send, open ? (draft || !ticked.length ? words.submit + (ticked.length ? ` (${ticked.length})` : "") : words.edit) : "");
    set(send, "aria-disabled", !ticked.length && "true");
    set(send, "data-quiet", !draft);
  }
  return { element, title, update };
}
