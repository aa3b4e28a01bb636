import { expect, test } from "vitest";
import { ACTIONS, type KeyPress, meaningOf, meaningOnStage } from "./actions";
import { en } from "../console/words.en";
import { fr } from "../console/words.fr";

function press(key: string, where: Partial<KeyPress> = {}) {
  const meaning = meaningOf({ key, repeat: false, modified: false, focus: "page", dialog: false, characters: true, ...where });
  return meaning.kind === "act" ? meaning.action : meaning.kind;
}

test("no key stands for two actions", () => {
  const keys = ACTIONS.flatMap((action) => action.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test("no action is listed twice", () => {
  const ids = ACTIONS.map((action) => action.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("every action has words in both languages", () => {
  for (const { id } of ACTIONS) {
    expect(fr.actions[id], `French words of ${id}`).toMatch(/\S/);
    expect(en.actions[id], `English words of ${id}`).toMatch(/\S/);
  }
});

test("the keys of the talk", () => {
  expect(["PageDown", "ArrowRight", " ", "Enter", "n", "N"].map((key) => press(key))).toEqual(Array(6).fill("next"));
  expect(["PageUp", "ArrowLeft", "Backspace", "p"].map((key) => press(key))).toEqual(Array(4).fill("previous"));
  expect(["Home", "End", "g", "o", "c", "r", "e", "F5", "s", "d", "?"].map((key) => press(key))).toEqual(
    ["first", "last", "goto", "open", "close", "reveal", "export", "fullscreen", "swap", "door", "help"],
  );
});

test("what ends the session has no key", () => {
  const guarded = ACTIONS.filter((action) => ["finish", "new-session", "restart-clock"].includes(action.id));
  expect(guarded.flatMap((action) => action.keys)).toEqual([]);
});

test("Space and Enter on a button press the button, and nothing else", () => {
  expect([press(" ", { focus: "button" }), press("Enter", { focus: "button" })]).toEqual(["leave", "leave"]);
  expect(press("Enter", { focus: "button", repeat: true }), "Enter held down presses it once").toBe("swallow");
});

test("a clicker works whatever has the focus, and through every dialog", () => {
  expect(press("PageDown", { focus: "button" })).toBe("next");
  expect(press("PageDown", { focus: "text" })).toBe("next");
  expect(press("PageUp", { focus: "text", dialog: true })).toBe("previous");
});

test("letters typed in a field or a dialog stay there", () => {
  expect([press("o", { focus: "text" }), press("o", { dialog: true }), press("ArrowRight", { dialog: true })]).toEqual(
    ["leave", "leave", "leave"],
  );
});

test("who speaks to the computer turns off the keys of a single character, and keeps all others", () => {
  const off = { characters: false };
  expect(["n", "b", ".", "?", "+", "7", "É"].map((key) => press(key, off))).toEqual(Array(7).fill("leave"));
  expect(["PageDown", " ", "Enter", "ArrowLeft", "Escape", "F5"].map((key) => press(key, off))).toEqual(["next", "next", "next", "previous", "lift", "fullscreen"]);
  const everything = ACTIONS.flatMap(({ keys }) => keys);
  expect(everything.filter((key) => key !== " " && [...key].length === 1 && press(key, off) !== "leave")).toEqual([]);
});

test("a digit begins a slide's number, but not where it is typed", () => {
  expect(meaningOf({ key: "4", repeat: false, modified: false, focus: "page", dialog: false, characters: true })).toEqual({ kind: "number", digit: "4" });
  expect([press("4", { focus: "text" }), press("4", { dialog: true }), press("4", { repeat: true })]).toEqual(["leave", "leave", "swallow"]);
});

test("a key held down acts once", () => {
  expect(press("PageDown", { repeat: true })).toBe("swallow");
});

test("the keys of the screen are those of other presenters' programs", () => {
  expect([".", "b", "B", "w", ",", "f", "y", "Escape"].map((key) => press(key))).toEqual(["black", "black", "black", "white", "white", "freeze", "hide-results", "lift"]);
});

test("what a clicker sends besides works through dialogs, and never loads the page anew; in a field letters are letters", () => {
  expect([press("b", { dialog: true }), press(".", { dialog: true }), press("F5", { dialog: true })]).toEqual(["black", "black", "fullscreen"]);
  expect([press("b", { focus: "text" }), press(".", { focus: "text" }), press("F5", { focus: "text" })]).toEqual(["leave", "leave", "swallow"]);
});

test("the arrows walk a list, and the talk elsewhere", () => {
  expect(["ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"].map((key) => press(key, { focus: "list" }))).toEqual(Array(4).fill("leave"));
  expect(["ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"].map((key) => press(key))).toEqual(["next", "previous", "next", "previous"]);
});

test("the window of the slides understands what moves them and what is done to them, and nothing else", () => {
  const onStage = (key: string, more = {}) => {
    const meaning = meaningOnStage({ key, repeat: false, modified: false, characters: true, ...more });
    return meaning.kind === "act" ? meaning.action : meaning.kind === "number" ? meaning.digit : null;
  };
  const keys = ["PageDown", "PageUp", " ", "ArrowUp", "Home", "b", ".", "w", "f", "Escape", "F5", "s"];
  expect(keys.map((key) => onStage(key))).toEqual(["next", "previous", "next", "previous", "first", "black", "black", "white", "freeze", "lift", "fullscreen", "swap"]);
  expect(["o", "c", "r", "e", "m", "d", "x", "g"].map((key) => onStage(key))).toEqual(Array(8).fill(null));
  expect(["0", "7"].map((key) => onStage(key)), "a slide's number").toEqual(["0", "7"]);
  expect([onStage("PageDown", { repeat: true }), onStage("PageDown", { modified: true })]).toEqual([null, null]);
});

test("while the room is observed digits count by their place on the keyboard, Backspace takes the last back, and the clicker moves the talk", () => {
  const seen = (key: string, code: string, more: Partial<KeyPress> = {}) =>
    meaningOf({ key, code, repeat: false, modified: false, focus: "page", dialog: false, characters: true, observing: 7, ...more });
  const counts = (profile: number, way: "more" | "less") => ({ kind: "observe", profile, seen: way });
  expect(seen("1", "Digit1")).toEqual(counts(0, "more"));
  expect(seen("&", "Digit1"), "the same key in France").toEqual(counts(0, "more"));
  expect(seen("7", "Numpad7"), "and on the number pad").toEqual(counts(6, "more"));
  expect(seen("!", "Digit1", { shift: true })).toEqual(counts(0, "less"));
  expect(seen("3", "Digit3", { shift: true }), "in France Shift writes the digit").toEqual(counts(2, "less"));
  expect(seen("Backspace", "Backspace")).toEqual({ kind: "unobserve" });
  expect(seen("8", "Digit8").kind, "no slide is typed by mistake").toBe("swallow");
  expect(seen("*", "Digit8", { shift: true }), "a sign is what it is").toEqual({ kind: "act", action: "point" });
  expect(seen("1", "Digit1", { repeat: true }).kind, "a key held down counts nothing").toBe("swallow");
  expect(seen("PageDown", "PageDown")).toEqual({ kind: "act", action: "next" });
  expect([seen("1", "Digit1", { focus: "text" }).kind, seen("1", "Digit1", { dialog: true }).kind]).toEqual(["leave", "leave"]);
  expect(seen("1", "Digit1", { characters: false }).kind).toBe("leave");
  expect(seen("1", "Digit1", { observing: 0 })).toEqual({ kind: "number", digit: "1" });
});

test("keys with Control belong to the browser", () => {
  expect(press("r", { modified: true })).toBe("leave");
});
