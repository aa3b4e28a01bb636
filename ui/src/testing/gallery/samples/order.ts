import type { OptionView, Placed, Ranked } from "../../../protocol/generated";
import type { Sample } from "../sample";

const options = (texts: string[]): OptionView[] => texts.map((text, index) => ({ id: `o${index}`, text, picture: null }));

const tools = options([
  "Une charte d’utilisation",
  "Une heure de formation",
  "Des exemples de tweets réussis",
  "Cinq minutes par jour, dans l’agenda",
  "Un endroit pour s’exercer sans risque",
  "La direction, visible et présente",
  "Un collègue à qui demander",
  "Le droit de dire non, sans avoir à se justifier auprès de qui que ce soit",
]);

/** Rankings of 31 people over the options, from how often each stands in each place. */
function ranks(places: number[][], first: number): Ranked[] {
  return places.map((row, index) => {
    const points = row.reduce((sum, count, place) => sum + count * Math.max(0, first - place), 0);
    const named = row.reduce((sum, count) => sum + count, 0);
    const mean = named ? row.reduce((sum, count, place) => sum + count * (place + 1), 0) / named : null;
    return { id: `o${index}`, points, percent: Math.round((100 * points) / (31 * first)), first: row[0]!, named, mean, places: row };
  });
}

const eight = [[4, 5, 3], [7, 4, 6], [3, 6, 5], [9, 3, 4], [2, 5, 5], [1, 2, 3], [3, 4, 3], [2, 2, 2]];
const two = [[19, 12], [12, 19]];
const four = [[3, 5, 8, 15], [14, 9, 5, 3], [11, 12, 6, 2], [3, 5, 12, 11]];

const purses = (means: number[], most: number[]) =>
  means.map((mean, index) => ({ id: `o${index}`, total: Math.round(mean * 28), mean, percent: Math.round(mean), givers: 20, most: most[index]! }));

const placed = (counts: number[]): Placed[] => {
  const sum = counts.reduce((a, b) => a + b, 0);
  return counts.map((count, index) => ({ id: "abcdefghijkl"[index]!, count, percent: Math.round((100 * count) / sum) }));
};

const left = ["#", "@", "RT", "DM", "Un lien", "Une liste", "Un fil", "Un sondage dans un tweet"];
const right = [
  "Ce qui mène hors de Twitter",
  "Des comptes choisis, lus ensemble",
  "Le tweet de quelqu’un d’autre",
  "Plusieurs tweets à la suite",
  "Un message que personne d’autre ne lit",
  "Un sujet que l’on peut suivre d’un compte à l’autre",
  "Une personne à qui l’on parle",
  "Une question à quatre réponses au plus",
];
const belongs = ["f", "g", "c", "e", "a", "b", "d", "h"];
const items = (texts: string[]) => texts.map((text, index) => ({ id: "abcdefghijkl"[index]!, text }));

function matchOf(name: string, from: number[], ask: string): Sample {
  const rights = from.map((index) => belongs[index]!).sort();
  const letter = (index: number) => "abcdefgh"[rights.indexOf(belongs[index]!)]!;
  const shown = items(rights.map((id) => right["abcdefgh".indexOf(id)]!));
  const lefts = from.map((index) => ({ id: `l${index}`, text: left[index]! }));
  return {
    name,
    poll: { id: "signes", ask, hint: null, question: { kind: "match", left: lefts, right: shown } },
    ballots: 29,
    figures: {
      shape: "match",
      left: from.map((index, row) => ({
        id: `l${index}`,
        beside: placed(shown.map(({ id }, place) => (id === letter(index) ? (row === 2 ? 9 : 21 - row) : (row === 2 && place === 0 ? 14 : (place + row) % 3)))),
      })),
    },
    solution: { kind: "pairs", right: Object.fromEntries(from.map((index) => [`l${index}`, letter(index)])), whole: 11 },
    explain: "Le dièse range, l’arobase appelle, le RT transmet.",
  };
}

const samples: Sample[] = [
  {
    name: "ranking-eight",
    poll: { id: "besoins", ask: "De quoi auriez-vous besoin, d’abord ?", hint: null, question: { kind: "ranking", options: tools, top: 3 } },
    ballots: 31,
    figures: { shape: "ranking", ranks: ranks(eight, 3) },
  },
  {
    name: "ranking-two",
    poll: { id: "ordre", ask: "Lire ou écrire, par quoi commencer ?", hint: null, question: { kind: "ranking", options: options(["Lire", "Écrire"]), top: 2 } },
    ballots: 31,
    figures: { shape: "ranking", ranks: ranks(two, 1) },
  },
  {
    name: "ranking-quiz",
    poll: {
      id: "histoire",
      ask: "Du plus ancien au plus récent ?",
      hint: null,
      question: { kind: "ranking", options: options(["Le retweet officiel", "Le premier tweet", "Le mot-dièse", "Les 280 signes"]), top: 4 },
    },
    ballots: 31,
    figures: { shape: "ranking", ranks: ranks(four, 3) },
    solution: { kind: "order", right: ["o1", "o2", "o0", "o3"], whole: 9 },
    explain: "Mars 2006, août 2007, novembre 2009, novembre 2017.",
  },
  {
    name: "points-eight",
    poll: { id: "temps", ask: "Cent minutes par mois pour Twitter : comment les répartir ?", hint: null, question: { kind: "points", options: tools, total: 100, step: 5 } },
    ballots: 28,
    figures: { shape: "points", purses: purses([21.4, 16.8, 24.3, 12.5, 9, 4.2, 11.3, 0.5], [6, 4, 9, 3, 2, 0, 3, 0]) },
  },
  {
    name: "points-two",
    poll: { id: "part", ask: "Votre temps sur Twitter ?", hint: null, question: { kind: "points", options: options(["Lire", "Écrire"]), total: 10, step: 1 } },
    ballots: 28,
    figures: { shape: "points", purses: purses([7.25, 2.75], [24, 6]) },
  },
  matchOf("match-eight", [0, 1, 2, 3, 4, 5, 6, 7], "Que veut dire chaque signe ?"),
  matchOf("match-two", [0, 1], "Le dièse et l’arobase ?"),
  matchOf("match-four", [0, 1, 2, 3], "Que veut dire chaque signe ?"),
  {
    name: "blanks-bank",
    poll: {
      id: "limites",
      ask: "Complétez la phrase.",
      hint: null,
      question: {
        kind: "blanks",
        parts: ["Un tweet a ", " caractères au plus ; un lien en compte ", ", quelle que soit sa longueur."],
        words: items(["10", "23", "100", "140", "280", "500"]),
        gaps: [["a", "b", "c", "d", "e", "f"], ["a", "b", "c", "d", "e", "f"]],
        once: true,
      },
    },
    ballots: 26,
    figures: { shape: "blanks", gaps: [{ words: placed([0, 0, 0, 14, 11, 1]) }, { words: placed([7, 12, 4, 2, 1, 0]) }] },
    solution: { kind: "words", right: ["e", "b"], whole: 8 },
    explain: "280 depuis 2017 ; un lien compte toujours 23.",
  },
  {
    name: "blanks-six",
    poll: {
      id: "charte",
      ask: "La charte, à trous",
      hint: null,
      question: {
        kind: "blanks",
        parts: ["Sur Twitter, je parle en mon ", " et non pour ", ". Je cite mes ", ", je vérifie avant de ", ", je ne réponds pas aux ", " et je demande en cas de ", "."],
        words: items(["attaques", "collègues", "doute", "l’entreprise", "liker", "nom", "partager", "plaisir", "sources", "tout le monde", "titre", "trolls"]),
        gaps: [["f", "k"], ["d", "j"], ["b", "i"], ["e", "g"], ["a", "l"], ["c", "h"]],
        once: false,
      },
    },
    ballots: 26,
    figures: {
      shape: "blanks",
      gaps: [
        ["f", "k", 22, 4], ["d", "j", 20, 6], ["b", "i", 5, 21], ["e", "g", 12, 14], ["a", "l", 9, 17], ["c", "h", 25, 1],
      ].map(([one, other, a, b]) => ({ words: [[one, a], [other, b]].map(([id, count]) => ({ id: `${id}`, count: Number(count), percent: Math.round((100 * Number(count)) / 26) })) })),
    },
    solution: { kind: "words", right: ["f", "d", "i", "g", "l", "c"], whole: 4 },
  },
];
export default samples;
