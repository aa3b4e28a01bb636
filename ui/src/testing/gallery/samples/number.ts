import type { Bin, NumberFigures, NumberSolution, NumberView } from "../../../protocol/generated";
import type { Sample } from "../sample";

const bins = (edges: [number | null, number | null, number][]): Bin[] => {
  const all = edges.reduce((sum, [, , count]) => sum + count, 0);
  return edges.map(([from, to, count]) => ({ from, to, count, percent: Math.round((100 * count) / all) }));
};

function sample(name: string, ask: string, view: Partial<NumberView>, told: NumberFigures, solution?: NumberSolution, explain?: string): Sample {
  const question: NumberView = { min: 0, max: 1000, step: 1, decimals: 0, unit: null, ...view };
  return {
    name,
    poll: { id: name, ask, hint: null, question: { kind: "number", ...question } },
    ballots: told.bins.reduce((sum, bin) => sum + bin.count, 0),
    figures: { shape: "number", ...told },
    ...(solution ? { solution: { kind: "number", ...solution } } : {}),
    ...(explain ? { explain } : {}),
  };
}

const tweets = bins([[0, 1999, 6], [2000, 3999, 9], [4000, 5999, 12], [6000, 7999, 5], [8000, 9999, 3], [10000, 11999, 0], [12000, 13999, 1], [14000, null, 2]]);

const samples: Sample[] = [
  sample(
    "number-quiz",
    "Combien de tweets sont publiés chaque seconde dans le monde ?",
    { max: 100000, unit: "tweets" },
    { bins: tweets, quartiles: { low: 2300, median: 4400, high: 6500 } },
    { right: 5700, tolerance: 500, within: 4, closest: 5650 },
    "En moyenne, en 2022. Un soir de finale, dix fois plus.",
  ),
  sample("number-years", "Depuis combien d’années avez-vous un téléphone intelligent ?", { max: 20, unit: "ans" }, { bins: bins(Array.from({ length: 12 }, (_, n) => [n + 3, n + 3, [1, 0, 2, 3, 4, 6, 5, 7, 3, 2, 1, 1][n]!])), quartiles: { low: 7, median: 9, high: 10.5 } }),
  sample("number-euros", "Combien coûterait un tweet, tout compris ?", { max: 100, step: 0.5, decimals: 1, unit: "€" }, { bins: bins(Array.from({ length: 10 }, (_, n) => [n * 10, n === 9 ? 100 : n * 10 + 9.5, [9, 5, 6, 4, 3, 3, 1, 0, 0, 2][n]!])), quartiles: { low: 10.25, median: 21.5, high: 41 } }),
  sample("number-few", "À combien de réseaux êtes-vous inscrit·e ?", { max: 5 }, { bins: bins([[0, 0, 1], [1, 1, 0], [2, 2, 1], [3, 3, 0], [4, 4, 0], [5, 5, 0]]), quartiles: { low: 0.5, median: 1, high: 1.5 } }, { right: 2, tolerance: 0, within: 1, closest: 2 }),
];
export default samples;
