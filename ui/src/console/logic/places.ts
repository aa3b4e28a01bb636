import type { ConsoleSlide, StageDeck } from "../../protocol/generated";

/** A slide as the list shows it. */
export interface Place {
  /** From 0. */
  slide: number;
  title: string;
  /** Whether a question is asked there. */
  asks: boolean;
  /** All that is written on it and said with it, as it is searched. */
  words: string;
}

/** Slides under the section slide that opens them. */
export interface Section {
  title: string;
  places: Place[];
}

/** Names under which words stand in a slide that people read or answer. */
const WORDS: ReadonlySet<string> = new Set(["title", "text", "alt", "ask", "hint"]);

/** Everything that is written in a part of a slide, however deep. */
function writtenIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(writtenIn);
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([name, inside]) => (typeof inside === "string" ? (WORDS.has(name) ? [inside] : []) : writtenIn(inside)));
}

/** The slides by section. What comes before the first section slide stands under the talk's own title. */
export function sectionsOf(deck: StageDeck, spoken: readonly ConsoleSlide[] = []): Section[] {
  const sections: Section[] = [{ title: deck.title, places: [] }];
  deck.slides.forEach((slide, index) => {
    const title = slide.title ?? slide.poll?.ask ?? slide.survey?.polls[0]?.ask ?? slide.id;
    if (slide.layout === "section") sections.push({ title, places: [] });
    const words = plain([...writtenIn(slide), ...(spoken[index]?.notes ?? [])].join(" "));
    sections.at(-1)?.places.push({ slide: index, title, asks: slide.poll !== null || slide.survey !== undefined, words });
  });
  return sections.filter((section) => section.places.length > 0);
}

/** The section in which a slide stands. */
export function sectionAt(sections: readonly Section[], slide: number): Section | undefined {
  return sections.find((section) => section.places.some((place) => place.slide === slide));
}

/** For comparing what was typed with what is written: no case, no accents, no typographic apostrophes. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’ʼ]/g, "'")
    .toLowerCase();
}

/**
 * Keeps the slides that match: a number finds the slides whose number begins so, words must all occur in the section's title, on
 * the slide or in its notes.
 */
export function filterSections(sections: readonly Section[], typed: string): Section[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...sections];
  const number = /^\d+$/.test(typed.trim()) ? typed.trim() : null;
  const matches = (section: Section, place: Place) =>
    number !== null
      ? String(place.slide + 1).startsWith(number)
      : words.every((word) => plain(`${section.title} ${place.title} `).concat(place.words).includes(word));
  return sections
    .map((section) => ({ ...section, places: section.places.filter((place) => matches(section, place)) }))
    .filter((section) => section.places.length > 0);
}

/** The place that Enter goes to when nothing else was picked: the exact number, else the first with the words in its title, else the first. */
export function bestPlace(sections: readonly Section[], typed: string): Place | undefined {
  const places = sections.flatMap((section) => section.places);
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const named = (place: Place) => words.every((word) => plain(place.title).includes(word));
  return places.find((place) => String(place.slide + 1) === typed.trim()) ?? places.find(named) ?? places[0];
}
