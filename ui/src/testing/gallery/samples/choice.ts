import type { Bar, OptionView } from "../../../protocol/generated";
import type { Sample } from "../sample";

const text = (id: string, words: string): OptionView => ({ id, text: words, picture: null });
const pictured = (id: string, words: string, shape: string): OptionView => ({ ...text(id, words), picture: { src: `images/${id}-${shape}.png`, alt: words } });
const bar = (id: string, count: number, percent: number, sure: number | null = null): Bar => ({ id, count, percent, sure });

const account = [
  text("oui", "Oui, dès ce soir"),
  text("aide", "Oui, si l’on m’aide à écrire le premier"),
  text("temps", "Pas une minute à moi"),
  text("non", "Hors de question"),
];
const accountBars = [bar("oui", 6, 18), bar("aide", 14, 41), bar("temps", 8, 24), bar("non", 3, 9)];

const shapes = ["3x2", "1x1", "2x3", "16x9"];
const birds = ["Mésange charbonnière", "Rouge-gorge", "Pie bavarde", "Moineau domestique", "Merle noir", "Geai des chênes", "Chouette hulotte", "Un oiseau au nom vraiment très long, de ceux que l’on doit couper"];
const pictures = (n: number) => birds.slice(0, n).map((name, index) => pictured(`p${index}`, name, shapes[index % shapes.length]!));
const pictureBars = (n: number) => {
  const counts = Array.from({ length: n }, (_, index) => 3 + ((index * 5) % 9));
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count, index) => bar(`p${index}`, count, Math.round((count / all) * 100)));
};

const plain = { other: false, no_opinion: false, shuffle: false };
const quiz = { kind: "quiz" as const, shuffle: false };

const samples: Sample[] = [
  {
    name: "single",
    poll: { id: "compte", ask: "Ouvririez-vous un compte professionnel\u202f?", hint: null, question: { kind: "single", options: account, ...plain } },
    ballots: 31,
    figures: { shape: "choice", bars: accountBars, other: null, no_opinion: null },
  },
  {
    name: "single-other",
    poll: { id: "compte", ask: "Ouvririez-vous un compte professionnel\u202f?", hint: null, question: { kind: "single", options: account, ...plain, other: true, no_opinion: true } },
    ballots: 46,
    figures: { shape: "choice", bars: accountBars, other: { count: 3, percent: 8 }, no_opinion: 12 },
  },
  {
    name: "multiple-eight",
    poll: {
      id: "freins",
      ask: "Qu’est-ce qui vous retient d’écrire en public\u202f?",
      hint: null,
      question: {
        kind: "multiple",
        options: ["Le temps", "La peur de me tromper", "Ma hiérarchie", "Je n’ai rien à dire", "Les trolls", "La vie privée", "L’outil m’ennuie", "Rien du tout"].map((words, index) => text(`f${index}`, words)),
        ...plain,
        ...{ min: 2, max: 3, other: true, no_opinion: true },
      },
    },
    ballots: 57,
    figures: { shape: "choice", bars: [31, 22, 18, 12, 9, 8, 5, 1].map((count, index) => bar(`f${index}`, count, Math.round((count / 54) * 100))), other: { count: 4, percent: 7 }, no_opinion: 3 },
  },
  {
    name: "quiz-several",
    poll: {
      id: "signes",
      ask: "Lesquels de ces signes comptent double dans un tweet\u202f?",
      hint: null,
      question: { ...quiz, options: [text("a", "Un emoji"), text("b", "Une majuscule accentuée"), text("c", "Un caractère chinois"), text("d", "Une espace insécable")], several: true, confidence: false },
    },
    ballots: 38,
    figures: { shape: "choice", bars: [bar("a", 29, 76), bar("b", 11, 29), bar("c", 17, 45), bar("d", 6, 16)], other: null, no_opinion: null },
    solution: { kind: "options", right: ["a", "c"] },
    explain: "Twitter compte les signes par leur poids\u00a0: 1 pour l’alphabet latin, 2 pour presque tout le reste.",
    notes: [{ id: "b", text: "É est une lettre latine comme une autre." }],
  },
  {
    name: "quiz-confidence",
    poll: {
      id: "longueur",
      ask: "Combien de signes un tweet peut-il compter\u202f?",
      hint: null,
      question: { ...quiz, options: [text("a", "140"), text("b", "280"), text("c", "500"), text("d", "Autant que l’on veut")], several: false, confidence: true },
    },
    ballots: 34,
    figures: { shape: "choice", bars: [bar("a", 15, 44, 11), bar("b", 13, 38, 6), bar("c", 4, 12, 1), bar("d", 2, 6, 0)], other: null, no_opinion: null },
    solution: { kind: "options", right: ["b"] },
    explain: "140 jusqu’en 2017, 280 depuis. Les comptes payants peuvent en écrire davantage.",
  },
  ...[2, 3, 4, 6, 8].map(
    (n): Sample => ({
      name: `pictures-${n}`,
      poll: { id: "oiseau", ask: "Quel oiseau vous ressemble le plus quand vous parlez en réunion\u202f?", hint: null, question: { kind: "single", options: pictures(n), ...plain, no_opinion: n === 6, other: n === 4 } },
      ballots: 52,
      figures: { shape: "choice", bars: pictureBars(n), other: n === 4 ? { count: 5, percent: 10 } : null, no_opinion: n === 6 ? 4 : null },
    }),
  ),
  {
    name: "pictures-quiz",
    poll: { id: "logo", ask: "Lequel est un vrai\u202f?", hint: null, question: { ...quiz, options: pictures(3), several: false, confidence: true } },
    ballots: 30,
    figures: { shape: "choice", bars: [bar("p0", 12, 40, 5), bar("p1", 15, 50, 12), bar("p2", 3, 10, 3)], other: null, no_opinion: null },
    solution: { kind: "options", right: ["p0"] },
    explain: "La mésange charbonnière porte une cravate noire.",
  },
  {
    name: "long",
    poll: {
      id: "long",
      ask: "Si votre direction vous demandait demain d’écrire en public, sous votre nom, ce que votre équipe apprend cette année, par quoi commenceriez-vous\u202f?",
      hint: null,
      question: { ...quiz, options: Array.from({ length: 6 }, (_, index) => text(`l${index}`, `${index + 1}. Par une chose vue cette semaine, racontée simplement, avec une photo que nous aurions le droit de montrer`)), several: true, confidence: true },
    },
    ballots: 128,
    figures: { shape: "choice", bars: [60, 41, 30, 22, 9, 3].map((count, index) => bar(`l${index}`, count, Math.round((count / 128) * 100), Math.floor(count / 2))), other: null, no_opinion: null },
    solution: { kind: "options", right: ["l0", "l3"] },
    explain: "Une chose vue, dite simplement, vaut mieux que dix annonces : on la comprend, on la croit, on la répète, et personne n’a besoin d’être directeur de la communication pour l’écrire entre deux réunions.",
    notes: [1, 2, 4, 5].map((index) => ({ id: `l${index}`, text: "Cela viendra, mais plus tard, quand on vous lira." })),
  },
];
export default samples;
