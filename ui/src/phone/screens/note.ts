import type { Answer, PhonePoll } from "../../protocol/generated";
import { answerOf, sameAnswer, type Ballot } from "../sync/ballot";
import type { Words } from "../words";

/** What is said about a person's answer: a word that strikes the eye, and a sentence. */
export interface Note {
  readonly tone: "plain" | "busy" | "good" | "warn";
  readonly head: string;
  readonly text: string;
  /** What a screen reader is told, once, where that is not what is written. */
  readonly aloud?: string;
}

/** What is known of an answer besides its ballot. */
export interface About {
  /** Whether sending has failed and will be tried again. */
  readonly stuck: boolean;
  /** The answer that is not sent. */
  readonly draft?: Answer | undefined;
  /** Whether what counts is the right answer, once that is told and where there is one. */
  readonly right?: boolean | undefined;
  /** What is said while nothing is answered. */
  readonly prompt?: string | undefined;
}

/** Says how things stand with an answer, and never more than is known. */
export function noteFor(poll: PhonePoll, ballot: Ballot | undefined, words: Words, { stuck, draft, right, prompt }: About): Note {
  if (ballot?.pending) {
    return stuck
      ? { tone: "warn", head: words.kept, text: words.keptHelp }
      : { tone: "busy", head: words.sending, text: "", aloud: "" };
  }
  const open = poll.state === "open";
  const { counted = null, verdict = null } = ballot ?? {};
  if (verdict === "late" && !open) {
    return { tone: "warn", head: words.late, text: counted ? words.lateBefore : words.lateNothing };
  }
  if (verdict === "refused") return { tone: "warn", head: words.refused, text: words.refusedHelp };
  const sent = answerOf(ballot);
  if (!open && draft && !(sent && sameAnswer(draft, sent))) {
    return { tone: "warn", head: words.notSent, text: counted ? words.notSentBefore : words.notSentNothing };
  }
  if (counted && right !== undefined) {
    return right ? { tone: "good", head: words.right, text: "" } : { tone: "plain", head: words.wrong, text: words.wrongHelp };
  }
  if (counted) {
    const receipt = words.receipt(counted.seq);
    return open
      ? { tone: "good", head: words.saved, text: words.changeable, aloud: words.savedAloud }
      : { tone: "good", head: words.closed, text: `${words.counts} (${receipt})`, aloud: `${words.closed}. ${words.counts}` };
  }
  if (!open) return { tone: "plain", head: words.closed, text: words.unanswered };
  return { tone: "plain", head: "", text: prompt ?? words.tap, aloud: "" };
}
