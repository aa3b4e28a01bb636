import { expect, test } from "vitest";
import { ACTIONS, type KeyPress, meaningOf, RESERVED_KEYS } from "./actions";
import { en } from "./words.en";
import { fr } from "./words.fr";

function press(key: string, where: Partial<KeyPress> = {}) {
  const meaning = meaningOf({ key, repeat: false, modified: false, focus: "page", dialog: false, ...where });
  return meaning.kind === "act" ? meaning.action : meaning.kind;
}

test("no key stands for two actions, and none is reserved", () => {
  const keys = ACTIONS.flatMap((action) => action.keys);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => RESERVED_KEYS.includes(key))).toEqual([]);
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
  expect(["Home", "End", "g", "o", "c", "r", "e", "f", "s", "d", "?"].map((key) => press(key))).toEqual(
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

test("a key held down acts once", () => {
  expect(press("PageDown", { repeat: true })).toBe("swallow");
});

test("reserved keys do nothing; those with Control belong to the browser", () => {
  expect([press("."), press("b"), press("B")]).toEqual(["swallow", "swallow", "swallow"]);
  expect(press("r", { modified: true })).toBe("leave");
});
