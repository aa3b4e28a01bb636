import type { Language, SlidePoll, StagePoll } from "../../protocol/generated";

/**
 * What a kind is given to draw the body of a poll's slide. The title above it and, beside it, the way in and the count
 * are the layout's. The body fills the box it is given and never leaves it; it is drawn in every state: asked and
 * empty, bars that grow, closed and revealed, the right answer shown, and once more on a results slide.
 *
 * To look at it without a server: samples of polls go into `ui/src/testing/gallery/samples/`, and `npx vite --port 5199`
 * in `ui` shows them at http://localhost:5199/src/testing/gallery/index.html, each in every state, on stage and console
 * (see main.ts there). `node src/testing/gallery/shoot.mjs OUT SAMPLE …` takes the pictures, in `ui` too, and says what
 * leaves the slide.
 */
export interface KindProps {
  poll: SlidePoll;
  /** The newest of this poll; null when the room's view is about something else, as in a preview. */
  now: StagePoll | null;
  /** On a results slide: what has an order by size is drawn in it. */
  ranked?: boolean;
}

/** What a kind asks of the layout around its body. */
export interface KindNeeds {
  /** The body wants the slide's width: what stands beside it becomes a slim strip. */
  wide?: (poll: SlidePoll) => boolean;
  /** A line under the title that says how to answer, where the talk has none of its own. */
  hint?: (poll: SlidePoll, language: Language) => string | null;
}
