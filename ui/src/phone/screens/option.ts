import type { Language, OptionView, PhonePoll } from "../../protocol/generated";
import { h, say, set } from "../dom";
import type { Words } from "../words";

export interface OptionState {
  readonly picked: boolean;
  readonly pending: boolean;
  /** Whether a tap does something. */
  readonly live: boolean;
}

export interface Option {
  readonly element: HTMLElement;
  update(poll: PhonePoll, state: OptionState): void;
}

/** One answer: a button while the poll is open, then a bar in the same place. */
export function option({ id, text }: OptionView, lang: Language, words: Words, tapped: (id: string) => void): Option {
  const fill = h("i");
  const track = h("span", { class: "track" }, fill);
  const percent = h("b", { class: "percent" });
  const aside = h("span", { class: "visually-hidden" });
  const label = h("span", { class: "words" }, h("span", { lang }, text), aside);
  const element = h("button", { class: "option", type: "button", onclick: () => tapped(id) }, h("span", { class: "mark" }), label, percent, track);
  return {
    element,
    update({ results, right, state }, { picked, pending, live }) {
      const bar = results?.bars.find((one) => one.id === id);
      const isRight = right?.includes(id);
      set(element, "aria-pressed", `${picked}`);
      set(element, "aria-disabled", !live && "true");
      set(element, "data-pending", pending && picked);
      set(element, "data-closed", state !== "open");
      set(element, "data-right", right ? `${isRight}` : undefined);
      fill.style.width = `${bar?.percent ?? 0}%`;
      say(percent, bar ? words.percent(bar.percent) : "");
      set(track, "hidden", !bar);
      const remarks = [isRight && words.isRight, picked && state !== "open" && words.yours].filter(Boolean);
      say(aside, remarks.length ? ` (${remarks.join(", ")})` : "");
    },
  };
}
