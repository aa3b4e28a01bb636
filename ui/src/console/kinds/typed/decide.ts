import type { ModerateRequest, Queued, Verdict } from "../../../protocol/generated";

/** What names an item in the page. */
export const keyOf = (item: Queued): string => item.key ?? `${item.id}`;

/** What was typed, without its marks. */
export const textOf = (item: Queued): string => item.spans.map((span) => span.text).join("");

/** Whether nothing in it is to be looked at: what is shown in one go is only that. */
export const isPlain = (item: Queued): boolean => item.spans.every((span) => span.concern === null);

/** Shows these, hides them, or lets them wait again. */
export function decide(items: readonly Queued[], verdict: Verdict | null): ModerateRequest {
  const texts = items.flatMap((item) => (item.id === null ? [] : [item.id]));
  const words = items.flatMap((item) => (item.key === null ? [] : [item.key]));
  return { act: "decide", verdict, texts, words };
}
