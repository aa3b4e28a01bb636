import type { Answer, Language, PhonePoll } from "../../protocol/generated";
import { dom, h, say, set } from "../dom";
import { kindOf, moduleOf } from "../kinds";
import type { Asked, Body, PhoneKind } from "../kinds/kind";
import type { PhoneState } from "../state";
import { answerOf, type Ballot } from "../sync/ballot";
import type { Words } from "../words";
import { noteFor, type Note } from "./note";
import type { Drawn } from "./screen";
import { countdown } from "./time";

/** A question of more characters than this is set smaller. */
const LONG = 60;

/** What a person's taps do, and what only the page can. */
export interface Hand extends Pick<Asked, "shuffled" | "tell"> {
  vote(poll: string, answer: Answer): void;
  /** Keeps an answer that is not sent; `null` when what is shown is what was sent. */
  draft(poll: string, answer: Answer | null): void;
  /** Tells a screen reader how an answer fares. */
  fares(poll: PhonePoll, ballot: Ballot | undefined, note: Note): void;
}

/**
 * The question: its title, what its kind draws, and the dock that says how the answer fares. Drafts and sending are the
 * same for every kind, so they are here.
 */
export function question(poll: PhonePoll, lang: string, language: Language, words: Words, hand: Hand): Drawn {
  let now = poll;
  let latest: PhoneState | undefined;
  let kind: PhoneKind | undefined;
  let body: Body | undefined;

  const isOpen = () => now.state === "open";
  const draft = (answer: Answer | null) => isOpen() && hand.draft(poll.id, answer);
  const vote = (answer: Answer) => {
    if (!isOpen()) return;
    // Sent before it is forgotten: a page that dies in between has it twice rather than not at all.
    hand.vote(poll.id, answer);
    hand.draft(poll.id, null);
  };
  /** The answer to show, and what it is; a reload or another tab finds the draft in the notebook. */
  const standing = () => {
    const open = isOpen();
    const ballot = latest?.ballots[poll.id];
    const kept = (open && latest?.drafts[poll.id]) || null;
    const sent = answerOf(ballot);
    return { answer: kept ?? sent, state: { open, drafted: !!kept, sent: !!sent, pending: !kept && !!ballot?.pending } };
  };
  const submit = () => {
    const { answer, state } = standing();
    if (!answer) return;
    if (!state.drafted) draft(answer);
    else if (body?.ready?.(answer, state)?.send) vote(answer);
  };

  const head = h("b");
  const text = h("span");
  const note = h("p", { class: "note" }, h("span", { class: "mark" }), h("span", {}, head, " ", text));
  const send = h("button", { class: "send", type: "button", onclick: submit });
  const time = h("p", { class: "time", role: "timer" });
  const timer = countdown(
    (seconds) => say(time, seconds ? words.left(seconds) : ""),
    (seconds) => time.isConnected && hand.tell(words.left(seconds)),
  );
  const dock = h("div", { class: "dock" }, time, note, send);
  const explain = h("p", { class: "explain", lang });
  const title = h("h1", { id: "ask", tabindex: -1 }, poll.ask);
  const hint = poll.hint ? [h("p", { class: "hint" }, poll.hint)] : [];
  const place = h("p", { class: "ask" }, "…");
  const element = h(
    "div",
    { class: "question", "data-kind": moduleOf(poll.question.kind) },
    h("div", { class: "ask", lang, "data-long": poll.ask.length > LONG }, title, ...hint),
    place,
    explain,
    dock,
  );

  function arrive(found: PhoneKind): void {
    kind = found;
    body = kind.draw({ ...dom, poll, question: poll.question, lang, language, words, shuffled: hand.shuffled, tell: hand.tell, draft, vote });
    place.replaceWith(body.element);
    if (body.foot) send.before(body.foot);
    if (latest) update(latest);
  }

  function update(state: PhoneState): void {
    latest = state;
    now = state.view?.poll ?? now;
    const ballot = state.ballots[poll.id];
    const { answer, state: at } = standing();
    const { open, drafted, sent } = at;
    body?.update(now, answer, at);
    const ready = (open && body?.ready?.(answer, at)) || null;
    const counts = ballot?.counted?.answer;
    const said = noteFor(now, ballot, words, {
      stuck: state.troubled || state.line !== "up",
      draft: state.drafts[poll.id],
      right: now.solution && counts ? kind?.isRight?.(now.solution, counts) : undefined,
      prompt: body ? ready?.says : "",
    });
    set(note, "data-tone", drafted ? "plain" : said.tone);
    say(head, drafted ? (sent ? words.unsent : "") : said.head);
    say(text, drafted ? (ready?.says ?? "") : said.text);
    say(explain, now.explain ?? "");
    timer(now.timer);
    const count = ready?.count;
    say(send, ready ? (drafted || !answer ? words.submit + (count ? ` (${count})` : "") : words.edit) : "");
    const idle = drafted ? !ready?.send : !answer;
    set(send, "aria-disabled", idle && "true");
    set(send, "data-quiet", idle || !drafted);
    hand.fares(now, ballot, said);
  }

  const found = kindOf(poll.question.kind);
  if (found instanceof Promise) void found.then(arrive);
  else arrive(found);
  return { element, title, update };
}
