import type { Answer, PlanePoint } from "../../../protocol/generated";
import "./style.css";
import { words as table } from "./words";
import type { Asked, Body, BodyState, PhoneKind } from "../kind";

type Places = Readonly<Record<string, PlanePoint>>;

function said(answer: Answer | null): Places {
  return answer?.kind === "plane" ? (answer.points as Places) : {};
}

/** One square for all statements, which come up one after another; the sliders below do what a finger does in it. */
function draw(asked: Asked<"plane">): Body {
  const { h, say, set, lang, poll } = asked;
  const { statements, first, points, left, right, bottom, top } = asked.question;
  const words = table[asked.language];
  const alone = statements.length < 2;
  let mine: Places = {};
  let state: BodyState;
  let now = poll;
  let at = 0;

  function place(point: PlanePoint | undefined): void {
    const { [statements[at]!.id]: _, ...points } = mine;
    const answer: Answer = { kind: "plane", points: point ? { ...points, [statements[at]!.id]: point } : points };
    asked.draft(point || state.sent || Object.keys(points).length ? answer : null);
  }
  function turn(by: number): void {
    at = Math.min(statements.length - 1, Math.max(0, at + by));
    show();
    asked.tell(text.textContent!);
  }
  function tapped(event: Event): void {
    const { clientX, clientY } = event as MouseEvent;
    const box = square.getBoundingClientRect();
    const step = (part: number) => first + Math.min(points - 1, Math.max(0, Math.floor(part * points)));
    place({ x: step((clientX - box.left) / box.width), y: step((box.bottom - clientY) / box.height) });
  }
  /** In the middle of its step, in percent. */
  const across = (value: number) => `${(100 * (value - first + 0.5)) / points}%`;
  const dot = (x: number, y: number, size: number, letter = "") => {
    const element = h("i", { class: letter && "pin" }, letter);
    element.style.cssText = `left:${across(x)};bottom:${across(y)};--size:${size}`;
    return element;
  };
  const slider = (axis: "x" | "y", from: string, to: string) => {
    const input = h("input", {
      type: "range",
      min: first,
      max: first + points - 1,
      "aria-label": words.axis(from, to),
      "aria-describedby": alone ? "ask" : "placed",
      oninput: () => {
        const middle = first + Math.floor(points / 2);
        place({ x: middle, y: middle, ...mine[statements[at]!.id], [axis]: Number(input.value) });
      },
    });
    return { axis, input, element: h("label", { class: "axis", lang }, h("span", {}, from), input, h("span", {}, to)) };
  };

  const text = h("b", { id: "placed", lang });
  const back = h("button", { class: "turn", type: "button", "aria-label": words.back, onclick: () => turn(-1) }, "‹");
  const on = h("button", { class: "turn", type: "button", "aria-label": words.on, onclick: () => turn(1) }, "›");
  const steps = h("div", { class: "steps", hidden: alone }, back, text, on);
  const square = h("div", { class: "square", onclick: tapped });
  const axes = [slider("x", left, right), slider("y", bottom, top)];
  const clear = h("button", { class: "clear", type: "button", onclick: () => place(undefined) }, words.clear);
  const element = h(
    "div",
    { class: "plane", role: "group", "aria-labelledby": "ask" },
    steps,
    h("p", { class: "end", lang, "aria-hidden": "true" }, `↑ ${top}`),
    square,
    h("p", { class: "end", lang, "aria-hidden": "true" }, `↓ ${bottom}`),
    ...axes.map((axis) => axis.element),
    clear,
  );

  function show(): void {
    const { id, text: statement } = statements[at]!;
    const letter = (index: number) => (alone ? "●" : String.fromCharCode(65 + index));
    const point = mine[id];
    const figures = now.results?.figures.shape === "plane" ? now.results.figures.statements[at] : undefined;
    const most = Math.max(...(figures?.cells ?? []).map((cell) => cell[2]));
    say(text, `${letter(at)} · ${statement} (${at + 1}/${statements.length})`);
    set(back, "disabled", !at);
    set(on, "disabled", at === statements.length - 1);
    set(square, "data-open", state.open);
    set(clear, "hidden", !state.open || !point);
    const cloud = (figures?.cells ?? []).map(([x, y, count]) => dot(x, y, Math.sqrt(count / most)));
    const pins = statements.flatMap((one, index) => {
      const own = mine[one.id];
      if (!own) return [];
      const pin = dot(own.x, own.y, 1, letter(index));
      set(pin, "data-now", index === at);
      return [pin];
    });
    square.replaceChildren(...cloud, ...pins);
    for (const { axis, input } of axes) {
      input.value = `${point?.[axis] ?? first + (points - 1) / 2}`;
      set(input, "aria-valuetext", point ? undefined : words.none);
      set(input, "data-none", !point);
      set(input, "disabled", !state.open);
    }
  }

  return {
    element,
    update(poll, answer, next) {
      now = poll;
      mine = said(answer);
      state = next;
      show();
    },
    ready(answer) {
      const count = Object.keys(said(answer)).length;
      const left = statements.length - count;
      return { send: count > 0, says: count ? (left ? words.left(left) : "") : words.tap, ...(!alone && { count }) };
    },
  };
}

export const kind: PhoneKind<"plane"> = { draw };
