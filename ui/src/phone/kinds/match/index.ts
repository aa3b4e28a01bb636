import type { Answer, Item, PhonePoll } from "../../../protocol/generated";
import type { Asked, Body, BodyState, PhoneKind } from "../kind";
import "./style.css";
import { words as table } from "./words";

type Pairs = Record<string, string | undefined>;

const pairsOf = (answer: Answer | null): Pairs => (answer?.kind === "match" ? answer.pairs : {});

/**
 * Two columns. A tap on one side and one on the other make a pair, whose right side moves beside its left. Whatever was beside
 * either before changes places, so that nothing has to be undone.
 */
function draw({ h, say, set, question, lang, language, words, shuffled, draft, tell }: Asked<"match">): Body {
  const said = table[language];
  const { left } = question;
  const rights = shuffled(question.right);
  let mine: Pairs = {};
  let open = false;
  /** What was tapped and waits for its other side. */
  let held: HTMLElement | undefined;
  let redraw = () => {};

  const card = ({ id, text }: Item, side: string) => {
    const aside = h("span", { class: "visually-hidden" });
    const small = h("small", {});
    const element = h("button", { class: "option", type: "button", "data-side": side }, h("span", { class: "words", lang }, text), aside, small);
    element.onclick = () => tapped(element);
    return { id, text, element, aside, small };
  };
  const ones = left.map((item) => card(item, "left"));
  const others = rights.map((item) => card(item, "right"));
  const all = [...ones, ...others];
  const element = h("div", { class: "options pairs", role: "group", "aria-labelledby": "ask" });
  const leftOf = (right: string, pairs = mine) => left.find(({ id }) => pairs[id] === right)?.id;

  function tapped(element: HTMLElement): void {
    if (!open) return;
    const partner = held;
    if (!partner || partner.dataset["side"] === element.dataset["side"]) {
      held = partner === element ? undefined : element;
      return redraw();
    }
    held = undefined;
    const [one, other] = [element, partner].map((half) => all.find((card) => card.element === half)!);
    if (ones.includes(one!)) pair(one!, other!);
    else pair(other!, one!);
  }

  function pair(one: Item, other: Item): void {
    const displaced = leftOf(other.id);
    const pairs = { ...mine, ...(displaced && { [displaced]: mine[one.id] }), [one.id]: other.id };
    const loose = left.filter(({ id }) => !pairs[id]);
    // The last pair needs no tap.
    if (loose.length === 1) pairs[loose[0]!.id] = rights.find(({ id }) => !leftOf(id, pairs))?.id;
    draft({ kind: "match", pairs: Object.fromEntries(Object.entries(pairs).filter(([, right]) => right)) as Record<string, string> });
    tell(`${one.text}, ${said.with(other.text)}`);
  }

  function update({ results, solution }: PhonePoll, answer: Answer | null, state: BodyState): void {
    mine = pairsOf(answer);
    if (!state.open) held = undefined;
    open = state.open;
    const told = solution?.kind === "pairs" ? solution : undefined;
    const right = told?.right;
    const beside: Pairs = right ?? mine;
    const loose = others.filter(({ id }) => !leftOf(id, beside));
    const figures = results?.figures.shape === "match" ? results.figures.left : [];
    const cells = ones.flatMap((one, place) => {
      const joined = others.find(({ id }) => id === beside[one.id]);
      const other = joined ?? loose.shift()!;
      const percent = figures.find(({ id }) => id === one.id)?.beside.find(({ id }) => id === other.id)?.percent;
      const had = others.find(({ id }) => id === mine[one.id]);
      for (const half of [one, other]) {
        set(half.element, "data-joined", !!joined);
        set(half.element, "data-closed", !open);
        set(half.element, "data-pending", state.pending);
        set(half.element, "data-right", right && `${had === other}`);
        set(half.element, "aria-pressed", open && `${held === half.element}`);
        set(half.element, "data-on", open && held === half.element);
        set(half.element, "aria-disabled", !open && "true");
      }
      say(one.aside, ` (${joined ? said.with(joined.text) : said.loose})`);
      say(other.aside, joined ? ` (${said.with(one.text)})` : ` (${said.loose})`);
      const missed = right && had && had !== other ? said.you(had.text) : "";
      const share = percent === undefined ? "" : said[right ? "found" : "same"](words.percent(percent));
      say(other.small, open || !joined ? "" : [share, missed, told?.notes?.[place]].filter(Boolean).join(" · "));
      return [one.element, other.element];
    });
    if (cells.some((cell, place) => cell !== element.children[place])) {
      // What moves in the document loses the focus.
      const focus = document.activeElement;
      element.append(...cells);
      if (focus instanceof HTMLElement && element.contains(focus)) focus.focus({ preventScroll: true });
    }
    redraw = () => {
      for (const half of all) {
        set(half.element, "aria-pressed", `${held === half.element}`);
        set(half.element, "data-on", held === half.element);
      }
      if (held) tell(said.partner);
    };
  }

  return {
    element,
    update,
    ready(answer) {
      const missing = left.length - Object.keys(pairsOf(answer)).length;
      return { send: !missing, says: !missing ? said.done : missing < left.length ? said.left(missing) : said.start };
    },
  };
}

export const kind: PhoneKind<"match"> = {
  draw,
  isRight: (solution, answer) => solution.kind === "pairs" && Object.entries(solution.right).every(([left, right]) => pairsOf(answer)[left] === right),
};
