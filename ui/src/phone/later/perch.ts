import type { Language, PhoneView } from "../../protocol/generated";
import type { H } from "../dom";
import type { Page } from "../sync/notebook";
import { bird as drawn } from "./birds";
import { step } from "./step";
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
  const screen = lead.closest("main")?.getAttribute("data-screen");
  // Before a door nothing of a session is known, whatever an earlier one has left here.
  if (screen === "waiting" || screen === "ended" || screen === "unreachable") on.parentElement?.querySelector(".foot")?.before(...step(h, view?.session ?? lastSession(), language));
}

/** The session this phone took part in last, where the room is not to be seen: as sync/notebook.ts keeps it. */
function lastSession(): string | null {
  try {
    return (JSON.parse(localStorage.getItem("gazouillis") ?? "null") as Page | null)?.session ?? null;
  } catch {
    return null;
  }
}
