import type { Component } from "svelte";
import type { KindName } from "../../protocol/generated";
import type { PollOnConsole } from "../logic/ballots";
import Choice from "./Choice.svelte";
import Pin from "./Pin.svelte";

/**
 * What draws the figures of each kind of question for the presenter, in a panel at least 360 px wide whose height may
 * scroll. A kind that nothing draws does not compile.
 */
const kinds = {
  single: Choice,
  multiple: Choice,
  quiz: Choice,
  pin: Pin,
} satisfies Record<KindName, Component<{ at: PollOnConsole }>>;

/** What draws this poll. A kind this page does not know is not drawn as another: its panel says that it has a fault. */
export function kindOf(at: PollOnConsole): Component<{ at: PollOnConsole }> {
  const kind: Component<{ at: PollOnConsole }> | undefined = kinds[at.words.question.kind];
  if (!kind) throw new Error(`BUG: nothing draws ${at.words.question.kind}`);
  return kind;
}
