import type { ConsoleDeck, ConsoleView } from "../../protocol/generated";
import { follow } from "../../protocol/live";
import { RequestError } from "../../protocol/request";
import type { Control } from "../control";
import { whole } from "../logic/whole";

/** A reconnection that takes less is not worth a banner. */
const LOST_AFTER_MS = 1_200;
const RETRY_DECK_MS = 1_500;

/** Whether the view speaks of this deck: of the same session, and with the same polls on its slides. */
function fits(deck: ConsoleDeck, view: ConsoleView): boolean {
  return deck.stage.session === view.stage.session && deck.stage.edition === view.stage.edition;
}

/** The newest deck and view the server has sent, always of the same session, and how the connection is. */
export class LiveConsole {
  deck = $state.raw<ConsoleDeck | null>(null);
  view = $state.raw<ConsoleView | null>(null);
  /** The connection has been down long enough to say so. */
  lost = $state(false);
  trouble = $state<"refused" | "unreachable" | null>(null);

  readonly #control: Control;
  #newest: ConsoleView | null = null;
  #loading = false;
  #lostTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(control: Control) {
    this.#control = control;
  }

  start(): () => void {
    return follow<ConsoleView>({
      url: "/control/live",
      token: this.#control.secret,
      onView: (view) => this.#take(whole(view)),
      onConnected: (connected) => this.#connected(connected),
    });
  }

  /** A view is shown only with the deck it speaks of, which is fetched anew when another session starts or a poll begins anew. */
  #take(view: ConsoleView): void {
    this.#newest = view;
    if (this.deck && fits(this.deck, view)) this.view = view;
    else void this.#loadDeck();
  }

  async #loadDeck(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    try {
      const deck = await this.#control.deck();
      this.trouble = null;
      this.deck = deck;
      const newest = this.#newest;
      // A poll that was begun anew leaves the session's last view drawn until its own is here.
      if (newest && fits(deck, newest)) this.view = newest;
      else if (this.view?.stage.session !== deck.stage.session) this.view = null;
    } catch (error) {
      this.#tell(error);
    } finally {
      this.#loading = false;
    }
    if (this.trouble !== "refused" && this.#newest && this.view !== this.#newest) {
      setTimeout(() => void this.#loadDeck(), RETRY_DECK_MS);
    }
  }

  #connected(connected: boolean): void {
    if (connected) {
      clearTimeout(this.#lostTimer);
      this.#lostTimer = undefined;
      this.lost = false;
      this.trouble = null;
      return;
    }
    // Every attempt that fails says so; only the first one starts the clock.
    this.#lostTimer ??= setTimeout(() => {
      this.lost = true;
      void this.#ask();
    }, LOST_AFTER_MS);
  }

  /** A stream that cannot be had does not say why; an ordinary request does. */
  async #ask(): Promise<void> {
    try {
      await this.#control.deck();
    } catch (error) {
      this.#tell(error);
    }
  }

  #tell(error: unknown): void {
    const refused = error instanceof RequestError && (error.status === 401 || error.status === 403);
    this.trouble = refused ? "refused" : "unreachable";
  }
}
