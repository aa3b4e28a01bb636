import type { PinFigures, PinView, RegionView } from "../../../protocol/generated";
import type { Sample } from "../sample";

const region = (id: string, text: string, left: number, top: number, width: number, height: number): RegionView => ({
  id,
  text,
  at: { left: left * 10_000, top: top * 10_000, width: width * 10_000, height: height * 10_000 },
});

const profile = [
  region("en-tete", "L’en-tête", 0, 0, 1, 0.3),
  region("portrait", "Le portrait", 0.05, 0.2, 0.2, 0.25),
  region("bio", "La présentation", 0.05, 0.48, 0.6, 0.14),
  region("tweets", "Les tweets", 0.05, 0.66, 0.9, 0.3),
  region("suivre", "Le bouton Suivre", 0.76, 0.34, 0.2, 0.1),
];
const plain = ["En haut à gauche", "En haut", "En haut à droite", "À gauche", "Au milieu", "À droite", "En bas à gauche", "En bas", "En bas à droite"].map((text, index) =>
  region(`p${index}`, text, (index % 3) / 3, Math.floor(index / 3) / 3, 1 / 3, 1 / 3),
);

/** Places that gather around a few points, the same each time. */
function places(n: number, around: [number, number, number][]): [number, number][] {
  let seed = 7;
  const dice = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const bell = () => (dice() + dice() + dice()) / 1.5 - 1;
  return Array.from({ length: n }, (_, index) => {
    const [x, y, far] = around[index % around.length]!;
    const inside = (at: number) => Math.min(0.999, Math.max(0, at));
    return [inside(x + bell() * far), inside(y + bell() * far)];
  });
}

function figures(regions: RegionView[], at: [number, number][]): PinFigures {
  const cells = new Map<number, number>();
  for (const [x, y] of at) {
    const cell = Math.floor(y * 18) * 32 + Math.floor(x * 32);
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  const holds = ({ at: area }: RegionView, [x, y]: [number, number]) =>
    x * 10_000 >= area.left && x * 10_000 < area.left + area.width && y * 10_000 >= area.top && y * 10_000 < area.top + area.height;
  const share = (count: number) => ({ count, percent: Math.round((100 * count) / at.length) });
  return {
    columns: 32,
    rows: 18,
    cells: [...cells],
    regions: regions.map((one) => ({ id: one.id, ...share(at.filter((place) => holds(one, place)).length) })),
    elsewhere: share(at.filter((place) => !regions.some((one) => holds(one, place))).length),
  };
}

function sample(name: string, ask: string, shape: string, regions: RegionView[], at: [number, number][], right: string[] = []): Sample {
  const question: { kind: "pin" } & PinView = { kind: "pin", picture: { src: `images/ecran-${shape}.png`, alt: "La page d’un compte." }, regions, plain: regions === plain };
  const told = figures(regions, at);
  const hits = at.length - Math.floor(at.length / 3);
  return {
    name,
    poll: { id: name, ask, hint: null, question },
    ballots: at.length,
    figures: { shape: "pin", ...told },
    ...(right.length
      ? {
          solution: { kind: "regions", right: regions.filter(({ id }) => right.includes(id)), hits: { count: hits, percent: Math.round((100 * hits) / at.length) } },
          explain: "Le bouton est à droite du portrait.",
        }
      : {}),
  };
}

const samples: Sample[] = [
  sample("pin-quiz", "Où touche-t-on pour suivre un compte ?", "16x9", profile, places(31, [[0.86, 0.39, 0.06], [0.15, 0.32, 0.08], [0.84, 0.4, 0.1]]), ["suivre"]),
  sample("pin-plain", "Où regardez-vous en premier ?", "4x3", plain, places(60, [[0.5, 0.5, 0.2], [0.2, 0.25, 0.1]])),
  sample("pin-tall", "Qu’est-ce qui vous gêne sur cet écran de téléphone ?", "9x16", profile, places(24, [[0.3, 0.3, 0.2], [0.8, 0.7, 0.15]])),
  sample("pin-few", "Et ici ?", "16x9", plain, places(5, [[0.2, 0.3, 0.1], [0.7, 0.6, 0.2]])),
  sample("pin-crowd", "Trois cents personnes sur une image", "16x9", profile, places(300, [[0.5, 0.5, 0.4], [0.15, 0.3, 0.1], [0.85, 0.4, 0.05]])),
];
export default samples;
