import type { ConsoleWords } from "./words";

/** Everything the presenter can do, once: keys, buttons and the help overlay are all made from this list. */
export interface Action {
  id: ActionId;
  /** `KeyboardEvent.key` values, letters in lower case. The first is the one that is shown. */
  keys: readonly string[];
  group: "talk" | "poll" | "view" | "session";
  /** Needs the desktop app: windows cannot be moved from a browser. */
  native?: true;
  /** The two keys every clicker has. They work in every field and dismiss whatever dialog is in the way. */
  clicker?: true;
}

export type ActionId =
  | "next"
  | "previous"
  | "first"
  | "last"
  | "goto"
  | "open"
  | "close"
  | "reveal"
  | "answer"
  | "improvise"
  | "uncover"
  | "again"
  | "anew"
  | "hands"
  | "more-time"
  | "stop-time"
  | "show-text"
  | "hide-text"
  | "show-texts"
  | "notes-larger"
  | "notes-smaller"
  | "room"
  | "door"
  | "help"
  | "menu"
  | "export"
  | "library"
  | "finish"
  | "new-session"
  | "restart-clock"
  | "rehearsal"
  | "swap"
  | "fullscreen"
  | "show-stage";

export const ACTIONS: readonly Action[] = [
  { id: "next", keys: ["PageDown", "ArrowRight", " ", "Enter", "n"], group: "talk", clicker: true },
  { id: "previous", keys: ["PageUp", "ArrowLeft", "Backspace", "p"], group: "talk", clicker: true },
  { id: "goto", keys: ["g"], group: "talk" },
  { id: "first", keys: ["Home"], group: "talk" },
  { id: "last", keys: ["End"], group: "talk" },
  { id: "open", keys: ["o"], group: "poll" },
  { id: "close", keys: ["c"], group: "poll" },
  { id: "reveal", keys: ["r"], group: "poll" },
  { id: "answer", keys: ["a"], group: "poll" },
  { id: "improvise", keys: ["i"], group: "poll" },
  { id: "uncover", keys: ["u"], group: "poll" },
  { id: "again", keys: ["k"], group: "poll" },
  { id: "anew", keys: [], group: "poll" },
  { id: "more-time", keys: ["j"], group: "poll" },
  { id: "stop-time", keys: ["z"], group: "poll" },
  { id: "hands", keys: ["h"], group: "poll" },
  { id: "show-text", keys: ["v"], group: "poll" },
  { id: "hide-text", keys: ["x"], group: "poll" },
  { id: "show-texts", keys: ["t"], group: "poll" },
  { id: "notes-larger", keys: ["+", "="], group: "view" },
  { id: "notes-smaller", keys: ["-"], group: "view" },
  { id: "room", keys: ["q"], group: "view" },
  { id: "fullscreen", keys: ["f"], group: "view", native: true },
  { id: "swap", keys: ["s"], group: "view", native: true },
  { id: "show-stage", keys: [], group: "view", native: true },
  { id: "help", keys: ["?"], group: "view" },
  { id: "menu", keys: ["m"], group: "session" },
  // Closing the door harms nobody who is in, and the same key opens it again.
  { id: "door", keys: ["d"], group: "session" },
  { id: "export", keys: ["e"], group: "session" },
  { id: "library", keys: ["l"], group: "session" },
  { id: "rehearsal", keys: [], group: "session" },
  // What ends or restarts something has no key: nothing of the kind happens by an elbow on the keyboard.
  { id: "restart-clock", keys: [], group: "session" },
  { id: "finish", keys: [], group: "session" },
  { id: "new-session", keys: [], group: "session" },
];

/** Clickers send these for "black screen"; they do nothing yet, and must not reach anything else. */
export const RESERVED_KEYS: readonly string[] = [".", "b"];

const CLICKER_KEYS: readonly string[] = ["PageDown", "PageUp"];

const BY_KEY = new Map(ACTIONS.flatMap((action) => action.keys.map((key) => [key, action] as const)));

export function actionOf(id: ActionId): Action {
  const action = ACTIONS.find((candidate) => candidate.id === id);
  if (!action) throw new Error(`BUG: no action ${id}`);
  return action;
}

/** Where a key was pressed. */
export interface KeyPress {
  key: string;
  /** Held down: a clicker's button that stays pressed must not run through the talk. */
  repeat: boolean;
  /** Control, Alt or Meta: the browser's or the system's own. */
  modified: boolean;
  /** What has the focus. */
  focus: "page" | "button" | "text";
  /** Whether a dialog is in the way. */
  dialog: boolean;
}

export type KeyMeaning =
  /** Not ours: the browser does what it does. */
  | { kind: "leave" }
  /** Ours, but nothing happens. */
  | { kind: "swallow" }
  | { kind: "act"; action: ActionId };

/** What a key press means. */
export function meaningOf(press: KeyPress): KeyMeaning {
  if (press.modified) return { kind: "leave" };
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (!CLICKER_KEYS.includes(key)) {
    if (press.dialog || press.focus === "text") return { kind: "leave" };
    // A button activates itself; but Enter held down would activate it again and again.
    if (press.focus === "button" && (key === " " || key === "Enter")) {
      return { kind: press.repeat ? "swallow" : "leave" };
    }
    if (RESERVED_KEYS.includes(key)) return { kind: "swallow" };
  }
  const action = BY_KEY.get(key);
  if (!action) return { kind: "leave" };
  return press.repeat ? { kind: "swallow" } : { kind: "act", action: action.id };
}

/** The key as people call it. */
export function keyName(key: string, words: ConsoleWords): string {
  return words.keys[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
