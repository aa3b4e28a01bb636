/** The colours of birds that are nobody in particular: those of the seven, in an order in which neighbours differ. */
const TONES = ["bon-eleve", "enthousiaste", "deborde", "curieux", "categorique", "anxieux", "allergique"] as const;

/** A bird as the server names it: one of the seven, or one of the flock with its number and perhaps a face (`flock-2 🦊`). */
export interface Plumage {
  /** Whose colours it wears, as in the token `--profile-TONE`. */
  tone: string;
  /** One of the seven; `null` for one of the flock. */
  drawn: string | null;
  /** An emoji instead of a drawing. */
  face: string | null;
}

export function plumageOf(bird: string): Plumage {
  const [, number, face] = /^flock-(\d+)(?: (.+))?$/u.exec(bird) ?? [];
  if (number === undefined) return { tone: bird, drawn: bird, face: null };
  return { tone: TONES[(Number(number) - 1 + TONES.length) % TONES.length]!, drawn: null, face: face ?? null };
}

/** A colour of a bird: its fill, the ink of its name, or its tint. */
export function toneOf(bird: string, kind: "" | "-ink" | "-soft" = ""): string {
  return `var(--profile-${plumageOf(bird).tone}${kind})`;
}
