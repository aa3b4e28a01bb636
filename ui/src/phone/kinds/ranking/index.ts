import type { Answer, OptionView, PhonePoll } from "../../../protocol/generated";
import type { Asked, Body, BodyState, PhoneKind } from "../kind";
import "./style.css";
import { words as table } from "./words";

const orderOf = (answer: Answer | null) => (answer?.kind === "ranking" ? answer.order : []);

/** A finger that moves less than this has tapped. */
const TAP_PX = 6;

/**
 * What is ranked stands above in its order, the rest below in an order of this phone's own. A tap gives the next place; ↑, ↓
 * and the finger on a number move what has one. Only what somebody has placed counts: the order at the start says nothing.
 */
function draw({ h, say, set, question, lang, language, words, shuffled, draft, tell }: Asked<"ranking">): Body {
  const said = table[language];
  const { options, top } = question;
  let mine: string[] = [];
  let state: BodyState | undefined;
  let dragging = false;

  /** Makes this the order, and says where the option now is. */
  function rank(order: string[], { id, text }: OptionView): void {
    const rest = options.filter((option) => !order.includes(option.id));
    // The last place needs no tap.
    const next = (rest.length === 1 ? [...order, rest[0]!.id] : order).slice(0, top);
    draft(next.length || state?.sent ? { kind: "ranking", order: next } : null);
    const place = next.indexOf(id) + 1;
    tell(`${text} : ${place ? said.place(place, top) : said.out}`);
  }

  function row(option: OptionView) {
    const { id, text } = option;
    const others = () => mine.filter((one) => one !== id);
    const put = (at: number) => {
      const order = others();
      order.splice(at, 0, id);
      rank(order, option);
    };
    const number = h("span", { class: "mark" });
    const grip = h("span", { class: "grip" }, number);
    const aside = h("span", { class: "visually-hidden" });
    const name = h("button", { class: "words", type: "button" }, h("span", { lang }, text), aside);
    const move = (sign: string, label: string, by: number) => h("button", { class: "step", type: "button", "aria-label": `${label} : ${text}`, onclick: () => put(Math.max(0, mine.indexOf(id) + by)) }, sign);
    const up = move("↑", said.up, -1);
    const down = move("↓", said.down, 1);
    const percent = h("b", { class: "percent" });
    const fill = h("i");
    const track = h("span", { class: "track" }, fill);
    const element = h("li", { class: "option rank" }, grip, name, h("span", {}, percent, up, down), track);

    element.onclick = ({ target }) => {
      if (dragging || target === up || target === down || !state?.open) return;
      if (mine.includes(id)) rank(others(), option);
      else if (mine.length < top) put(mine.length);
    };
    grip.onpointerdown = ({ pointerId, clientY }) => {
      if (!state?.open) return;
      let from = clientY;
      dragging = false;
      grip.setPointerCapture(pointerId);
      grip.onpointermove = (event) => {
        const by = event.clientY - from;
        if (!dragging && Math.abs(by) < TAP_PX) return;
        dragging = true;
        set(element, "data-dragged", true);
        // The neighbour goes to the other side: what moves in the document would lose the finger.
        const next = by < 0 ? element.previousElementSibling : element.nextElementSibling;
        const was = element.offsetTop;
        if (next && Math.abs(by) > next.clientHeight / 2) element[by < 0 ? "after" : "before"](next);
        from += element.offsetTop - was;
        element.style.transform = `translateY(${event.clientY - from}px)`;
      };
      grip.onlostpointercapture = () => {
        grip.onpointermove = grip.onlostpointercapture = null;
        element.style.transform = "";
        set(element, "data-dragged", false);
        if (!dragging) return;
        const at = [...list.children].indexOf(element);
        // The click that follows is the end of this, not a tap.
        setTimeout(() => (dragging = false));
        if (at <= others().length) put(at);
        else rank(others(), option);
      };
    };

    return {
      id,
      element,
      update({ results, solution }: PhonePoll, shown: number, { open, pending }: BodyState) {
        const place = mine.indexOf(id) + 1;
        const figures = results?.figures.shape === "ranking" ? results.figures.ranks.find((one) => one.id === id) : undefined;
        const right = solution?.kind === "order" ? solution.right.indexOf(id) : -1;
        set(element, "data-ranked", !!place && open);
        set(element, "data-closed", !open);
        set(element, "data-pending", pending && !!place);
        set(element, "data-right", right < 0 ? undefined : `${right + 1 === place}`);
        number.textContent = `${shown || ""}`;
        set(name, "aria-pressed", open && `${!!place}`);
        set(name, "aria-disabled", (!open || (!place && mine.length >= top)) && "true");
        say(aside, place ? ` (${right + 1 === place && solution ? `${words.isRight}, ` : ""}${open ? "" : `${words.yours} : `}${said.place(place, top)})` : "");
        for (const [button, end] of [[up, 1], [down, mine.length]] as const) {
          set(button, "hidden", !open || !place);
          set(button, "aria-disabled", place === end && "true");
        }
        say(percent, !open && place ? said.you(place) : "");
        set(track, "hidden", open || !figures);
        fill.style.width = `${figures?.percent ?? 0}%`;
      },
    };
  }

  const rows = shuffled(options.map(row));
  const list = h("ol", { class: "options", "aria-labelledby": "ask" });

  /** The order in which everything is shown: one's own, then the room's, then the right one. */
  function shownOrder({ results, solution }: PhonePoll): readonly string[] {
    if (state?.open) return mine;
    if (solution?.kind === "order") return solution.right;
    if (results?.figures.shape === "ranking") return [...results.figures.ranks].sort((a, b) => b.points - a.points).map(({ id }) => id);
    return mine;
  }

  function update(poll: PhonePoll, answer: Answer | null, now: BodyState): void {
    mine = orderOf(answer).filter((id) => options.some((option) => option.id === id));
    state = now;
    const order = shownOrder(poll);
    const at = (id: string) => order.indexOf(id) + 1 || options.length + 1;
    for (const one of rows) one.update(poll, order.indexOf(one.id) + 1, now);
    const sorted = [...rows].sort((a, b) => at(a.id) - at(b.id)).map(({ element }) => element);
    if (sorted.some((element, place) => element !== list.children[place])) {
      // What moves in the document loses the focus.
      const focus = document.activeElement;
      list.append(...sorted);
      if (focus instanceof HTMLElement && list.contains(focus)) focus.focus({ preventScroll: true });
    }
  }

  return {
    element: list,
    update,
    ready(answer) {
      const ranked = orderOf(answer).length;
      return { send: ranked === top, says: !ranked ? (top < options.length ? said.start(top) : said.all) : ranked < top ? said.left(top - ranked) : said.done };
    },
  };
}

export const kind: PhoneKind<"ranking"> = {
  draw,
  isRight: (solution, answer) => solution.kind === "order" && `${solution.right}` === `${orderOf(answer)}`,
};
