import type { Language } from "../../protocol/generated";
import type { H } from "../dom";
import { words as table } from "./words";

const HATCHED = "gazouillis.hatched";
/** Where the browser refuses storage, a bird stays hatched as long as the tab. */
let hatchedHere = "";

/** Whether the bird of this session has hatched on this phone. */
export function hasHatched(session: string): boolean {
  if (hatchedHere === session) return true;
  try {
    return localStorage.getItem(HATCHED) === session;
  } catch {
    return false;
  }
}

function keepHatched(session: string): void {
  hatchedHere = session;
  try {
    localStorage.setItem(HATCHED, session);
  } catch {
    // Then for this tab only.
  }
}

/** An egg that hatches at a tap, once and for all. */
export function egg(h: H, session: string, title: HTMLElement, language: Language, hatched: () => void): Node[] {
  const words = table[language];
  title.textContent = words.ready;
  const hatch = () => {
    keepHatched(session);
    hatched();
  };
  const disc = h("span", { class: "disc", "data-bird": "curieux" }, h("i", { class: "shell" }));
  return [title, h("button", { class: "hatch", type: "button", onclick: hatch }, disc, h("span", { class: "send" }, words.hatch))];
}

/** The two halves of the shell, which fall apart around the bird that comes out. */
export const halves = (h: H): HTMLElement => h("span", { class: "halves", "aria-hidden": "true" }, h("i", { class: "shell" }), h("i", { class: "shell" }));
