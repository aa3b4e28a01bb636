import type { Answer, Solution } from "../../../protocol/generated";
import "./style.css";
import { words as table } from "./words";
import type { Asked, Body, PhoneKind } from "../kind";

function draw(asked: Asked<"number">): Body {
  const { h, say, set } = asked;
  const { min, max, step, decimals, unit } = asked.question;
  const words = table[asked.language];
  /** A tenth of an answer is shown of medians. */
  const written = (value: number, grouped = true) => value.toLocaleString(asked.language, { maximumFractionDigits: decimals + 1, useGrouping: grouped });
  const withUnit = (value: number) => (unit ? `${written(value)}\u202f${unit}` : written(value));
  let sent = false;

  /** French and English ways to write a number; NaN where it is none. */
  const read = (text: string) => (text.trim() ? Number(text.replace(/\s/g, "").replace("−", "-").replace(",", ".")) : NaN);
  const inRange = (value: number) => value >= min && value <= max;
  /** Within what a phone's arithmetic may be off. */
  const onStep = (value: number) => Math.abs((value - min) / step - Math.round((value - min) / step)) < 1e-3 * Math.max(1, 1 / step / 10 ** decimals);
  const fits = (value: number) => inRange(value) && onStep(value);
  const answered = (value: number): Answer | null => (Number.isFinite(value) ? { kind: "number", value } : null);

  function move(by: number): void {
    const from = read(field.value);
    const start = by > 0 ? min : max;
    const steps = Math.round((from - min) / step) + by;
    const value = Number.isFinite(from) ? Math.min(max, Math.max(min, min + steps * step)) : start;
    field.value = written(Number(value.toFixed(decimals)), false);
    asked.draft(answered(read(field.value)));
    asked.tell(field.value);
  }
  function onsubmit(event: Event): void {
    event.preventDefault();
    const value = read(field.value);
    if (fits(value)) asked.vote({ kind: "number", value });
  }

  const field = h("input", {
    class: "field",
    type: "text",
    // The keyboard of numbers has no minus on some phones.
    inputmode: min < 0 ? "text" : decimals ? "decimal" : "numeric",
    autocomplete: "off",
    enterkeyhint: "send",
    "aria-labelledby": "ask unit",
    "aria-describedby": "range",
    oninput: () => asked.draft(answered(read(field.value))),
  });
  const less = h("button", { class: "step", type: "button", "aria-label": words.less(written(step)), onclick: () => move(-1) }, "−");
  const more = h("button", { class: "step", type: "button", "aria-label": words.more(written(step)), onclick: () => move(1) }, "+");
  const range = h("p", { class: "hint", id: "range" }, words.range(written(min), withUnit(max)));
  const told = h("p", { class: "told" });
  const form = h("form", { class: "number", onsubmit }, less, field, h("span", { id: "unit", lang: asked.lang }, unit ?? ""), more);
  const element = h("div", { class: "numbers" }, form, range, told);

  return {
    element,
    update({ results, solution }, answer, { open, sent: was }) {
      sent = was;
      const value = answer?.kind === "number" ? answer.value : NaN;
      // What is being typed stays as it is: "12," is on its way to 12,5.
      if (read(field.value) !== value && (document.activeElement !== field || !open)) field.value = Number.isFinite(value) ? written(value, false) : "";
      set(field, "readonly", !open);
      set(less, "hidden", !open);
      set(more, "hidden", !open);
      const median = results?.figures.shape === "number" ? results.figures.quartiles?.median : undefined;
      const right = solution?.kind === "number" ? solution : undefined;
      const lines = [right && words.right(withUnit(right.right)), right && right.closest !== null && words.closest(withUnit(right.closest)), median !== undefined && words.median(withUnit(median))];
      say(told, lines.filter(Boolean).join(" "));
    },
    ready(answer) {
      const value = answer?.kind === "number" ? answer.value : NaN;
      const typed = read(field.value);
      const odd = field.value.trim() && Number.isNaN(typed);
      const says = odd ? words.none : Number.isNaN(value) ? words.type : inRange(value) ? (onStep(value) ? "" : words.step(written(step))) : words.out;
      return sent || answer || odd ? { send: fits(value) && !odd, says } : { send: false, says };
    },
  };
}

/** Within the tolerance, as far as a phone's arithmetic can tell. */
function isRight(solution: Solution, answer: Answer): boolean {
  if (solution.kind !== "number" || answer.kind !== "number") return false;
  return Math.abs(answer.value - solution.right) <= solution.tolerance + 1e-9;
}

export const kind: PhoneKind<"number"> = { draw, isRight };
