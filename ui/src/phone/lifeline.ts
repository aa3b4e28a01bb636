import type { PhoneView } from "../protocol/generated";
import { follow } from "../protocol/live";

/** Hidden for this long, a phone may have slept, and its connection may only look alive. */
const NAP_MS = 3_000;

/**
 * Follows the live view, and starts over whenever the phone wakes or its network changes: a socket that died during
 * sleep is otherwise noticed only by its silence. `woke` is told, too, since answers may be waiting.
 */
export function lifeline(onView: (view: PhoneView) => void, onConnected: (up: boolean) => void, woke: () => void): void {
  const start = () => follow<PhoneView>({ url: "/api/live", onView, onConnected });
  let stop = start();
  let hiddenAt = 0;
  const restart = () => {
    stop();
    stop = start();
    woke();
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > NAP_MS) restart();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) restart();
  });
  addEventListener("online", restart);
}
