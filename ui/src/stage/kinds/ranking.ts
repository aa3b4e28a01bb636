import type { Language, SlidePoll, StagePoll } from "../../protocol/generated";
import { figuresOf, questionOf } from "../../protocol/kind";
import type { Words } from "../words";
import type { Measure } from "./measures/measure";

const words = {
  fr: {
    all: "À mettre dans l’ordre, du premier au dernier",
    top: (places: number) => (places === 1 ? "À choisir\u00a0: le premier" : `À classer\u00a0: les ${places} premiers`),
    first: (people: number) => `${people}\u00a0×\u00a01ᵉʳ`,
    key: ["mis en premier", "mis plus loin"] as [string, string],
    points: "Points de Borda",
    whole: (people: number, of: number) => `${people} sur ${of} ${people < 2 ? "a" : "ont"} l’ordre entier. Part de ceux qui ont mis chacun à sa place.`,
  },
  en: {
    all: "To be put in order, first to last",
    top: (places: number) => (places === 1 ? "To be chosen: the first" : `To be ranked: the top ${places}`),
    first: (people: number) => `${people}\u00a0×\u00a01st`,
    key: ["put first", "put further down"] as [string, string],
    points: "Borda points",
    whole: (people: number, of: number) => `${people} of ${of} ${people === 1 ? "has" : "have"} the whole order. Share of those who put each in its place.`,
  },
} satisfies Record<Language, object>;

export function rankingHint(poll: SlidePoll, language: Language): string {
  const { options, top } = questionOf(poll, "ranking");
  return top < options.length ? words[language].top(top) : words[language].all;
}

/** What stands under the rows. */
export function rankingSays(poll: SlidePoll, now: StagePoll | null, language: Language): { key: [string, string] | null; says: string | null } {
  const said = words[language];
  const figures = figuresOf(now, "ranking");
  if (!figures || !now) return { key: null, says: null };
  if (now.solution?.kind === "order") return { key: null, says: said.whole(now.solution.whole, now.ballots) };
  // Where only the first place gives anything, a bar has one part.
  const { options, top } = questionOf(poll, "ranking");
  return { key: Math.min(top, options.length - 1) > 1 ? said.key : null, says: said.points };
}

/**
 * The options: in the talk's order until the poll is closed, then by their points, and at last in the right order. A bar
 * is full when everybody put the option first; its strong part is what those who did give to it.
 */
export function rankingRows(poll: SlidePoll, now: StagePoll | null, ranked: boolean, language: Language, { number, percent }: Words): Measure[] {
  const { options } = questionOf(poll, "ranking");
  const figures = figuresOf(now, "ranking");
  const settled = figures !== null && (ranked || now?.state === "closed");
  const most = Math.max(0, ...(figures?.ranks.map((rank) => rank.points) ?? []));
  const right = now?.solution?.kind === "order" ? now.solution.right : null;
  const of = (count: number) => (now?.results?.ballots ? Math.round((100 * count) / now.results.ballots) : 0);

  const rows = options.map(({ id, text }) => {
    const rank = figures?.ranks.find((candidate) => candidate.id === id) ?? null;
    const points = rank?.points ?? 0;
    const row: Measure = { id, text, place: null, figure: null, beside: null, share: 0, strong: 0, tone: "plain" };
    if (right) {
      const place = right.indexOf(id);
      if (place < 0) return { by: right.length, row: { ...row, tone: "rest" as const } };
      const share = of(rank?.places[place] ?? 0);
      return { by: place, row: { ...row, place: place + 1, figure: { value: share, format: percent }, share, tone: "right" as const } };
    }
    if (!rank) return { by: 0, row };
    // Those with as many points share a place.
    const place = settled && points > 0 ? 1 + figures!.ranks.filter((other) => other.points > points).length : null;
    const beside = rank.first ? words[language].first(rank.first) : null;
    const tone = settled && most > 0 && points === most ? ("leads" as const) : ("plain" as const);
    return { by: settled ? -points : 0, row: { ...row, place, figure: { value: points, format: number }, beside, share: rank.percent, strong: of(rank.first), tone } };
  });
  return rows.sort((a, b) => a.by - b.by).map(({ row }) => row);
}
