import type { ScaledFigures, ScaleView, StatementView } from "../../../protocol/generated";
import type { Sample } from "../sample";

const accord = ["Pas du tout d’accord", "Plutôt pas d’accord", "Ni d’accord ni pas d’accord", "Plutôt d’accord", "Tout à fait d’accord"];
const mood = ["Très négatif", "Plutôt négatif", "Neutre", "Plutôt positif", "Très positif"];
const TEXTS = [
  "Twitter me serait utile dans mon travail",
  "Je trouverais le temps de m’en servir",
  "J’y suivrais volontiers mes collègues",
  "La direction attend de nous que nous y soyons présents, et elle le montre",
  "J’ai peur d’écrire une bêtise",
  "Un réseau de plus, c’est un réseau de trop",
  "On m’a montré des exemples concrets",
  "Je saurais à qui demander de l’aide",
];

function figures(id: string, counts: number[], skipped: number, first: number): ScaledFigures {
  const answers = counts.reduce((sum, count) => sum + count, 0);
  const at = (place: number) => place + first;
  const mean = counts.reduce((sum, count, place) => sum + count * at(place), 0) / (answers || 1);
  const variance = counts.reduce((sum, count, place) => sum + count * (at(place) - mean) ** 2, 0) / (answers || 1);
  const tenths = (value: number) => Math.round(value * 10) / 10;
  return {
    id,
    answers,
    skipped,
    counts,
    percents: counts.map((count) => Math.round((100 * count) / (answers || 1))),
    mean: answers ? tenths(mean) : null,
    spread: answers ? tenths(Math.sqrt(variance)) : null,
  };
}

/** Answers around a place, another for each statement. */
function around(centre: number, points: number, people: number): number[] {
  const weights = Array.from({ length: points }, (_, place) => Math.exp(-(((place / (points - 1) - centre) * 3.2) ** 2)));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.round((people * weight) / all));
}

function sample(name: string, ask: string, texts: string[], scale: Partial<ScaleView>, people = 31): Sample {
  const question: ScaleView = { statements: [], first: 1, points: 5, low: accord[0]!, high: accord[4]!, labels: [], signs: [], ...scale };
  const statements: StatementView[] = texts.map((text, index) => ({ id: `s${index}`, text }));
  const told = statements.map(({ id }, index) => figures(id, around([0.8, 0.3, 0.6, 0.9, 0.5, 0.1, 0.7, 0.4][index]!, question.points, people - (index % 3)), index % 3, question.first));
  return {
    name,
    poll: { id: name, ask, hint: null, question: { kind: "scale", ...question, statements } },
    ballots: people,
    figures: { shape: "scale", statements: told },
  };
}

const samples: Sample[] = [
  sample("scale-1", "Twitter me serait utile dans mon travail", [""], { labels: accord }),
  sample("scale-1-eleven", "Recommanderiez-vous Twitter à une ou un collègue ?", [""], { first: 0, points: 11, low: "Jamais de la vie", high: "Dès ce soir" }, 148),
  sample("scale-emoji", "Comment vous sentez-vous ce matin ?", [""], { labels: mood, low: mood[0]!, high: mood[4]!, signs: ["😡", "😬", "😐", "🙂", "😀"] }),
  sample("scale-3", "Êtes-vous d’accord ?", TEXTS.slice(0, 3), { labels: accord }),
  sample("scale-4-eleven", "De 0 à 10, où en êtes-vous ?", TEXTS.slice(0, 4), { first: 0, points: 11, low: "Pas du tout", high: "Entièrement" }),
  sample("scale-8", "Êtes-vous d’accord avec ce que l’on entend dans les couloirs ?", TEXTS, { labels: accord }),
  sample("scale-8-emoji", "Que ressentez-vous en lisant ces phrases, l’une après l’autre, sans trop réfléchir ?", TEXTS, { labels: mood, low: mood[0]!, high: mood[4]!, signs: ["😡", "😬", "😐", "🙂", "😀"] }),
];
export default samples;
