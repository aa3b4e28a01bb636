// @vitest-environment jsdom
import { afterEach, expect, test } from "vitest";
import { listen } from "./keyboard";

let stop = () => {};
afterEach(() => stop());

function pressing(): { sent: unknown[][]; press: (...keys: string[]) => boolean[] } {
  const sent: unknown[][] = [];
  stop = listen(async (...what) => void sent.push(what));
  const press = (...keys: string[]) =>
    keys.map((key) => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    });
  return { sent, press };
}

test("a clicker's keys are told, and the page does nothing of its own with any key", () => {
  const { sent, press } = pressing();
  expect(press("PageDown", "PageUp", "b", "F5", "Escape", "Tab", "o", "F12")).toEqual(Array(8).fill(true));
  expect(sent).toEqual([["next"], ["previous"], ["black"], ["fullscreen"], ["lift"]]);
});

test("a number and Enter lead to that slide; Enter alone is one step on", () => {
  const { sent, press } = pressing();
  press("1", "2", "Enter", "Enter", "0", "Enter", "7", "PageDown", "Enter");
  expect(sent).toEqual([["goto", 11], ["next"], ["next"], ["next"], ["next"]]);
});
