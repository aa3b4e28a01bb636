import type { PlacedFigures, PlaneView } from "../../../protocol/generated";
import type { Sample } from "../sample";

const TEXTS = ["Suivre l’actualité", "Recruter", "Annoncer un événement", "Répondre aux usagers et aux usagères", "Partager une publication", "Vivre une conférence", "Signaler un incident", "Remercier"];
const CENTRES = [[0.2, 0.8], [0.8, 0.6], [0.5, 0.9], [0.85, 0.85], [0.3, 0.5], [0.6, 0.3], [0.75, 0.2], [0.15, 0.25]] as const;

/** A cloud that is always the same: the people of a statement around its centre. */
function cloud(index: number, points: number, first: number, people: number): PlacedFigures {
  const [x, y] = CENTRES[index]!;
  const cells = new Map<string, [number, number, number]>();
  let [sumX, sumY] = [0, 0];
  for (let person = 0; person < people; person++) {
    const turn = person * 2.399963 + index;
    const far = 0.3 * Math.sqrt((person % 13) / 13);
    const at = (centre: number, aside: number) => first + Math.round(Math.min(1, Math.max(0, centre + aside)) * (points - 1));
    const place: [number, number] = [at(x, far * Math.cos(turn)), at(y, far * Math.sin(turn))];
    const key = place.join();
    cells.set(key, [...place, (cells.get(key)?.[2] ?? 0) + 1]);
    sumX += place[0];
    sumY += place[1];
  }
  const tenths = (sum: number) => Math.round((10 * sum) / people) / 10;
  return { id: `s${index}`, answers: people, skipped: index % 3, cells: [...cells.values()], centroid: { x: tenths(sumX), y: tenths(sumY), x_spread: 1.4, y_spread: 1.2 } };
}

function sample(name: string, ask: string, texts: string[], points: number, people: number): Sample {
  const question: PlaneView = {
    statements: texts.map((text, index) => ({ id: `s${index}`, text })),
    first: points === 11 ? 0 : 1,
    points,
    left: "Facile",
    right: "Difficile",
    bottom: "Inutile pour l’équipe",
    top: "Utile pour l’équipe",
  };
  return {
    name,
    poll: { id: name, ask, hint: null, question: { kind: "plane", ...question } },
    ballots: people,
    figures: { shape: "plane", statements: texts.map((_, index) => cloud(index, points, question.first, people - (index % 3))) },
  };
}

const samples: Sample[] = [
  sample("plane-1", "Twitter, pour vous : où le placez-vous ?", [""], 11, 42),
  sample("plane-3", "Où placez-vous ces usages ?", TEXTS.slice(0, 3), 11, 31),
  sample("plane-8", "Où placez-vous ces usages, pour vous et votre équipe, dans l’année qui vient ?", TEXTS, 11, 31),
  sample("plane-5x5", "Où placez-vous ces usages ?", TEXTS.slice(0, 4), 5, 120),
];
export default samples;
