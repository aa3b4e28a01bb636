import type { Answer, Language, PhonePoll, PhoneView } from "../../protocol/generated";
import type { H } from "../dom";
import type { Ballot } from "../sync/ballot";
import { words } from "./words";

const STEP = "gazouillis.step";

/** The next step that a person chose, in words, and the session in which they did: it outlives the question and the session. */
export interface KeptStep {
  readonly session: string;
  readonly text: string;
  /** The language of the words. */
  readonly lang: string;
}

/** Where the browser refuses storage, a step is kept as long as the tab. */
let keptHere: KeptStep | null = null;

function read(): KeptStep | null {
  try {
    return (JSON.parse(localStorage.getItem(STEP) ?? "null") as KeptStep | null) ?? keptHere;
  } catch {
    return keptHere;
  }
}

function write(step: KeptStep | null): void {
  keptHere = step;
  try {
    localStorage.setItem(STEP, JSON.stringify(step));
  } catch {
    // Then for this tab only.
  }
}

/** Keeps what was chosen where a next step is asked for, and forgets it where it was taken back. */
export function keepStep(view: PhoneView | null, ballots: Readonly<Record<string, Ballot>>): void {
  for (const poll of view?.survey ?? [view?.poll]) {
    const ballot = poll && ballots[poll.id];
    if (!view || !ballot || poll.question.kind !== "single" || !poll.question.step) continue;
    const { session, language, lang = language } = view;
    const text = chosen(poll, ballot.pending ?? ballot.counted?.answer);
    const before = stepOf(session);
    if (text && text !== before?.text) write({ session, text, lang });
    else if (!text && before) write(null);
  }
}

function chosen({ question }: PhonePoll, answer: Answer | undefined): string {
  if (answer?.kind === "other") return answer.other.trim();
  if (answer?.kind !== "choice" || question.kind !== "single") return "";
  return question.options.find(({ id }) => id === answer.choice)?.text ?? "";
}

/** The step of this session; that of an earlier talk is none. */
export function stepOf(session: string | null | undefined): KeptStep | null {
  const kept = read();
  return kept && kept.session === session ? kept : null;
}

/** The step of this session as it is shown, where there is one. */
export function step(h: H, session: string | null | undefined, language: Language): Node[] {
  const kept = stepOf(session);
  return kept ? [h("p", { class: "step" }, h("small", {}, words[language].step), " ", h("b", { lang: kept.lang }, kept.text))] : [];
}
