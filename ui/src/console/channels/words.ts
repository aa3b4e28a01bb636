import type { MoodCount } from "../../protocol/generated";
import { language } from "../words";
import { tiedTable } from "../../design/spaces";

const fr = tiedTable({
  tabs: { label: "Bulletins, questions, observation", ballots: "Bulletins", questions: "Questions" },
  title: "Questions de la salle",
  waitingNow: (n: number) => (n === 1 ? "1 à relire" : `${n} à relire`),
  lists: { waiting: "À relire", shown: "Montrées", hidden: "Masquées" },
  empty: { waiting: "Rien à relire.", shown: "Aucune n’est montrée encore.", hidden: "Aucune n’est masquée." },
  show: "Montrer",
  hide: "Masquer",
  back: "Remettre à relire",
  pin: "À l’écran",
  unpin: "Retirer de l’écran",
  answer: "Répondue",
  unanswer: "Pas encore répondue",
  votes: (n: number) => `${n} voix`,
  showAll: "Tout montrer",
  showAllWhat: "Tout montrer, sauf ce qui porte une remarque",
  settings: "Réglages",
  open: "Questions ouvertes",
  reactions: "Réactions ouvertes",
  review: "Relire avant de montrer",
  filter: "Retenir injures et coordonnées",
  keep: "Garder les questions dans le bilan",
  keepText: "Seules celles qui ont été montrées sont gardées, sans dire qui les a posées.",
  few: (n: number) => `${n === 1 ? "une seule personne a" : `${n} personnes ont`} posé ces questions : on pourrait deviner qui`,
  mood: "La salle suit-elle ?",
  moods: { too_fast: "trop vite", lost: "perdu", fine: "parfait" } satisfies Record<keyof MoodCount, string>,
  trouble: "À ralentir ?",
  line: (from: number, to: number) => `Sur dix minutes : ${from} % de trop vite ou perdus d’abord, ${to} % maintenant.`,
});

const en: typeof fr = {
  tabs: { label: "Ballots, questions, observation", ballots: "Ballots", questions: "Questions" },
  title: "The room’s questions",
  waitingNow: (n) => `${n} to read`,
  lists: { waiting: "To read", shown: "Shown", hidden: "Hidden" },
  empty: { waiting: "Nothing to read.", shown: "None is shown yet.", hidden: "None is hidden." },
  show: "Show",
  hide: "Hide",
  back: "Back to those to read",
  pin: "On screen",
  unpin: "Take off the screen",
  answer: "Answered",
  unanswer: "Not answered yet",
  votes: (n) => (n === 1 ? "1 vote" : `${n} votes`),
  showAll: "Show all",
  showAllWhat: "Show all except what is flagged",
  settings: "Settings",
  open: "Questions open",
  reactions: "Reactions open",
  review: "Read before showing",
  filter: "Hold back insults and contact details",
  keep: "Keep the questions in the summary",
  keepText: "Only those that were shown are kept, without saying who asked them.",
  few: (n) => `${n === 1 ? "one person" : `${n} people`} asked these: one could guess who`,
  mood: "Does the room follow?",
  moods: { too_fast: "too fast", lost: "lost", fine: "just right" },
  trouble: "Slow down?",
  line: (from, to) => `Over ten minutes: ${from}% too fast or lost at first, ${to}% now.`,
};

/** What the desk says of the channels, in the presenter's language. */
/** Both, for whoever compares them. */
export const tables = { fr, en };
export const said = language === "fr" ? fr : en;
