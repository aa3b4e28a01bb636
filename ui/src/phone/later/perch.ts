import type { Language, PhoneView } from "../../protocol/generated";
import type { H } from "../dom";
import { bird as drawn } from "./birds";
import { words } from "./words";

export interface Perch {
  readonly on: HTMLElement;
  /** Who sits there; `egg` while the phone's own bird has not hatched. */
  readonly bird: string;
  /** What is said under the title. */
  readonly lead: HTMLElement;
  readonly view: PhoneView | null;
  readonly language: Language;
}

/** Brings who sits on a screen with nothing to do: in a talk with profiles an egg, with when it will hatch. */
export function perch(h: H, { on, bird, lead, view, language }: Perch): void {
  if (bird !== "egg") on.append(drawn(h, bird));
  else if (!view?.has_profiles) on.append(drawn(h, "curieux"));
  else {
    on.append(h("i", { class: "shell" }));
    lead.after(h("p", { class: "lead" }, words[language].nest));
  }
}
