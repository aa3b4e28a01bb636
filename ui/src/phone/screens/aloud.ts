import type { PhonePoll } from "../../protocol/generated";
import type { Ballot } from "../sync/ballot";
import type { Note } from "./note";

/**
 * Tells a screen reader how an answer fares: that it waits, is saved, came too late or was refused. Each thing is said
 * once for each answer, however often the page is drawn, and what was so before the page came up is not news.
 */
export function aloud(announce: (text: string) => void): (poll: PhonePoll, ballot: Ballot | undefined, note: Note) => void {
  const said = new Set<string>();
  const seen = new Set<string>();
  return (poll, ballot, note) => {
    const text = note.aloud ?? (note.text ? `${note.head}. ${note.text}` : note.head);
    const key = `${poll.id} ${ballot?.revision} ${text}`;
    // A warning is news even on a page that has just come up: something must be done, or waited for.
    const news = seen.has(poll.id) || note.tone === "warn";
    seen.add(poll.id);
    if (said.has(key)) return;
    said.add(key);
    // An answer on its way silences what was said of the one before.
    if (text ? news : note.tone === "busy") announce(text);
  };
}
