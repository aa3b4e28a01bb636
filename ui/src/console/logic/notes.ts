/** What the presenter says aloud is set apart from what the notes tell them to do. */
export interface Run {
  text: string;
  spoken: boolean;
}

/** The notes of one step. */
export interface NotesPart {
  paragraphs: Run[][];
  /** Where the part stands against the step that is up. */
  when: "past" | "now" | "later";
}

const QUOTED = /«[^»]*»|“[^”]*”/g;
/** A word or two between quotation marks is a word spoken of; a sentence, or four words, is said. */
const SENTENCE = /[.!?…][^\p{L}]*$/u;
const SPOKEN_WORDS = 4;

function isSpoken(quoted: string): boolean {
  return SENTENCE.test(quoted) || quoted.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= SPOKEN_WORDS;
}

/** French signs keep their space, and never stand alone at the end or the start of a line. */
function unbroken(text: string): string {
  return text.replace(/« /g, "«\u00a0").replace(/ ([»;:!?])/g, "\u00a0$1");
}

function runs(paragraph: string): Run[] {
  const found: Run[] = [];
  let end = 0;
  for (const match of paragraph.matchAll(QUOTED)) {
    if (!isSpoken(match[0])) continue;
    if (match.index > end) found.push({ text: paragraph.slice(end, match.index), spoken: false });
    found.push({ text: match[0], spoken: true });
    end = match.index + match[0].length;
  }
  if (end < paragraph.length) found.push({ text: paragraph.slice(end), spoken: false });
  return found;
}

function paragraphs(text: string): Run[][] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, " "))
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => runs(unbroken(paragraph)));
}

/** The index of the part that goes with a step: its own, or the last one before it that says something. */
export function currentPart(notes: readonly string[], step: number): number {
  for (let part = Math.min(step, notes.length - 1); part > 0; part--) {
    if (notes[part]?.trim()) return part;
  }
  return 0;
}

/** The notes of a slide, part by part; parts that say nothing are left out. */
export function splitNotes(notes: readonly string[], step: number): NotesPart[] {
  const current = currentPart(notes, step);
  return notes
    .map((text, part): NotesPart => ({
      paragraphs: paragraphs(text),
      when: part < current ? "past" : part === current ? "now" : "later",
    }))
    .filter((part) => part.paragraphs.length > 0);
}
