import type { Answer, OptionView, PhonePoll } from "../../../protocol/generated";
import type { Asked, Body, BodyState, PhoneKind } from "../kind";
import "./style.css";
import { words as table } from "./words";

/** A button that is held goes on by itself: after so long, then this often. */
const HOLD_MS = 400;
const REPEAT_MS = 110;

const pointsOf = (answer: Answer | null): Record<string, number | undefined> => (answer?.kind === "points" ? answer.points : {});

/** Points go to the options by + and −; what is left stands in the dock, and all of it has to be given. */
function draw({ h, say, set, question, lang, language, words, draft, tell }: Asked<"points">): Body {
  const said = table[language];
  const { options, total, step } = question;
  let mine: Record<string, number | undefined> = {};
  let state: BodyState | undefined;

  const of = (id: string) => mine[id] ?? 0;
  const left = (points = mine) => total - options.reduce((sum, { id }) => sum + (points[id] ?? 0), 0);
  const leftSays = () => (left() ? said.left(left()) : said.done);
  function give(next: Record<string, number>): void {
    const given = Object.entries({ ...mine, ...next }).filter(([, points]) => points) as [string, number][];
    draft(given.length || state?.sent ? { kind: "points", points: Object.fromEntries(given) } : null);
  }

  /** A button that gives or takes, once for a click and on and on while it is held. */
  function button(sign: string, label: string, press: () => void): HTMLElement {
    let timer = 0;
    let held = false;
    const stop = () => clearTimeout(timer);
    const again = () => {
      held = true;
      press();
      timer = setTimeout(again, REPEAT_MS);
    };
    return h("button", {
      class: "step",
      type: "button",
      "aria-label": label,
      onpointerdown: () => {
        stop();
        held = false;
        timer = setTimeout(again, HOLD_MS);
      },
      onpointerup: stop,
      onpointerleave: stop,
      onpointercancel: stop,
      oncontextmenu: (event) => event.preventDefault(),
      onclick: () => {
        if (!held) press();
        held = false;
      },
    }, sign);
  }

  function row({ id, text }: OptionView) {
    /** To the next whole step, as far as there are points. */
    const change = (by: number) => {
      const had = of(id);
      const next = by > 0 ? Math.min(had + left(), (Math.floor(had / step) + 1) * step) : Math.max(0, (Math.ceil(had / step) - 1) * step);
      if (next === had) return;
      give({ [id]: next });
      tell(`${text} : ${next}. ${leftSays()}`);
    };
    const less = button("−", `${said.less} : ${text}`, () => change(-1));
    const more = button("+", `${said.more} : ${text}`, () => change(1));
    const figure = h("b", { class: "percent" });
    const fill = h("i");
    const own = h("span", {});
    const element = h("li", { class: "option purse" }, h("span", { class: "words", lang }, text), h("span", { class: "steps" }, own, less, figure, more), h("span", { class: "track" }, fill));
    return {
      element,
      update({ results }: PhonePoll, { open, pending }: BodyState) {
        const figures = results?.figures.shape === "points" ? results.figures.purses.find((purse) => purse.id === id) : undefined;
        set(element, "data-closed", !open);
        set(element, "data-pending", pending);
        for (const one of [less, more]) set(one, "hidden", !open);
        set(less, "aria-disabled", !of(id) && "true");
        set(more, "aria-disabled", !left() && "true");
        say(figure, open ? `${of(id)}` : figures ? words.percent(figures.percent) : "");
        say(own, !open && of(id) ? said.you(of(id)) : "");
        fill.style.width = `${open || !figures ? (100 * of(id)) / total : figures.percent}%`;
      },
    };
  }

  const rows = options.map(row);
  const element = h("ul", { class: "options", "aria-labelledby": "ask" }, ...rows.map((one) => one.element));
  const rest = h("button", {
    class: "send",
    type: "button",
    "data-quiet": true,
    onclick: () => {
      const each = left() / options.length;
      // Whole points: the share of the first so many ends where it would with fractions.
      give(Object.fromEntries(options.map(({ id }, index) => [id, of(id) + Math.floor(each * (index + 1) + 1e-9) - Math.floor(each * index + 1e-9)])));
      tell(said.done);
    },
  }, said.rest);

  return {
    element,
    foot: rest,
    update(poll, answer, now) {
      mine = pointsOf(answer);
      state = now;
      for (const one of rows) one.update(poll, now);
      set(rest, "hidden", !now.open || !left() || left() === total);
    },
    ready: (answer) => ({ send: !left(pointsOf(answer)), says: leftSays() }),
  };
}

export const kind: PhoneKind<"points"> = { draw };
