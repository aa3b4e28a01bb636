import type { Figures, KindName, QuestionView, ResultsView } from "./generated";

/** A question of one kind, or of some that are drawn alike. Another kind's is a fault of the program, never drawn as if it were this one's. */
export function questionOf<Kind extends KindName>(poll: { question: QuestionView }, ...kinds: Kind[]): Extract<QuestionView, { kind: Kind }> {
  const { question } = poll;
  if ((kinds as string[]).includes(question.kind)) return question as Extract<QuestionView, { kind: Kind }>;
  throw new Error(`BUG: ${question.kind} is drawn as ${kinds.join()}`);
}

/** What may be seen of the answers: figures of that shape; null as long as none may be seen. */
export function figuresOf<Shape extends Figures["shape"]>(now: { results: ResultsView | null } | null, shape: Shape): Extract<Figures, { shape: Shape }> | null {
  const figures = now?.results?.figures ?? null;
  if (figures === null || figures.shape === shape) return figures as Extract<Figures, { shape: Shape }> | null;
  throw new Error(`BUG: figures of a ${figures.shape} are drawn as a ${shape}`);
}
