/** The colours of birds that are nobody in particular: those of the seven, in an order in which neighbours differ. */
const TONES = ["bon-eleve", "enthousiaste", "deborde", "curieux", "categorique", "anxieux", "allergique"] as const;

/** A bird as the server names it: one of the seven, or one of the flock with its number and perhaps a face: an emoji (`flock-2 🦊`), or a picture of the talk's folder (`flock-3 birds/robin.png`). */
export interface Plumage {
  /** Whose colours it wears, as in the token `--profile-TONE`. */
  tone: string;
  /** One of the seven; `null` for one of the flock. */
  drawn: string | null;
  /** An emoji instead of a drawing. */
  face: string | null;
  /** A picture of the talk's folder instead of a drawing. */
  picture: string | null;
}

export function plumageOf(bird: string): Plumage {
  const [, number, face] = /^flock-(\d+)(?: (.+))?$/u.exec(bird) ?? [];
  if (number === undefined) return { tone: bird, drawn: bird, face: null, picture: null };
  const tone = TONES[(Number(number) - 1 + TONES.length) % TONES.length]!;
  // No emoji has a point in it, and every file of a picture has.
  const isPicture = face?.includes(".") ?? false;
  return { tone, drawn: null, face: isPicture ? null : (face ?? null), picture: isPicture ? face! : null };
}

/** A colour of a bird: its fill, the ink of its name, or its tint. */
export function toneOf(bird: string, kind: "" | "-ink" | "-soft" = ""): string {
  return `var(--profile-${plumageOf(bird).tone}${kind})`;
}
