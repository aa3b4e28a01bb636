import type { MyQa, MyQuestion, PhoneQa, QuestionCard } from "../../protocol/generated";
import type { Beside } from ".";
import { send } from "./send";
import { words as table } from "./words";

export interface List {
  readonly element: HTMLElement;
  update(qa: PhoneQa | null, own: MyQa | null): void;
}

/** The questions of this phone, where each stands, and how to change one or take it back. */
export function mine({ h, say, set, language, token }: Beside, does: { edit(question: MyQuestion): void; changed(): void }): List {
  const words = table[language];
  const list = h("ul", {});
  const trouble = h("p", { class: "beside-trouble", role: "alert", hidden: true });
  const element = h("section", { class: "beside-mine", hidden: true }, h("h2", {}, words.mine), list, trouble);
  let drawn = "";

  async function withdraw({ id }: MyQuestion): Promise<void> {
    const refused = await send(token(), "DELETE", `/api/questions/${id}`);
    say(trouble, refused && words.refused(refused));
    does.changed();
  }
  const line = (question: MyQuestion) => {
    const { text, state } = question;
    const tools =
      state === "answered"
        ? []
        : [
            h("button", { type: "button", "aria-label": words.editOf(text), onclick: () => does.edit(question) }, words.edit),
            h("button", { type: "button", "aria-label": words.withdrawOf(text), onclick: () => void withdraw(question) }, words.withdraw),
          ];
    return h("li", {}, h("p", {}, text), h("div", { class: "beside-tools" }, h("span", { class: "beside-state", "data-state": state }, words.states[state]), ...tools));
  };
  return {
    element,
    update(qa, own) {
      const questions = own?.questions ?? [];
      set(element, "hidden", !qa || !questions.length);
      const now = JSON.stringify(questions);
      if (now === drawn) return;
      drawn = now;
      list.replaceChildren(...questions.map(line));
    },
  };
}

/** The questions that everybody may see, and the thumb under each. */
export function room({ h, say, set, language, token }: Beside, changed: () => void): List {
  const words = table[language];
  const list = h("ol", {});
  const empty = h("p", { class: "hint" });
  const more = h("p", { class: "hint" });
  const trouble = h("p", { class: "beside-trouble", role: "alert", hidden: true });
  const element = h("section", { class: "beside-room" }, h("h2", {}, words.rooms), empty, trouble, list, more);
  const lines = new Map<number, { element: HTMLElement; update(card: QuestionCard, own: MyQa | null): void }>();
  /** What was tapped and is not known to have arrived. */
  const wanted = new Map<number, boolean>();

  async function want(id: number, up: boolean): Promise<void> {
    wanted.set(id, up);
    const refused = await send(token(), "PUT", `/api/questions/${id}/vote`, { up });
    if (refused) wanted.delete(id);
    say(trouble, refused && words.refused(refused));
    changed();
  }
  function line(first: QuestionCard): { element: HTMLElement; update(card: QuestionCard, own: MyQa | null): void } {
    let card = first;
    let up = false;
    const text = h("p", {});
    const state = h("span", { class: "beside-state" });
    const votes = h("span", { "aria-hidden": "true" });
    const thumb = h("button", { class: "beside-want", type: "button", onclick: () => void want(card.id, !up) }, h("span", { class: "beside-up", "aria-hidden": "true" }), votes);
    const item = h("li", {}, thumb, h("div", {}, text, state));
    return {
      element: item,
      update(now, own) {
        card = now;
        const before = own?.votes.includes(card.id) ?? false;
        if (wanted.get(card.id) === before) wanted.delete(card.id);
        up = wanted.get(card.id) ?? before;
        // What this phone has just said shows at once; the server's count has it soon after.
        const count = card.votes + Number(up) - Number(before);
        say(text, card.text);
        say(votes, `${count}`);
        say(state, card.pinned ? words.pinned : card.answered ? words.answered : "");
        set(state, "data-state", card.pinned ? "pinned" : "answered");
        set(thumb, "aria-pressed", up ? "true" : "false");
        set(thumb, "aria-label", words.want(count, card.text));
        set(thumb, "aria-disabled", card.answered && "true");
      },
    };
  }
  return {
    element,
    update(qa, own) {
      set(element, "hidden", !qa);
      const cards = qa?.questions ?? [];
      say(empty, qa && !cards.length ? words.empty : "");
      say(more, qa && qa.shown > cards.length ? words.more(qa.shown - cards.length) : "");
      for (const id of lines.keys()) if (!cards.some((card) => card.id === id)) lines.delete(id);
      const items = cards.map((card) => {
        const found = lines.get(card.id) ?? line(card);
        lines.set(card.id, found);
        found.update(card, own);
        return found.element;
      });
      // Moved only when the order has changed: what has the focus would lose it.
      if (items.length !== list.children.length || items.some((item, index) => list.children[index] !== item)) {
        const held = document.activeElement;
        list.replaceChildren(...items);
        if (held instanceof HTMLElement && list.contains(held)) held.focus({ preventScroll: true });
      }
    },
  };
}
