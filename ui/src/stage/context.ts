import { createContext } from "svelte";
import type { Block, HandView, OverlayView, StageDeck, StageSlide, StageView } from "../protocol/generated";
import type { Words } from "./words";

/** What every part of a slide may need. The fields are getters, so that they stay reactive. */
export interface SlideContext {
  readonly deck: StageDeck;
  readonly slide: StageSlide;
  /** What the slide says under its title. */
  readonly blocks: Block[];
  /** The slide's place in the deck, from 0. */
  readonly index: number;
  readonly step: number;
  /** The newest view, whatever slide it is about: who is here, how to join. */
  readonly view: StageView | null;
  /** The newest view, only when it is about this slide: polls, breakdown, change. */
  readonly moment: StageView | null;
  /** The poll that lies over the slide, which `slide` then is; null where the slide is the talk's own. */
  readonly overlay: OverlayView | null;
  readonly words: Words;
  /** A small picture of a slide that is not (or not yet) on the projector: nothing moves in it. */
  readonly preview: boolean;
  /** What the presenter's hand does to the slide; null where videos stand still. */
  readonly hand: HandView | null;
  /** Hears of the slide's video: how far it is, and whether it plays at all. */
  readonly onVideo: ((told: VideoTold) => void) | undefined;
}

/** How a video is getting on. */
export interface VideoTold {
  src: string;
  /** Seconds from its beginning; and its length, 0 while that is not known. */
  at: number;
  length: number;
  /** `missing` where its file is not there, `unplayable` where this machine cannot decode it. */
  trouble: "missing" | "unplayable" | null;
}

export const [getSlide, setSlide] = createContext<SlideContext>();
