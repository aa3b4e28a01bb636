import type { PhonePoll } from "../../protocol/generated";
import { chosen, sameChoices, type Ballot } from "../sync/ballot";
import type { Words } from "../words";

/** What is said about a person's answer: a word that strikes the eye, and a sentence. */
export interface Note {
  readonly tone: "plain" | "busy" | "good" | "warn";
  readonly head: string;
  readonly text: string;
  /** What a screen reader is told, once, where that is not what is written. */
  readonly aloud?: string;
}

/** Says how things stand with an answer, and never more than is known. `draft` is what is ticked but not sent. */
export function noteFor(poll: PhonePoll, ballot: Ballot | undefined, stuck: boolean, words: Words, draft?: readonly string[] | null): Note {
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
  if (!open && draft && !sameChoices(draft, chosen(ballot))) {
    return { tone: "warn", head: words.notSent, text: counted ? words.notSentBefore : words.notSentNothing };
  }
  if (poll.right && counted) return quizNote(poll.right, chosen(ballot), words);
  if (counted) {
    const receipt = words.receipt(counted.seq);
    return open
      ? { tone: "good", head: `${words.saved} · ${receipt}`, text: words.changeable, aloud: words.savedAloud }
      : { tone: "good", head: words.closed, text: `${words.counts} (${receipt})`, aloud: `${words.closed}. ${words.counts}` };
  }
  if (!open) return { tone: "plain", head: words.closed, text: words.unanswered };
  return { tone: "plain", head: "", text: poll.kind === "multiple" ? room(poll, 0, words) : words.tap, aloud: "" };
}

/** Says how many options may still be ticked. */
export function room({ max_choices: most, options }: PhonePoll, ticked: number, words: Words): string {
  if (most >= options.length) return words.several;
  if (!ticked) return words.atMost(most);
  return ticked < most ? words.left(most - ticked) : words.full;
}

function quizNote(right: string[], mine: string[], words: Words): Note {
  const found = right.length === mine.length && mine.every((id) => right.includes(id));
  return found ? { tone: "good", head: words.right, text: "" } : { tone: "plain", head: words.wrong, text: words.wrongHelp };
}
