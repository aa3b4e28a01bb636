import { tick } from "svelte";
import { NO_HAND } from "../protocol/hand";
import { follow } from "../protocol/live";
import { RequestError, request } from "../protocol/request";
import type { HandView, StageDeck, StageView } from "../protocol/generated";
import { reducedMotion } from "./motion";
import { usePictures } from "../protocol/pictures";
import { Presenter } from "./presenter";

const RETRY_MS = 700;

/** What the projector shows: the talk's slides and the newest view of the session. It listens and never commands. */
export class StageSession {
  deck = $state.raw<StageDeck | null>(null);
  view = $state.raw<StageView | null>(null);
  /** What the presenter points at and draws. */
  hand = $state.raw<HandView>(NO_HAND);
  connected = $state(false);
  /** The secret was not accepted: the page was opened by hand, or the app was started anew. */
  refused = $state(false);

  #secret: string;
  /** The deck as fetched; it goes to the screen together with its first view. */
  #deck: StageDeck | undefined;
  #newest: StageView | undefined;
  #fetching = false;
  #presenter = new Presenter<StageView>({
    draw: async (view) => {
      if (this.#deck) this.deck = this.#deck;
      this.view = view;
      await tick();
    },
    turns: (view) => this.view !== null && (this.view.slide !== view.slide || this.view.session !== view.session || this.view.overlay?.poll.id !== view.overlay?.poll.id),
    start: () => {
      if (reducedMotion() || document.visibilityState === "hidden" || !("startViewTransition" in document)) return undefined;
      return (draw) => document.startViewTransition(draw);
    },
  });

  constructor(secret: string) {
    this.#secret = secret;
    usePictures(secret);
  }

  /** Follows the session until the returned function is called. */
  start(): () => void {
    const letGo = follow<HandView>({ url: "/stage/hand", token: this.#secret, onView: (hand) => (this.hand = hand) });
    const stop = follow<StageView>({
      url: "/stage/live",
      token: this.#secret,
      onView: (view) => {
        this.#newest = view;
        this.refused = false;
        if (this.#fits(view)) this.#presenter.show(view);
        else void this.#fetchDeck();
      },
      onConnected: (connected) => {
        this.connected = connected;
        if (!connected && !this.#deck) void this.#fetchDeck();
      },
    });
    return () => {
      stop();
      letGo();
    };
  }

  /** Whether the deck at hand is the one the view speaks of: of the same session, and with the same polls on its slides. */
  #fits(view: StageView): boolean {
    return this.#deck?.session === view.session && this.#deck.edition === view.edition;
  }

  /** The old slides stay on the screen until the new ones are here. */
  async #fetchDeck(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    try {
      const deck = await request<StageDeck>("GET", "/stage/deck", this.#secret);
      this.refused = false;
      if (this.#deck?.session !== deck.session) usePictures(this.#secret);
      this.#deck = deck;
      if (this.#newest && this.#fits(this.#newest)) this.#presenter.show(this.#newest);
      else if (this.#newest) setTimeout(() => void this.#fetchDeck(), RETRY_MS);
    } catch (error) {
      if (error instanceof RequestError && error.status === 401 && !this.deck) this.refused = true;
      else if (this.#newest) setTimeout(() => void this.#fetchDeck(), RETRY_MS);
    } finally {
      this.#fetching = false;
    }
  }
}
