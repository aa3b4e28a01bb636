import type { ErrorCode } from "../../protocol/generated";

/** Why the server does not let this phone join; the names are those of its error codes. */
export type Door = Extract<
  ErrorCode,
  "door_closed" | "waiting_at_the_door" | "not_let_in" | "code_needed" | "code_unknown" | "code_used" | "session_finished"
>;

/** Whether a person must do something before asking again is of any use. */
const DOORS: Record<Door, boolean> = {
  door_closed: false,
  waiting_at_the_door: false,
  not_let_in: false,
  session_finished: false,
  code_needed: true,
  code_unknown: true,
  code_used: true,
};

export function isDoor(code: string): code is Door {
  return code in DOORS;
}

export function wantsCode(door: Door): boolean {
  return DOORS[door];
}
