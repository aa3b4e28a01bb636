import type { Answer } from "../../../protocol/generated";

/** What an answer says; `other` is absent where the person does not want words of their own. */
export interface Said {
  readonly ids: readonly string[];
  readonly other?: string | undefined;
  readonly noOpinion?: boolean;
}

export function said(answer: Answer | null): Said {
  if (answer?.kind === "choice") return { ids: [answer.choice] };
  if (answer?.kind === "choices") return { ids: answer.choices, other: answer.other };
  if (answer?.kind === "other") return { ids: [], other: answer.other };
  return { ids: [], noOpinion: answer?.kind === "no_opinion" };
}

/** How many things are named; words of one's own count as one. */
export function named({ ids, other }: Said): number {
  return ids.length + (other === undefined ? 0 : 1);
}
