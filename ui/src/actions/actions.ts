import { isCharacter } from "./characters";

/** Everything the presenter can do, once: the keys of both windows, the buttons and the help overlay are all made from this list. */
export interface Action {
  id: ActionId;
  /** `KeyboardEvent.key` values, letters in lower case. The first is the one that is shown. */
  keys: readonly string[];
  group: "talk" | "screen" | "poll" | "view" | "session";
  /** Needs the desktop app: windows cannot be moved from a browser. */
  native?: true;
  /** The two keys every clicker has. They work in every field and dismiss whatever dialog is in the way. */
  clicker?: true;
  /** The window of the slides understands its keys, too. */
  stage?: true;
}

/** What the window of the slides understands by itself: see [`Action.stage`]. */
export type StageActionId = "next" | "previous" | "first" | "last" | "black" | "white" | "freeze" | "hide-results" | "lift" | "fullscreen" | "swap";

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
  | "observe"
  | "more-time"
  | "stop-time"
  | "show-text"
  | "hide-text"
  | "show-texts"
  | "notes-larger"
  | "notes-smaller"
  | "light"
  | "cut"
  | "room"
  | "door"
  | "help"
  | "menu"
  | "export"
  | "library"
  | "finish"
  | "new-session"
  | "home"
  | "restart-clock"
  | "pause-clock"
  | "rehearsal"
  | "remote"
  | "point"
  | "checks"
  | "swap"
  | "screens"
  | "fullscreen"
  | "show-stage"
  | "black"
  | "white"
  | "freeze"
  | "hide-results"
  | "lift"
  | "video"
  | "begin-video";

export const ACTIONS: readonly Action[] = [
  { id: "next", keys: ["PageDown", "ArrowRight", "ArrowDown", " ", "Enter", "n"], group: "talk", clicker: true, stage: true },
  { id: "previous", keys: ["PageUp", "ArrowLeft", "ArrowUp", "Backspace", "p"], group: "talk", clicker: true, stage: true },
  { id: "goto", keys: ["g"], group: "talk" },
  { id: "first", keys: ["Home"], group: "talk", stage: true },
  { id: "last", keys: ["End"], group: "talk", stage: true },
  { id: "black", keys: ["b", "."], group: "screen", stage: true },
  { id: "white", keys: ["w", ","], group: "screen", stage: true },
  { id: "freeze", keys: ["f"], group: "screen", stage: true },
  { id: "hide-results", keys: ["y"], group: "screen", stage: true },
  { id: "lift", keys: ["Escape"], group: "screen", stage: true },
  { id: "point", keys: ["*"], group: "screen" },
  { id: "video", keys: ["/"], group: "screen" },
  { id: "begin-video", keys: [], group: "screen" },
  { id: "fullscreen", keys: ["F5", "F11"], group: "screen", native: true, stage: true },
  { id: "swap", keys: ["s"], group: "screen", native: true, stage: true },
  { id: "screens", keys: [], group: "screen", native: true },
  { id: "show-stage", keys: [], group: "screen", native: true },
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
  { id: "observe", keys: [";"], group: "poll" },
  { id: "show-text", keys: ["v"], group: "poll" },
  { id: "hide-text", keys: ["x"], group: "poll" },
  { id: "show-texts", keys: ["t"], group: "poll" },
  { id: "notes-larger", keys: ["+", "="], group: "view" },
  { id: "notes-smaller", keys: ["-"], group: "view" },
  { id: "light", keys: [], group: "view" },
  { id: "room", keys: ["q"], group: "view" },
  { id: "pause-clock", keys: [], group: "view" },
  { id: "help", keys: ["?"], group: "view" },
  { id: "menu", keys: ["m"], group: "session" },
  // Closing the door harms nobody who is in, and the same key opens it again.
  { id: "door", keys: ["d"], group: "session" },
  { id: "export", keys: ["e"], group: "session" },
  { id: "library", keys: ["l"], group: "session" },
  { id: "cut", keys: [], group: "session" },
  { id: "rehearsal", keys: [], group: "session" },
  { id: "checks", keys: [], group: "session" },
  { id: "remote", keys: [], group: "session" },
  // What ends or restarts something has no key: nothing of the kind happens by an elbow on the keyboard.
  { id: "restart-clock", keys: [], group: "session" },
  { id: "finish", keys: [], group: "session" },
  { id: "new-session", keys: [], group: "session" },
  { id: "home", keys: [], group: "session" },
];

/** The groups, in the order in which they are shown. */
export const GROUPS: readonly Action["group"][] = ["talk", "screen", "poll", "view", "session"];

const CLICKER_KEYS: readonly string[] = ["PageDown", "PageUp"];

/** What clickers send for "black screen" and "start the show". It works through dialogs, too, but in a field letters are letters. */
const SHOW_KEYS: readonly string[] = [".", "b", "F5"];

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
  /** What has the focus; a list is walked, or scrolled, by the arrows. */
  focus: "page" | "button" | "list" | "text";
  /** Whether a dialog is in the way. */
  dialog: boolean;
  /** Whether keys of a single character do anything. */
  characters: boolean;
  /** The key's place on the keyboard: `Digit1` is the same key in France, where it writes `&`, and elsewhere. */
  code?: string;
  shift?: boolean;
  /** How many profiles the panel of what is seen in the room has; 0 while it is not on the desk. */
  observing?: number;
}

export type KeyMeaning =
  /** Not ours: the browser does what it does. */
  | { kind: "leave" }
  /** Ours, but nothing happens. */
  | { kind: "swallow" }
  | { kind: "act"; action: ActionId }
  /** The first digit of a slide's number. */
  | { kind: "number"; digit: string }
  /** A profile, from 0, was seen in the room once more, or once less. */
  | { kind: "observe"; profile: number; seen: "more" | "less" }
  /** What was seen last was a mistake. */
  | { kind: "unobserve" };

/** What a key press means. */
export function meaningOf(press: KeyPress): KeyMeaning {
  if (press.modified || (!press.characters && isCharacter(press.key))) return { kind: "leave" };
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (!CLICKER_KEYS.includes(key)) {
    // The browser would load the page anew.
    if (key === "F5" && press.focus === "text") return { kind: "swallow" };
    if (press.focus === "text" || (press.dialog && !SHOW_KEYS.includes(key))) return { kind: "leave" };
    if (press.focus === "list" && key.startsWith("Arrow")) return { kind: "leave" };
    // A button activates itself; but Enter held down would activate it again and again.
    if ((press.focus === "button" || press.focus === "list") && (key === " " || key === "Enter")) {
      return { kind: press.repeat ? "swallow" : "leave" };
    }
  }
  const seen = press.focus === "text" || press.dialog ? null : seenBy(press, key);
  if (seen) return press.repeat ? { kind: "swallow" } : seen;
  if (press.focus !== "text" && !press.dialog && /^[0-9]$/.test(key)) return press.repeat ? { kind: "swallow" } : { kind: "number", digit: key };
  const action = BY_KEY.get(key);
  if (!action) return { kind: "leave" };
  return press.repeat ? { kind: "swallow" } : { kind: "act", action: action.id };
}

/** What a key means while the desk shows what is seen in the room: digits count, by their place on the keyboard, and no slide is typed by mistake. */
function seenBy({ code = "", shift = false, observing = 0 }: KeyPress, key: string): KeyMeaning | null {
  if (observing === 0) return null;
  if (key === "Backspace") return { kind: "unobserve" };
  const isDigit = /^[0-9]$/.test(key);
  const [, placed] = /^Digit([0-9])$/.exec(code) ?? [];
  const digit = placed ?? (isDigit ? key : undefined);
  if (digit === undefined) return null;
  const profile = Number(digit) - 1;
  const isOne = profile >= 0 && profile < observing;
  if (isOne) return { kind: "observe", profile, seen: shift && placed !== undefined ? "less" : "more" };
  return isDigit || !shift ? { kind: "swallow" } : null;
}

/** What a key press on the window of the slides means. Whatever is not for it does nothing there, and reaches nothing else. */
export function meaningOnStage(press: Pick<KeyPress, "key" | "repeat" | "modified" | "characters">): KeyMeaning & { kind: "swallow" | "number" } | { kind: "act"; action: StageActionId } {
  const meaning = meaningOf({ ...press, focus: "page", dialog: false });
  if (meaning.kind === "number") return meaning;
  return meaning.kind === "act" && isOnStage(meaning.action) ? { kind: "act", action: meaning.action } : { kind: "swallow" };
}

function isOnStage(id: ActionId): id is StageActionId {
  return actionOf(id).stage ?? false;
}
