import type { Language } from "../../../protocol/generated";
import { count } from "../count";

const fr = {
  left: count("Encore # point à donner.", "Encore # points à donner."),
  done: "Tout est réparti.",
  rest: "Répartir le reste également",
  more: "Plus",
  less: "Moins",
  you: (points: number) => `vous : ${points}`,
};

const en: typeof fr = {
  left: count("# more point to give.", "# more points to give."),
  done: "All points are given.",
  rest: "Share the rest equally",
  more: "More",
  less: "Less",
  you: (points) => `you: ${points}`,
};

export const words: Record<Language, typeof fr> = { fr, en };
