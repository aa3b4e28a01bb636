import type { OptionView } from "../../../protocol/generated";
import type { Dom } from "../../dom";
import type { Words } from "../../words";

export interface OptionState {
  readonly picked: boolean;
  readonly pending: boolean;
  /** Whether a tap does something. */
  readonly live: boolean;
  readonly open: boolean;
  /** Whether it is right, once that is told. */
  readonly right?: boolean | undefined;
  /** Its part of the answers, once that is told: how it is written, and the length of its bar where it has one. */
  readonly share?: { readonly says: string; readonly percent?: number } | undefined;
}

export interface Option {
  readonly element: HTMLElement;
  /** The author's words, or the page's. */
  readonly label: HTMLElement;
  update(state: OptionState): void;
}

/** One answer: a button while the poll is open, then a bar in the same place; a radio button where it is the only one picked. */
export function option({ h, say, set, words }: Dom & { words: Words }, { text, picture }: Omit<OptionView, "id">, lang: string | undefined, tapped: () => void, role?: "radio"): Option {
  const fill = h("i");
  const track = h("span", { class: "track" }, fill);
  const percent = h("b", { class: "percent" });
  const aside = h("span", { class: "visually-hidden" });
  const label = h("span", { lang }, text);
  const element = h("button", { class: "option", type: "button", role, onclick: tapped });
  if (picture) element.append(h("img", { src: pictureAddress(picture.src), alt: picture.alt, lang }));
  element.append(h("span", { class: "mark" }), h("span", { class: "words" }, label, aside), percent, track);
  return {
    element,
    label,
    update({ picked, pending, live, open, right, share }) {
      set(element, role ? "aria-checked" : "aria-pressed", `${picked}`);
      set(element, "data-on", picked);
      set(element, "aria-disabled", !live && "true");
      set(element, "data-pending", pending && picked);
      set(element, "data-closed", !open);
      set(element, "data-right", right === undefined ? right : `${right}`);
      fill.style.width = `${share?.percent ?? 0}%`;
      say(percent, share?.says ?? "");
      set(track, "hidden", share?.percent === undefined);
      const remarks = [right && words.isRight, picked && !open && words.yours].filter(Boolean);
      say(aside, remarks.length ? ` (${remarks.join(", ")})` : "");
    },
  };
}

/** Where the server has a picture of the talk. */
export function pictureAddress(src: string): string {
  return `/pictures/${src.split("/").map(encodeURIComponent).join("/")}`;
}
