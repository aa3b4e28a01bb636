import { actionOf, type KeyPress, meaningOf } from "../actions/actions";
import { exists, perform } from "./perform";
import type { Desk } from "./state/desk.svelte";

const TEXT = "input:not([type=button], [type=submit], [type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const LIST = "[role=option], [role=tab], [type=radio], [tabindex='0']:not(button, a)";
const PRESSED = "button, a[href], summary, input, [role=button], [role=option]";

function focusOf(target: EventTarget | null): KeyPress["focus"] {
  if (!(target instanceof Element)) return "page";
  if (target.closest(TEXT)) return "text";
  if (target.closest(LIST)) return "list";
  return target.closest(PRESSED) ? "button" : "page";
}

/**
 * Who clicks a button with the mouse is done with it: left with the focus it would take the next Space, which is to go on. Keys
 * keep their place, and so does everything in a dialog.
 */
function letGo(event: MouseEvent): void {
  const button = event.detail > 0 && event.target instanceof Element ? event.target.closest("button") : null;
  if (button && !button.closest("dialog") && document.activeElement === button) button.blur();
}

/** Listens for the keys of the whole page. */
export function listen(desk: Desk): () => void {
  const onKey = (event: KeyboardEvent) => {
    const meaning = meaningOf({
      key: event.key,
      repeat: event.repeat,
      modified: event.ctrlKey || event.altKey || event.metaKey,
      focus: focusOf(event.target),
      dialog: desk.dialog !== null || desk.asksResume !== null,
      characters: desk.characters,
      code: event.code,
      shift: event.shiftKey,
      observing: desk.isObserving ? desk.deck.stage.profiles.length : 0,
    });
    if (meaning.kind === "leave" || event.isComposing) return;
    // In a browser F11 is the browser's; F5 would load the page anew.
    if (meaning.kind === "act" && event.key === "F11" && !exists(desk, meaning.action)) return;
    event.preventDefault();
    event.stopPropagation();
    // While it is open which session goes on, not even the clicker may move one of them.
    if (meaning.kind === "swallow" || !desk.live.view || desk.asksResume) return;
    if (meaning.kind === "number") {
      desk.dialog = { kind: "goto", typed: meaning.digit };
      return;
    }
    if (meaning.kind === "observe") {
      const profile = desk.deck.stage.profiles[meaning.profile];
      if (profile) desk.observe(profile.id, meaning.seen);
      return;
    }
    if (meaning.kind === "unobserve") {
      desk.unobserve();
      return;
    }
    if (actionOf(meaning.action).clicker) desk.dialog = null;
    perform(desk, meaning.action);
  };
  // Before anything focused sees it: a list or a scrolling panel would swallow PageDown.
  addEventListener("keydown", onKey, { capture: true });
  addEventListener("click", letGo);
  return () => {
    removeEventListener("keydown", onKey, { capture: true });
    removeEventListener("click", letGo);
  };
}
