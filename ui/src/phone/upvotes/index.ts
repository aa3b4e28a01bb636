/**
 * The texts of others that everybody may see, under the question, and the thumb beside each. Loaded once there is one to
 * upvote. It imports nothing from the page but types: the page is no module.
 */
import "./style.css";
import type { MyView, UpvoteCard } from "../../protocol/generated";
import type { Beside } from "../channels";
import { fetched, send } from "../channels/send";
import { words as table } from "./words";

/** When the texts have changed, a phone looks after what is its own within this long. */
const SPREAD_MS = 1_500;

let draw: (() => void) | undefined;

/** Draws the texts that may be upvoted now. */
export function upvotes(beside: Beside): void {
  (draw ??= list(beside))();
}

interface Line {
  element: HTMLElement;
  update(card: UpvoteCard): void;
}

function list({ h, say, set, language, token, view }: Beside): () => void {
  const words = table[language];
  const texts = h("ol", {});
  const trouble = h("p", { class: "upvotes-trouble", role: "alert", hidden: true });
  const element = h("section", { class: "upvotes", hidden: true }, h("h2", {}, words.title), h("p", { class: "hint" }, words.hint), trouble, texts);
  const lines = new Map<number, Line>();
  /** What the server is known to have of this phone. */
  let votes = new Set<number>();
  let own = new Set<number>();
  /** What was tapped and is not known to have arrived. */
  const wanted = new Map<number, boolean>();
  let looked = "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const cards = (): UpvoteCard[] => view()?.poll?.upvotes ?? [];

  async function look(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const me = await fetched<MyView>(token(), "/api/me");
    if (me) {
      votes = new Set(me.upvotes ?? []);
      own = new Set(me.ballots.map((ballot) => ballot.seq));
      for (const [id, up] of wanted) if (votes.has(id) === up) wanted.delete(id);
    }
    update();
  }

  async function want(id: number, up: boolean): Promise<void> {
    const poll = view()?.poll;
    if (!poll) return;
    wanted.set(id, up);
    update();
    const refused = await send(token(), "PUT", `/api/polls/${encodeURIComponent(poll.id)}/texts/${id}/vote`, { up });
    if (refused) wanted.delete(id);
    say(trouble, refused && words.refused(refused));
    await look();
  }

  function line(first: UpvoteCard): Line {
    let card = first;
    let up = false;
    const text = h("p", {});
    const count = h("span", { "aria-hidden": "true" });
    const thumb = h("button", { class: "upvote", type: "button", onclick: () => void want(card.id, !up) }, h("span", { class: "upvote-mark", "aria-hidden": "true" }), count);
    return {
      element: h("li", {}, thumb, text),
      update(now) {
        card = now;
        const before = votes.has(card.id);
        up = wanted.get(card.id) ?? before;
        // What this phone has just said shows at once; the server's count has it soon after.
        const shown = card.votes + Number(up) - Number(before);
        say(text, card.text);
        say(count, `${shown}`);
        set(thumb, "aria-pressed", up ? "true" : "false");
        set(thumb, "aria-label", words.want(shown, card.text));
      },
    };
  }

  function update(): void {
    const others = cards().filter((card) => !own.has(card.id));
    // The page draws each question anew; the texts stand under the one that is there.
    const question = document.querySelector("main .question");
    const dock = question?.querySelector(":scope > .dock");
    if (dock && element.nextElementSibling !== dock) dock.before(element);
    set(element, "hidden", !others.length);
    for (const id of lines.keys()) if (!others.some((card) => card.id === id)) lines.delete(id);
    const items = others.map((card) => {
      const found = lines.get(card.id) ?? line(card);
      lines.set(card.id, found);
      found.update(card);
      return found.element;
    });
    // Moved only when the order has changed: what has the focus would lose it.
    if (items.length !== texts.children.length || items.some((item, index) => texts.children[index] !== item)) {
      const held = document.activeElement;
      texts.replaceChildren(...items);
      if (held instanceof HTMLElement && texts.contains(held)) held.focus({ preventScroll: true });
    }
  }

  return () => {
    update();
    const now = JSON.stringify([view()?.session, cards()]);
    if (now === looked) return;
    // What is its own it learns at once the first time; then a whole room does not ask at the same moment.
    const first = !looked;
    looked = now;
    if (!cards().length) return;
    if (first) void look();
    else timer ??= setTimeout(() => void look(), Math.random() * SPREAD_MS);
  };
}
