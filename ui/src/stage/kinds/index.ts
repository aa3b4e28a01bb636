import type { Component } from "svelte";
import type { KindName, SlidePoll } from "../../protocol/generated";
import Blanks from "./Blanks.svelte";
import Choice from "./Choice.svelte";
import Match from "./Match.svelte";
import Points from "./Points.svelte";
import Ranking from "./Ranking.svelte";
import { blanksHint } from "./blanks";
import { choiceHint, isPictured } from "./choice";
import { matchHint, matchIsWide } from "./match";
import { pointsHint } from "./points";
import NumberKind from "./number/Number.svelte";
import Pin from "./pin/Pin.svelte";
import Plane from "./plane/Plane.svelte";
import Scale from "./scale/Scale.svelte";
import { isWide as scaleIsWide } from "./scale/rows";
import type { KindNeeds, KindProps } from "./props";
import { rankingHint } from "./ranking";
import Texts from "./typed/Texts.svelte";
import { typedHint } from "./typed/words";
import Words from "./words/Words.svelte";
import { wordsHint } from "./words/words";

/** What draws each kind of question on the stage. A kind that nothing draws does not compile. */
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
  words: Words,
  text: Texts,
  tweet: Texts,
} satisfies Record<KindName, Component<KindProps>>;

/** What a kind asks of the layout around it; most ask for nothing. */
const needs: Partial<Record<KindName, KindNeeds>> = {
  single: { wide: isPictured },
  multiple: { hint: choiceHint, wide: isPictured },
  quiz: { hint: choiceHint, wide: isPictured },
  ranking: { hint: rankingHint },
  points: { hint: pointsHint },
  match: { hint: matchHint, wide: matchIsWide },
  blanks: { hint: blanksHint },
  scale: { wide: scaleIsWide },
  plane: { wide: () => true },
  pin: { wide: () => true },
  words: { hint: wordsHint, wide: () => true },
  text: { hint: typedHint, wide: () => true },
  tweet: { hint: typedHint, wide: () => true },
};

/** What draws this poll. A kind this page does not know is not drawn as another: its slide shows its title alone. */
export function kindOf(poll: SlidePoll): Component<KindProps> {
  const kind: Component<KindProps> | undefined = kinds[poll.question.kind];
  if (!kind) throw new Error(`BUG: nothing draws ${poll.question.kind}`);
  return kind;
}

export function needsOf(poll: SlidePoll): KindNeeds {
  return needs[poll.question.kind] ?? {};
}
