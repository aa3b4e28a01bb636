import type { PhoneView } from "../protocol/generated";
import { follow } from "../protocol/live";

/** Hidden for this long, a phone may have slept, and its connection may only look alive. */
const NAP_MS = 3_000;

export interface Told {
  onView(view: PhoneView): void;
  onConnected(up: boolean): void;
  /** The phone wakes or its network changes: until a byte arrives nobody knows whether the server can be reached. */
  woke(): void;
  /** The server does not know the token: the phone has to join again, and the line is cut until it has. */
  forgotten(): void;
}

export interface Lifeline {
  /** Follows the live view under this token from now on. */
  follow(token: string): void;
}

/**
 * The phone's live view. It starts over whenever the phone wakes or its network changes: a socket that died during
 * sleep is otherwise noticed only by its silence.
 */
export function lifeline(told: Told): Lifeline {
  let stop: (() => void) | undefined;
  let holder: string | undefined;
  let hiddenAt = 0;

  const cut = () => {
    stop?.();
    stop = undefined;
  };
  const start = (hurried: boolean) => {
    cut();
    if (holder === undefined) return;
    stop = follow<PhoneView>({
      url: "/api/live",
      token: holder,
      hurried,
      onView: told.onView,
      onConnected: told.onConnected,
      onRefused(status) {
        if (status !== 401) return;
        cut();
        holder = undefined;
        told.forgotten();
      },
    });
  };
  const restart = () => {
    told.woke();
    start(true);
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > NAP_MS) restart();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) restart();
  });
  addEventListener("online", restart);
  return {
    follow(token) {
      holder = token;
      start(false);
    },
  };
}
