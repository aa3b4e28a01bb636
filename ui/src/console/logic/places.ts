import type { StageDeck } from "../../protocol/generated";

/** A slide as the list shows it. */
export interface Place {
  /** From 0. */
  slide: number;
  title: string;
  /** Whether a question is asked there. */
  asks: boolean;
}

/** Slides under the section slide that opens them. */
export interface Section {
  title: string;
  places: Place[];
}

/** The slides by section. What comes before the first section slide stands under the talk's own title. */
export function sectionsOf(deck: StageDeck): Section[] {
  const sections: Section[] = [{ title: deck.title, places: [] }];
  deck.slides.forEach((slide, index) => {
    const title = slide.title ?? slide.poll?.ask ?? slide.survey?.polls[0]?.ask ?? slide.id;
    if (slide.layout === "section") sections.push({ title, places: [] });
    sections.at(-1)?.places.push({ slide: index, title, asks: slide.poll !== null || slide.survey !== undefined });
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
 * Keeps the slides that match: a number finds the slide of that number first, words must all occur in the title or in
 * the section's title.
 */
export function filterSections(sections: readonly Section[], typed: string): Section[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...sections];
  const number = /^\d+$/.test(typed.trim()) ? typed.trim() : null;
  const matches = (section: Section, place: Place) =>
    number !== null
      ? String(place.slide + 1).startsWith(number)
      : words.every((word) => plain(`${section.title} ${place.title}`).includes(word));
  return sections
    .map((section) => ({ ...section, places: section.places.filter((place) => matches(section, place)) }))
    .filter((section) => section.places.length > 0);
}

/** The place that Enter goes to when nothing else was picked: the exact number, else the first. */
export function bestPlace(sections: readonly Section[], typed: string): Place | undefined {
  const places = sections.flatMap((section) => section.places);
  return places.find((place) => String(place.slide + 1) === typed.trim()) ?? places[0];
}
