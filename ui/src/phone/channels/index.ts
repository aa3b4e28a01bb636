/**
 * What the phone may say beside the question that is asked: five chirps, a mood for the presenter alone, and questions to
 * the speaker. Loaded once something of it is open. It imports nothing from the page but types: the page is no module.
 */
import "./style.css";
import type { Language, PhoneView } from "../../protocol/generated";
import type { Dom } from "../dom";
import { chirps } from "./chirps";
import { panel } from "./panel";
import { words as table } from "./words";

/** What the page lends. */
export interface Beside extends Dom {
  /** The phone's language. */
  readonly language: Language;
  /** The token under which this phone has joined. */
  token(): string;
  /** The newest view; null while the phone is at the door. */
  view(): PhoneView | null;
  /** Tells a screen reader something that the eye sees elsewhere. */
  tell(text: string): void;
}

let draw: (() => void) | undefined;

/** Draws what is open now; the first time it makes the bar. */
export function channels(beside: Beside): void {
  (draw ??= bar(beside))();
}

function bar(beside: Beside): () => void {
  const { h, say, set, language } = beside;
  const words = table[language];
  const voices = chirps(beside);
  const opener = h("button", { class: "beside-open", type: "button", onclick: () => sheet.open() });
  const sheet = panel(beside, opener);
  const row = h("nav", { class: "beside", "aria-label": words.bar }, voices.element, opener);
  document.body.append(row, sheet.element);

  return () => {
    const view = beside.view();
    const open = view && !view.finished ? view.channels : undefined;
    set(row, "hidden", !open || sheet.isOpen());
    // The dock of a question stands above the bar; see the style.
    set(document.body, "data-beside", open ? true : undefined);
    set(voices.element, "hidden", !open?.reactions);
    const shown = open?.qa?.shown ?? 0;
    say(opener, open?.qa ? words.open(shown) : open?.mood ? words.pace : "");
    sheet.update(view, open);
    set(row, "hidden", !open || sheet.isOpen());
  };
}
