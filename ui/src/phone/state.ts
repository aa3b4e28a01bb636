import type { Answer, PhonePoll, PhoneView } from "../protocol/generated";
import type { Ballot } from "./sync/ballot";
import type { Door } from "./sync/door";
import type { KeptProfile } from "./sync/notebook";

/**
 * `joining` until the first view; `waking` after a sleep, until the server is heard again; `lost` when it is not;
 * `unreachable` when it never was.
 */
export type Line = "joining" | "up" | "waking" | "lost" | "unreachable";

/** All that decides what is on the screen. */
export interface PhoneState {
  readonly line: Line;
  readonly view: PhoneView | null;
  /** Why the phone has not been let into the session. */
  readonly door: Door | null;
  /** Whether a code is on its way. */
  readonly knocking: boolean;
  readonly ballots: Readonly<Record<string, Ballot>>;
  /** For each poll the answer that is not sent yet. */
  readonly drafts: Readonly<Record<string, Answer>>;
  /** Whether sending has failed and will be tried again. */
  readonly troubled: boolean;
  readonly profile: KeptProfile | null;
  /** Whether the person turned from the question to the profile. */
  readonly turned: boolean;
}

export type Screen =
  | { readonly name: "joining" | "unreachable" | "waiting" | "ended" }
  | { readonly name: "door"; readonly door: ClosedDoor }
  | { readonly name: "code" }
  | { readonly name: "question"; readonly poll: PhonePoll }
  | { readonly name: "profile"; readonly kept: KeptProfile };

/** Doors before which there is nothing to do but wait. */
export type ClosedDoor = "door_closed" | "waiting_at_the_door" | "not_let_in";

/** Whether a profile may be looked at: that of an earlier talk never shows in a new one. */
export function isOfNow(kept: KeptProfile | null, view: PhoneView | null): boolean {
  return !!kept && (!view || view.session === kept.session);
}

/** Which screen the state calls for. A question comes before everything, unless the person turned away from it. */
export function screenOf({ line, view, door, profile, turned }: PhoneState): Screen {
  const over = door === "session_finished" || !!view?.finished;
  const poll = view && view.poll?.state !== "pending" && !over ? view.poll : null;
  if (profile && turned && isOfNow(profile, view)) return { name: "profile", kept: profile };
  // Before the door nothing of the session is known, whatever an earlier one has left here.
  if (door && door !== "session_finished" && line !== "unreachable") return doorScreen(door);
  if (poll) return { name: "question", poll };
  // A profile shows by itself in the session that gave it, and when there is no session to be seen.
  if (profile && (view ? view.session === profile.session : over || line === "unreachable")) return { name: "profile", kept: profile };
  if (over) return { name: "ended" };
  return { name: view ? "waiting" : line === "unreachable" ? line : "joining" };
}

function doorScreen(door: Exclude<Door, "session_finished">): Screen {
  switch (door) {
    case "code_needed":
    case "code_unknown":
    case "code_used":
      return { name: "code" };
    default:
      return { name: "door", door };
  }
}

/** Two states with the same key are drawn by the same screen, updated in place. */
export function keyOf(screen: Screen, view: PhoneView | null): string {
  if (screen.name === "question") {
    const { id, ask, hint, question } = screen.poll;
    // An edited talk may ask it in other words.
    return JSON.stringify(["question", view?.session, id, ask, hint, question]);
  }
  if (screen.name === "door") return screen.door;
  return screen.name === "profile" ? `profile ${JSON.stringify(screen.kept)} ${view?.finished}` : screen.name;
}
