/**
 * Several questions on one slide: this phone goes through them at its own pace, one a screen. The page draws each as it draws any question;
 * here is the way from one to the next, and the list at its end. It is loaded after the first question, which stands by itself meanwhile.
 */
import type { Language, PhonePoll } from "../../protocol/generated";
import type { Dom } from "../dom";
import type { PhoneState } from "../state";
import "./style.css";
import { words as table } from "./words";

/** How the page draws a state. */
type Draw = (state: PhoneState) => void;

/** Draws the question this phone has come to, and the way on; a state without a survey as it is. */
export type Walk = (state: PhoneState, page: Draw) => void;

/**
 * Begins at the first question without an answer. `again` draws the page anew. Where `stays`, the first question stood there without one
 * while this was loaded: who has answered it meanwhile is not led away from it.
 */
export function walk({ h, say, set }: Dom, language: Language, again: () => void, stays: boolean): Walk {
  const words = table[language];
  let made = "";
  /** The question, from 0; after the last comes the list. */
  let at = 0;
  let all = 0;
  let shown = -1;

  const count = h("p", { class: "walked", id: "walked" });
  const marks = h("span", { class: "marks", "aria-hidden": "true" });
  const previous = h("button", { class: "back", type: "button", "aria-label": words.previous, onclick: () => go(at - 1) }, "←");
  const next = h("button", { class: "send", type: "button", onclick: () => at < all && go(at + 1) });
  const way = h("nav", { class: "walk", "aria-label": words.name }, marks, previous, next);
  const title = h("h1", { tabindex: -1 });
  const lead = h("p", { class: "lead" });
  const list = h("ol");
  const end = h("div", { class: "list" }, title, lead, list);

  function go(to: number): void {
    at = to;
    again();
  }

  const isAnswered = ({ ballots }: PhoneState, { id }: PhonePoll) => !!(ballots[id]?.pending || ballots[id]?.counted);

  function says(state: PhoneState, poll: PhonePoll): keyof typeof words & ("answered" | "unsent" | "open" | "none") {
    if (state.drafts[poll.id]) return "unsent";
    if (isAnswered(state, poll)) return "answered";
    return poll.state === "open" ? "open" : "none";
  }

  /** Where a phone begins that has come, or come back. */
  function begin(state: PhoneState, polls: readonly PhonePoll[]): void {
    const id = JSON.stringify([state.view?.session, polls.map(({ id, ask, question }) => [id, ask, question])]);
    all = polls.length;
    if (made === id) return;
    made = id;
    shown = -1;
    const first = stays ? 0 : polls.findIndex((poll) => poll.state === "open" && !isAnswered(state, poll));
    stays = false;
    at = first < 0 ? all : first;
    list.replaceChildren(
      ...polls.map((poll, n) =>
        h("li", {}, h("button", { type: "button", class: "option", onclick: () => go(n) }, h("span", { class: "mark" }), h("span", { class: "words", lang: state.view?.lang ?? state.view?.language }, poll.ask), h("span", { class: "hint" }))),
      ),
    );
    marks.replaceChildren(...polls.map(() => h("i")));
  }

  function drawList(state: PhoneState, polls: readonly PhonePoll[]): void {
    const done = polls.filter((poll) => isAnswered(state, poll)).length;
    const open = polls.some((poll) => poll.state === "open");
    say(title, open ? (done === all ? words.all : words.left(all - done)) : words.closed);
    say(lead, open ? words.change : words.answeredOf(done, all));
    polls.forEach((poll, n) => {
      const line = says(state, poll);
      const button = list.children[n]!.firstElementChild!;
      set(button, "data-says", line);
      say(button.lastElementChild!, words[line]);
      set(marks.children[n]!, "data-says", line);
      set(marks.children[n]!, "data-here", n === at);
    });
  }

  /** Puts what belongs to the survey around the question that the page has drawn. */
  function around(state: PhoneState, poll: PhonePoll): void {
    const question = document.querySelector<HTMLElement>(".question");
    if (!question) return;
    const atEnd = at === all;
    const heading = question.querySelector("h1")!;
    if (count.nextSibling !== heading) heading.before(count);
    set(heading, "aria-describedby", "walked");
    say(count, words.count(Math.min(at + 1, all), all));
    set(question, "hidden", atEnd);
    set(end, "hidden", !atEnd);
    if (end.parentNode !== question.parentNode) question.after(end);
    const dock = atEnd ? end : question.querySelector(".dock")!;
    if (way.parentNode !== dock) dock.append(way);
    set(previous, "aria-disabled", at === 0 && "true");
    say(next, atEnd ? "" : at === all - 1 ? words.end : words.next);
    set(next, "data-quiet", says(state, poll) !== "answered" && poll.state === "open");
    // The page itself goes to the title of a question that it draws anew; not to that of one which was only hidden.
    if (shown >= 0 && shown !== at && (atEnd || shown === all)) (atEnd ? title : heading).focus({ preventScroll: true });
    if (shown !== at) scrollTo(0, 0);
    shown = at;
  }

  return (state, page) => {
    const { view } = state;
    const polls = view?.survey;
    if (!view || !polls?.length) {
      made = "";
      for (const node of [count, way, end]) node.remove();
      const question = document.querySelector(".question");
      if (question) set(question, "hidden", false);
      return page(state);
    }
    begin(state, polls);
    at = Math.max(0, Math.min(at, all));
    const poll = polls[Math.min(at, all - 1)]!;
    page({ ...state, view: { ...view, poll: { ...poll, timer: view.poll?.timer ?? null } } });
    drawList(state, polls);
    around(state, poll);
  };
}
