import { meaningOnStage, type StageActionId } from "../actions/actions";
import { charactersAct } from "../actions/characters";

/** How long after a digit the next one, or Enter, still belongs to it. */
const NUMBER_MS = 4_000;

/** The last digits that are typed before Enter: no talk has a slide of more. */
const MOST_DIGITS = 4;

export type Press = (action: StageActionId | "goto", slide?: number) => Promise<void>;

/**
 * Listens for the keys of the window of the slides: those of the one list, and a slide's number with Enter after it. Whatever is
 * pressed, the page itself neither scrolls, goes back nor loads anew.
 */
export function listen(press: Press): () => void {
  let typed = { digits: "", at: -Infinity };

  const send = (...what: Parameters<Press>) => {
    press(...what).catch((error: unknown) => console.error("A key had no effect.", error));
  };
  const onKey = (event: KeyboardEvent) => {
    // The system's own, such as Alt+Tab or Alt+F4, never come here; the browser's, such as Ctrl+R, have no place on a projector.
    event.preventDefault();
    event.stopPropagation();
    const modified = event.ctrlKey || event.altKey || event.metaKey;
    const meaning = meaningOnStage({ key: event.key, repeat: event.repeat, modified, characters: charactersAct() });
    const before = event.timeStamp - typed.at < NUMBER_MS ? typed.digits : "";
    if (meaning.kind === "number") {
      typed = { digits: (before + meaning.digit).slice(-MOST_DIGITS), at: event.timeStamp };
      return;
    }
    if (meaning.kind === "swallow") return;
    typed = { digits: "", at: -Infinity };
    if (event.key === "Enter" && Number(before) > 0) send("goto", Number(before) - 1);
    else send(meaning.action);
  };
  addEventListener("keydown", onKey, { capture: true });
  return () => removeEventListener("keydown", onKey, { capture: true });
}
