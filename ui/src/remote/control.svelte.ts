import type { Pairing, PairingState, RemoteAct, RemoteView } from "../protocol/generated";
import { follow } from "../protocol/live";
import { RequestError, request } from "../protocol/request";
import { words } from "./words";

const TOKEN = "gazouillis.remote";
/** How often a phone that waits asks whether it is allowed. */
const ASK_MS = 700;

/** What the phone has and may do. */
export class RemoteControl {
  state: "pairing" | "spent" | "waiting" | "revoked" | "allowed" = $state("pairing");
  name = $state("");
  view: RemoteView | null = $state(null);
  /** What is shown is what is: nothing is pressed before a view has come since the page woke or lost its line. */
  fresh = $state(false);
  trouble = $state("");
  #token = "";
  #stop: (() => void) | undefined;
  #asking: ReturnType<typeof setTimeout> | undefined;

  /** Pairs with a key, or goes on with what this phone was before. */
  start(key: string): () => void {
    void this.#begin(key);
    const sleep = () => {
      // Who unlocks a phone touches it: that is no press of the button that happens to lie there.
      if (document.visibilityState === "hidden") this.fresh = false;
    };
    document.addEventListener("visibilitychange", sleep);
    return () => {
      document.removeEventListener("visibilitychange", sleep);
      clearTimeout(this.#asking);
      this.#stop?.();
    };
  }

  async #begin(key: string): Promise<void> {
    const kept = localStorage.getItem(TOKEN);
    if (key) {
      try {
        const paired = await request<Pairing>("POST", "/remote/pair", undefined, { key });
        localStorage.setItem(TOKEN, paired.token);
        this.#wait(paired.token);
        return;
      } catch (error) {
        // A page that is loaded once more has a key that is used up, and is known already.
        if (!(error instanceof RequestError)) {
          this.#asking = setTimeout(() => void this.#begin(key), ASK_MS);
          return;
        }
      }
    }
    if (kept) this.#wait(kept);
    else this.state = "spent";
  }

  #wait(token: string): void {
    this.#token = token;
    void this.#ask();
  }

  async #ask(): Promise<void> {
    try {
      const { name, allowed } = await request<PairingState>("GET", "/remote/state", this.#token);
      this.name = name;
      if (allowed) {
        this.#follow();
        return;
      }
      this.state = "waiting";
    } catch (error) {
      if (error instanceof RequestError && error.status === 401) {
        this.#forget();
        return;
      }
    }
    this.#asking = setTimeout(() => void this.#ask(), ASK_MS);
  }

  #forget(): void {
    localStorage.removeItem(TOKEN);
    this.state = this.state === "pairing" ? "spent" : "revoked";
    this.view = null;
    this.#stop?.();
  }

  #follow(): void {
    this.state = "allowed";
    this.#stop = follow<RemoteView>({
      url: "/remote/live",
      token: this.#token,
      onView: (view) => {
        this.view = view;
        this.fresh = true;
      },
      onConnected: (connected) => {
        if (!connected) this.fresh = false;
      },
      onRefused: (status) => {
        if (status === 401) this.#forget();
      },
    });
  }

  /** Does something at the place that is shown, and nothing anywhere else. */
  async press(act: RemoteAct): Promise<void> {
    const { view } = this;
    if (!view || !this.fresh) return;
    navigator.vibrate?.(20);
    this.trouble = "";
    try {
      // Milliseconds only grow, also when the page is loaded anew.
      await request("POST", "/remote/press", this.#token, { number: Date.now(), place: view.place, act });
    } catch (error) {
      if (error instanceof RequestError && error.status === 401) this.#forget();
      // It has moved meanwhile, and the new place is on its way here.
      else if (!(error instanceof RequestError && error.body.code === "elsewhere")) this.trouble = error instanceof RequestError ? error.body.message : words.unreachable;
    }
  }
}
