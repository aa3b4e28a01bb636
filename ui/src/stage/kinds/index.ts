import type { Component } from "svelte";
import type { KindName, SlidePoll } from "../../protocol/generated";
import Choice from "./Choice.svelte";
import { choiceHint, isPictured } from "./choice";
import Pin from "./pin/Pin.svelte";
import type { KindNeeds, KindProps } from "./props";

/** What draws each kind of question on the stage. A kind that nothing draws does not compile. */
const kinds = {
  single: Choice,
  multiple: Choice,
  quiz: Choice,
  pin: Pin,
} satisfies Record<KindName, Component<KindProps>>;

/** What a kind asks of the layout around it; most ask for nothing. */
const needs: Partial<Record<KindName, KindNeeds>> = {
  single: { wide: isPictured },
  multiple: { hint: choiceHint, wide: isPictured },
  quiz: { hint: choiceHint, wide: isPictured },
  pin: { wide: () => true },
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
