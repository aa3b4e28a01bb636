import type { Component } from "svelte";
import type { KindName } from "../../protocol/generated";
import type { PollOnConsole } from "../logic/ballots";
import Blanks from "./Blanks.svelte";
import Choice from "./Choice.svelte";
import Match from "./Match.svelte";
import Pin from "./Pin.svelte";
import Points from "./Points.svelte";
import Ranking from "./Ranking.svelte";
import NumberKind from "./Number.svelte";
import Plane from "./Plane.svelte";
import Scale from "./Scale.svelte";
import Typed from "./typed/Typed.svelte";

/**
 * What draws the figures of each kind of question for the presenter, in a panel at least 360 px wide whose height may
 * scroll. A kind that nothing draws does not compile.
 */
const kinds = {
  single: Choice,
  multiple: Choice,
  quiz: Choice,
  ranking: Ranking,
  points: Points,
  match: Match,
  blanks: Blanks,
  scale: Scale,
  plane: Plane,
  number: NumberKind,
  pin: Pin,
  words: Typed,
  text: Typed,
  tweet: Typed,
} satisfies Record<KindName, Component<{ at: PollOnConsole }>>;

/** What draws this poll. A kind this page does not know is not drawn as another: its panel says that it has a fault. */
export function kindOf(at: PollOnConsole): Component<{ at: PollOnConsole }> {
  const kind: Component<{ at: PollOnConsole }> | undefined = kinds[at.words.question.kind];
  if (!kind) throw new Error(`BUG: nothing draws ${at.words.question.kind}`);
  return kind;
}
