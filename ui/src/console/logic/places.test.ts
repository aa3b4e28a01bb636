import { expect, test } from "vitest";
import type { Layout, StageDeck, StageSlide } from "../../protocol/generated";
import { bestPlace, filterSections, sectionAt, sectionsOf } from "./places";

function slide(layout: Layout, title: string | null): StageSlide {
  const nothing = { poll: null, results_of: null, profile: null, bird: null, image: null };
  return { id: title ?? "slide-x", layout, title, steps: 1, blocks: [], right: [], ...nothing };
}

const titles: [Layout, string | null][] = [
  ["cover", "Accueil"],
  ["join", "Sortez vos téléphones"],
  ["section", "Le vocabulaire"],
  ["default", "L’écran d’à côté"],
  ["default", null],
  ["section", "Au travail"],
  ...Array.from({ length: 6 }, (_, index): [Layout, string] => ["default", `Exemple ${index}`]),
];
const talk = { subtitle: null, author: null, date: null, organisation: null, profiles: [] };
const deck: StageDeck = {
  session: "s",
  edition: 0,
  title: "Exposé",
  language: "fr",
  lang: "fr",
  breakdown: ["room"],
  ...talk,
  slides: titles.map(([layout, title]) => slide(layout, title)),
};
const sections = sectionsOf(deck);
const found = (typed: string) =>
  filterSections(sections, typed).flatMap((section) => section.places.map((place) => place.slide));

test("slides stand under the section that opens them", () => {
  expect(sections.map((section) => [section.title, section.places.length])).toEqual([
    ["Exposé", 2],
    ["Le vocabulaire", 3],
    ["Au travail", 7],
  ]);
  expect(sectionAt(sections, 4)?.title).toBe("Le vocabulaire");
});

test("a slide without a title is named by its id", () => {
  expect(sections[1]?.places[2]?.title).toBe("slide-x");
});

test("nothing typed keeps everything", () => {
  expect(found("  ")).toHaveLength(deck.slides.length);
});

test("accents, case and apostrophes do not matter", () => {
  expect(found("TELEPHONES")).toEqual([1]);
  expect(found("l'ecran")).toEqual([3]);
});

test("all words must occur, in the title or in the section's", () => {
  expect(found("travail exemple 3")).toEqual([9]);
  expect(found("vocabulaire")).toEqual([2, 3, 4]);
  expect(found("nulle part")).toEqual([]);
});

test("words on a slide and in its notes are found, but Enter prefers a title", () => {
  const slides = [...deck.slides];
  slides[1] = { ...slides[1]!, blocks: [{ type: "list", ordered: false, items: [{ inlines: [{ type: "text", text: "Un exemple parlé" }], children: [], step: 0 }] }] as never };
  const notes = slides.map((_, index) => ({ notes: index === 2 ? ["Racontez l’éléphant."] : [], minutes: null, solution: null }));
  const sections = sectionsOf({ ...deck, slides }, notes);
  const found = (typed: string) => filterSections(sections, typed).flatMap((section) => section.places.map((place) => place.slide));
  expect(found("elephant")).toEqual([2]);
  expect(found("exemple parle")).toEqual([1]);
  expect(found("exemple")[0]).toBe(1);
  expect(bestPlace(filterSections(sections, "exemple"), "exemple")?.slide).toBe(6);
});

test("a number finds slides by their number, the exact one first for Enter", () => {
  expect(found("1")).toEqual([0, 9, 10, 11]);
  expect(bestPlace(filterSections(sections, "11"), "11")?.slide).toBe(10);
  expect(bestPlace(filterSections(sections, "exemple"), "exemple")?.slide).toBe(6);
});
