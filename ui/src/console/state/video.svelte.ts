import type { ConsoleDeck, ConsoleView, HandView, StageSlide } from "../../protocol/generated";
import { NO_HAND } from "../../protocol/hand";
import type { VideoTold } from "../../stage/context";
import { videoAt, videosOf } from "../../stage/content/videos";

/** The video of the slide that is shown, as the desk's own picture of it plays. */
export class Video {
  /** What the room sees of the hand: the server's truth, as for everything. */
  hand = $state.raw<HandView>(NO_HAND);
  /** The newest of each video that was on a slide. */
  #told = $state.raw<Record<string, VideoTold>>({});
  #live: { readonly deck: ConsoleDeck | null; readonly view: ConsoleView | null };

  constructor(live: { readonly deck: ConsoleDeck | null; readonly view: ConsoleView | null }) {
    this.#live = live;
  }

  #slide = $derived.by(() => this.#live.deck?.stage.slides[this.#live.view?.stage.slide ?? -1] ?? null);

  /** Whether the slide has one at all. */
  here = $derived.by(() => this.#of((slide) => videosOf(slide).length > 0) ?? false);
  /** The one whose step has come. */
  now = $derived.by(() => {
    const stage = this.#live.view?.stage;
    return stage && !stage.overlay ? this.#of((slide) => videoAt(slide, stage.step)) : null;
  });
  /** How it is getting on; before its step, only whether the slide has one that cannot be seen. Null while nothing is known. */
  told = $derived.by(() => {
    if (this.now) return this.#told[this.now.src] ?? null;
    return this.#of((slide) => videosOf(slide).map(({ src }) => this.#told[src]).find((told) => told?.trouble)) ?? null;
  });

  /** A slide that cannot be drawn has no video: its picture says so itself, and costs the desk nothing else. */
  #of<Found>(find: (slide: StageSlide) => Found): Found | null {
    try {
      return this.#slide && find(this.#slide);
    } catch {
      return null;
    }
  }

  get paused(): boolean {
    return this.hand.video.paused;
  }

  hear = (told: VideoTold): void => {
    this.#told = { ...this.#told, [told.src]: told };
  };
}
