export interface Letters {
  readonly size: number;
  readonly weight: number;
  readonly family: string;
  readonly colour: string;
  /** The longest a line may be. */
  readonly width: number;
}

/** Words broken into lines. */
export interface Block {
  readonly lines: readonly string[];
  readonly letters: Letters;
  readonly height: number;
}

const LEADING = 1.25;

/** Breaks words into lines that fit; a word that is longer than a line is broken where it must be. */
export function block(pen: Pick<CanvasRenderingContext2D, "font" | "measureText">, text: string, letters: Letters): Block {
  pen.font = fontOf(letters);
  const fits = (line: string) => pen.measureText(line).width <= letters.width;
  const lines: string[] = [];
  let line = "";
  // Signs stay bound to their words: only plain spaces part them.
  for (const word of text.split(/[ \n\t]+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = "";
    for (const letter of word) {
      if (line && !fits(line + letter)) {
        lines.push(line);
        line = "";
      }
      line += letter;
    }
  }
  if (line) lines.push(line);
  return { lines, letters, height: lines.length * letters.size * LEADING };
}

/** Draws a block around a middle, from `y` down; where it ends. */
export function drawBlock(pen: CanvasRenderingContext2D, { lines, letters, height }: Block, middle: number, y: number): number {
  pen.font = fontOf(letters);
  pen.fillStyle = letters.colour;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  lines.forEach((line, index) => pen.fillText(line, middle, y + (index + 0.5) * letters.size * LEADING));
  return y + height;
}

function fontOf({ size, weight, family }: Letters): string {
  return `${weight} ${size}px ${family}`;
}
