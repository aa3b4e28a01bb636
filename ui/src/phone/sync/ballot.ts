import type { Answer, BallotReceipt, MyBallot } from "../../protocol/generated";

/** What this phone knows about its answer to one poll. A value: every step makes a new one. */
export interface Ballot {
  /** The highest revision this phone has used; the next answer takes the one after it. */
  readonly revision: number;
  /** The answer at `revision` as long as the server has not acknowledged it. */
  readonly pending: Answer | null;
  /** The newest answer that the server said it counts. */
  readonly counted: MyBallot | null;
  /** Why the last answer sent was not taken. */
  readonly verdict: Verdict | null;
}

/** `late`: the poll had closed. `refused`: the server would not have it at all. */
export type Verdict = "late" | "refused";

const blank: Ballot = { revision: 0, pending: null, counted: null, verdict: null };

/** Whether two answers say the same, however they are written down. */
export function sameAnswer(one: Answer, other: Answer): boolean {
  return plain(one) === plain(other);
}

/** An answer as text, without the order of what has none. */
function plain(answer: Answer): string {
  return JSON.stringify(answer, function (this: Partial<Answer>, key, value: unknown) {
    // The words for gaps have an order, as options that are ranked do; other lists have none.
    if (Array.isArray(value)) return key === "choices" || this.kind === "words" ? [...value].sort() : value;
    return value instanceof Object ? Object.fromEntries(Object.entries(value).sort()) : value;
  });
}

/** The answer to show as the person's: what was asked for last, else what counts. */
export function answerOf(ballot: Ballot | undefined): Answer | null {
  return ballot?.pending ?? ballot?.counted?.answer ?? null;
}

/** The person answers, or answers anew. Answering the same again changes nothing. */
export function cast(before: Ballot = blank, answer: Answer): Ballot {
  const current = before.pending ?? before.counted?.answer;
  if (current && sameAnswer(current, answer)) return { ...before, verdict: null };
  return { ...before, revision: before.revision + 1, pending: answer, verdict: null };
}

/** The server acknowledged an answer; it may be an earlier one than the newest. */
export function acknowledged(before: Ballot, poll: string, answer: Answer, receipt: BallotReceipt): Ballot {
  const counted: MyBallot = { poll, answer, ...receipt };
  const newest = before.counted && before.counted.revision > receipt.revision ? before.counted : counted;
  return { ...before, counted: newest, pending: before.revision > receipt.revision ? before.pending : null };
}

/** The server did not take this revision. A newer answer, made meanwhile, still has its chance. */
export function turnedDown(before: Ballot, revision: number, verdict: Verdict | null): Ballot {
  return before.revision > revision ? before : { ...before, pending: null, verdict };
}

/** The server's own account of this ballot. It wins, except over an answer that is newer than what the server has. */
export function reconciled(before: Ballot = blank, truth: MyBallot): Ballot {
  const newer = before.revision > truth.revision;
  return {
    revision: Math.max(before.revision, truth.revision),
    pending: newer ? before.pending : null,
    counted: truth,
    verdict: newer ? before.verdict : null,
  };
}
