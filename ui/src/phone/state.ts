import type { PhonePoll, PhoneView } from "../protocol/generated";
import type { Ballot } from "./sync/ballot";
import type { KeptProfile } from "./sync/notebook";

/** `joining` until the first view; `lost` after one; `unreachable` when none came for a while. */
export type Line = "joining" | "up" | "lost" | "unreachable";

/** All that decides what is on the screen. */
export interface PhoneState {
  readonly line: Line;
  readonly view: PhoneView | null;
  readonly ballots: Readonly<Record<string, Ballot>>;
  /** Whether sending has failed and will be tried again. */
  readonly troubled: boolean;
  readonly profile: KeptProfile | null;
  /** Whether the person turned from the question to the profile. */
  readonly turned: boolean;
}

export type Screen =
  | { readonly name: "joining" | "unreachable" | "waiting" | "ended" }
  | { readonly name: "question"; readonly poll: PhonePoll }
  | { readonly name: "profile"; readonly kept: KeptProfile };

/** Which screen the state calls for. A question comes before everything, unless the person turned away from it. */
export function screenOf({ line, view, profile, turned }: PhoneState): Screen {
  const poll = view && view.poll?.state !== "pending" && !view.finished ? view.poll : null;
  if (profile && turned) return { name: "profile", kept: profile };
  if (poll) return { name: "question", poll };
  // A profile shows by itself in the session that gave it, and when there is no session to be seen.
  if (profile && (view ? view.session === profile.session : line === "unreachable")) return { name: "profile", kept: profile };
  if (view) return { name: view.finished ? "ended" : "waiting" };
  return { name: line === "unreachable" ? line : "joining" };
}

/** Two states with the same key are drawn by the same screen, updated in place. */
export function keyOf(screen: Screen, view: PhoneView | null): string {
  if (screen.name === "question") return `question ${view?.session} ${screen.poll.id}`;
  return screen.name === "profile" ? `profile ${JSON.stringify(screen.kept)} ${view?.finished}` : screen.name;
}
