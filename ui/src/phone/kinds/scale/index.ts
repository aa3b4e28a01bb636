import type { Answer } from "../../../protocol/generated";
import "./style.css";
import { words as table } from "./words";
import type { Asked, Body, BodyState, PhoneKind } from "../kind";

/** As many cells stand beside each other on the narrowest phone. */
const ONE_LINE = 6;

type Values = Readonly<Record<string, number>>;

function said(answer: Answer | null): Values {
  return answer?.kind === "scale" ? (answer.values as Values) : {};
}

function draw(asked: Asked<"scale">): Body {
  const { h, say, set, lang } = asked;
  const { statements, first, points, low, high, labels, signs } = asked.question;
  const words = table[asked.language];
  const alone = statements.length < 2;
  /** A value a line, with its words: where there is one statement, and words for each value. */
  const inFull = alone && labels.length > 0;
  let mine: Values = {};
  let state: BodyState;

  function choose(id: string, value: number | undefined, pressed = 0): void {
    const { [id]: _, ...values } = mine;
    const answer: Answer = { kind: "scale", values: value === undefined ? values : { ...values, [id]: value } };
    // Arrow keys go through the values one by one: only what a finger touches is meant at once.
    if (alone && pressed) asked.vote(answer);
    else asked.draft(value !== undefined || state.sent || Object.keys(values).length ? answer : null);
  }

  const rows = statements.map(({ id, text }) => {
    const places = Array.from({ length: points }, (_, place) => {
      const value = first + place;
      const word = labels[place] ?? [low, high][place && (place === points - 1 ? 1 : 2)] ?? "";
      const input = h("input", { type: "radio", name: `value-${id}`, value, onclick: (event) => choose(id, value, (event as MouseEvent).detail) });
      const share = h("i");
      const percent = h("small");
      const label = h("span", { class: inFull ? "" : "visually-hidden", lang }, word);
      const sign = h("b", { "aria-hidden": !!signs[place] && "true" }, signs[place] ?? `${value}`);
      const element = h("label", {}, input, h("span", { class: "value" }, share, sign, " ", label, " ", percent));
      return { value, input, share, percent, element };
    });
    const clear = h("button", { class: "clear", type: "button", onclick: () => choose(id, undefined) }, "×", h("span", { class: "visually-hidden" }, words.clear));
    const mean = h("p", { class: "hint" });
    const values = h("div", { class: "values" }, ...places.map((place) => place.element), ...(alone ? [] : [clear]));
    const cells = values.childElementCount;
    values.style.setProperty("--columns", `${inFull ? 1 : cells > ONE_LINE ? Math.ceil(cells / 2) : cells}`);
    const ends = h("p", { class: "ends", lang, "aria-hidden": "true" }, h("span", {}, low), h("span", {}, high));
    const element = h("fieldset", {}, h("legend", { lang, id: `of-${id}`, class: alone ? "visually-hidden" : "" }, text || asked.poll.ask), ...(inFull ? [] : [ends]), values, mean);
    return { id, places, clear, mean, element };
  });

  return {
    element: h("div", { class: "scale", "data-full": inFull }, ...rows.map((row) => row.element)),
    update({ results }, answer, at) {
      mine = said(answer);
      state = at;
      const figures = results?.figures.shape === "scale" ? results.figures.statements : [];
      for (const { id, places, clear, mean, element } of rows) {
        const told = figures.find((one) => one.id === id);
        set(element, "disabled", !at.open);
        set(element, "data-pending", at.pending);
        set(clear, "hidden", !at.open || mine[id] === undefined);
        places.forEach(({ value, input, share, percent }, place) => {
          input.checked = mine[id] === value;
          const part = told?.percents[place];
          share.style.setProperty("--share", `${part ?? 0}%`);
          say(percent, part === undefined ? "" : asked.words.percent(part));
        });
        say(mean, told?.mean == null ? "" : words.mean(told.mean.toLocaleString(asked.language, { minimumFractionDigits: 1 })));
      }
    },
    ready(answer, { drafted }) {
      const count = Object.keys(said(answer)).length;
      if (alone) return drafted ? { send: count > 0, says: "" } : null;
      const left = statements.length - count;
      return { send: count > 0, says: count ? (left ? words.left(left) : "") : words.tap, count };
    },
  };
}

export const kind: PhoneKind<"scale"> = { draw };
