import { type KeyPress, meaningOf } from "./actions";
import { perform } from "./perform";
import type { Desk } from "./state/desk.svelte";

const TEXT = "input:not([type=button], [type=submit], [type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const PRESSED = "button, a[href], summary, input, [role=button], [role=option]";

function focusOf(target: EventTarget | null): KeyPress["focus"] {
  if (!(target instanceof Element)) return "page";
  if (target.closest(TEXT)) return "text";
  return target.closest(PRESSED) ? "button" : "page";
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
    });
    if (meaning.kind === "leave" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    // While it is open which session goes on, not even the clicker may move one of them.
    if (meaning.kind === "swallow" || !desk.live.view || desk.asksResume) return;
    desk.dialog = null;
    perform(desk, meaning.action);
  };
  // Before anything focused sees it: a list or a scrolling panel would swallow PageDown.
  addEventListener("keydown", onKey, { capture: true });
  return () => removeEventListener("keydown", onKey, { capture: true });
}
