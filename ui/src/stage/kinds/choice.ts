import type { ChoiceFigures, Language, SlidePoll, Solution } from "../../protocol/generated";
import { questionOf } from "../../protocol/kind";

/** What the choice kinds say beyond what every poll says. */
export const choiceWords = {
  fr: {
    other: "Autre",
    noOpinion: (n: number) => `${n}\u00a0sans opinion, ${n < 2 ? "compté" : "comptés"} à part`,
    own: "Autre\u00a0:",
    quoted: (text: string) => `«\u00a0${text}\u00a0»`,
    andMore: (n: number) => (n === 1 ? "et 1 autre" : `et ${n}\u00a0autres`),
    sure: "sûrs",
    ofThemSure: (n: number) => `dont\u00a0${n === 0 ? "aucun sûr" : n === 1 ? "1 sûr" : `${n} sûrs`}`,
    unsure: "pas sûrs",
    nobodyWrong: "Personne ne s’est trompé.",
    wrongYetSure: (sure: number, wrong: number) => {
      if (sure === 0) return "Faux mais sûr\u00a0: personne.";
      if (wrong === 1) return "Faux mais sûr\u00a0: la seule personne qui s’est trompée.";
      return `Faux mais sûr\u00a0: ${sure} des ${wrong}\u00a0personnes qui se sont trompées${sure === wrong ? ", toutes" : ""}.`;
    },
    mostTempting: (option: string, sure: number) =>
      `Faux mais sûr\u00a0: ${sure === 1 ? "une personne était sûre" : `${sure}\u00a0personnes étaient sûres`} de «\u00a0${option}\u00a0».`,
    upTo: (max: number) => `${max}\u00a0choix au plus`,
    between: (min: number, max: number) => `${min} à ${max}\u00a0réponses`,
    atLeast: (min: number) => (min === 1 ? "Une ou plusieurs réponses" : `${min}\u00a0réponses ou plus`),
    exactly: (n: number) => (n === 1 ? "1\u00a0réponse" : `${n}\u00a0réponses`),
    several: "Plusieurs bonnes réponses possibles",
  },
  en: {
    other: "Other",
    noOpinion: (n: number) => `${n} without an opinion, counted apart`,
    own: "Other:",
    quoted: (text: string) => `“${text}”`,
    andMore: (n: number) => `and ${n} more`,
    sure: "sure",
    ofThemSure: (n: number) => `(${n === 0 ? "none" : n}\u00a0sure)`,
    unsure: "not sure",
    nobodyWrong: "Nobody was wrong.",
    wrongYetSure: (sure: number, wrong: number) => {
      if (sure === 0) return "Wrong yet sure: nobody.";
      if (wrong === 1) return "Wrong yet sure: the one person who was wrong.";
      return `Wrong yet sure: ${sure === wrong ? `all ${wrong}` : `${sure} of the ${wrong}`}\u00a0people who were wrong.`;
    },
    mostTempting: (option: string, sure: number) =>
      `Wrong yet sure: ${sure === 1 ? "one person was" : `${sure}\u00a0people were`} sure of “${option}”.`,
    upTo: (max: number) => `Up to ${max}\u00a0choices`,
    between: (min: number, max: number) => `${min} to ${max}\u00a0answers`,
    atLeast: (min: number) => (min === 1 ? "One or several answers" : `${min}\u00a0answers or more`),
    exactly: (n: number) => (n === 1 ? "1\u00a0answer" : `${n}\u00a0answers`),
    several: "Several answers may be right",
  },
} satisfies Record<Language, object>;

/** How many answers a ballot may name, where that is not simply one. */
export function choiceHint(poll: SlidePoll, language: Language): string | null {
  const question = questionOf(poll, "single", "multiple", "quiz");
  const said = choiceWords[language];
  if (question.kind === "single") return null;
  if (question.kind === "quiz") return question.several ? said.several : null;
  const { min, max } = question;
  if (min === max) return said.exactly(max);
  if (max >= question.options.length + (question.other ? 1 : 0)) return said.atLeast(min);
  return min > 1 ? said.between(min, max) : said.upTo(max);
}

/** Whether the options are shown as pictures: when any of them has one. */
export function isPictured(poll: SlidePoll): boolean {
  return questionOf(poll, "single", "multiple", "quiz").options.some((option) => option.picture !== null);
}

/**
 * One sentence on those who were wrong and sure of it; null where people were not asked. Where a ballot names several
 * options its people cannot be added up, so the wrong option is named of which most were sure.
 */
export function wrongYetSure(poll: SlidePoll, figures: ChoiceFigures | null, solution: Solution | null, language: Language): string | null {
  const question = questionOf(poll, "single", "multiple", "quiz");
  if (question.kind !== "quiz" || !question.confidence || !figures || solution?.kind !== "options") return null;
  const said = choiceWords[language];
  const wrong = figures.bars.filter((bar) => !solution.right.includes(bar.id));
  const sum = (of: (bar: (typeof wrong)[number]) => number) => wrong.reduce((all, bar) => all + of(bar), 0);
  const people = sum((bar) => bar.count);
  if (people === 0) return said.nobodyWrong;
  if (!question.several) return said.wrongYetSure(sum((bar) => bar.sure ?? 0), people);
  const most = Math.max(...wrong.map((bar) => bar.sure ?? 0));
  const named = wrong.find((bar) => bar.sure === most);
  const text = question.options.find((option) => option.id === named?.id)?.text;
  return most === 0 || text === undefined ? said.wrongYetSure(0, people) : said.mostTempting(shortened(text), most);
}

/** A text that is named in a sentence: whole words, about as many as are needed to know it again. */
function shortened(text: string): string {
  const ENOUGH = 48;
  if (text.length <= ENOUGH) return text;
  return `${text.slice(0, text.lastIndexOf(" ", ENOUGH) > 0 ? text.lastIndexOf(" ", ENOUGH) : ENOUGH)}…`;
}

/** About as many characters of people's own words as the two lines under the options have room for. */
const ROOM_FOR_OWN = 108;

/** What people wrote instead of choosing, the newest first, as much as two lines hold; null where nothing may be seen. */
export function ownWords(figures: ChoiceFigures | null, language: Language): string | null {
  const { shown, texts } = figures?.own ?? { shown: 0, texts: [] };
  if (!texts.length) return null;
  const said = choiceWords[language];
  const quoted: string[] = [];
  let room = ROOM_FOR_OWN;
  for (const text of texts) {
    room -= text.length + 6;
    if (quoted.length && room < 0) break;
    quoted.push(said.quoted(text));
  }
  const left = shown - quoted.length;
  return [said.own, quoted.join(" · "), ...(left > 0 ? [said.andMore(left)] : [])].join(" ");
}
