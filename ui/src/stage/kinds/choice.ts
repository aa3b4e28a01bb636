import type { Language, SlidePoll } from "../../protocol/generated";
import { questionOf } from "../../protocol/kind";

/** What the choice kinds say on the stage beyond what every poll says. */
const words = {
  fr: {
    upTo: (max: number) => `${max}\u00a0choix au plus`,
    between: (min: number, max: number) => `${min} à ${max}\u00a0réponses`,
    atLeast: (min: number) => (min === 1 ? "Une ou plusieurs réponses" : `${min}\u00a0réponses ou plus`),
    exactly: (n: number) => (n === 1 ? "1\u00a0réponse" : `${n}\u00a0réponses`),
    several: "Plusieurs bonnes réponses possibles",
  },
  en: {
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
  const said = words[language];
  if (question.kind === "single") return null;
  if (question.kind === "quiz") return question.several ? said.several : null;
  const { min, max } = question;
  if (min === max) return said.exactly(max);
  if (max >= question.options.length + (question.other ? 1 : 0)) return said.atLeast(min);
  return min > 1 ? said.between(min, max) : said.upTo(max);
}
