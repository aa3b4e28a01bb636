import type { H } from "../dom";
import { block, drawBlock, type Block } from "./lettering";

const WIDTH = 1080;
const HEIGHT = 1350;
const MARGIN = 84;
const INNER = WIDTH - 2 * MARGIN;
const GAP = 40;
/** How far letters shrink so that everything has its place. */
const SMALLEST = 0.5;

/** What the picture tells. */
export interface Told {
  /** The talk's title. */
  readonly talk: string;
  /** "You are". */
  readonly above: string;
  readonly names: readonly { readonly name: string; readonly tone: string }[];
  /** The birds as they are on the page. */
  readonly birds: readonly { readonly tone: string; readonly image: HTMLImageElement | null }[];
  /** What the person had said of themselves, and what their answers say. */
  readonly said: readonly string[];
  readonly step: { readonly above: string; readonly text: string } | null;
  readonly mirror: string;
}

interface Colours {
  readonly self: string;
  readonly tint: string;
  readonly ink: string;
}

/** Paints the portrait, as a PNG. `near` is where on the page the colours are asked for. */
export async function drawn(h: H, near: HTMLElement, told: Told): Promise<Blob> {
  const palette = h("i", { class: "palette paper" });
  near.append(palette);
  const canvas = h("canvas", { width: WIDTH, height: HEIGHT });
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  const style = getComputedStyle(palette);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const coloursOf = (tone: string): Colours => {
    palette.dataset["bird"] = tone;
    return { self: style.borderTopColor, tint: style.backgroundColor, ink: style.color };
  };
  const family = getComputedStyle(document.documentElement).fontFamily;
  const paper = token("paper");
  pen.fillStyle = paper;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  paint(pen, told, family, coloursOf, token);
  palette.remove();
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}

function paint(pen: CanvasRenderingContext2D, told: Told, family: string, coloursOf: (tone: string) => Colours, token: (name: string) => string): void {
  const ink = token("ink");
  const soft = token("ink-soft");
  let parts: { above: Block[]; said: Block[]; step: Block[]; below: Block[] };
  let scale = 1;
  let words: number;
  const least = told.birds.length > 1 ? 240 : 320;
  for (;;) {
    const line = (text: string, size: number, weight: number, colour: string, width = INNER) => block(pen, text, { size: size * scale, weight, family, colour, width });
    const names = told.names.map(({ name, tone }) => line(name, told.names.length > 1 ? 72 : 92, 750, coloursOf(tone).ink));
    parts = {
      above: [line(told.above, 44, 400, soft), ...names],
      said: told.said.map((text) => line(text, 40, 400, ink)),
      step: told.step ? [line(told.step.above, 34, 400, ink, INNER - 96), line(told.step.text, 48, 650, ink, INNER - 96)] : [],
      below: [line(told.mirror, 28, 400, soft)],
    };
    words = heightOf(parts.above) + heightOf(parts.said) + heightOf(parts.step) + (parts.step.length ? 64 : 0);
    if (words + least + 3 * GAP <= room(pen, told, family, scale, parts.below) || scale <= SMALLEST) break;
    scale -= 0.05;
  }
  const title = block(pen, told.talk, { size: 38 * scale, weight: 650, family, colour: soft, width: INNER });
  let y = MARGIN;
  y = drawBlock(pen, title, WIDTH / 2, y);
  const foot = HEIGHT - MARGIN - heightOf(parts.below);
  const blocks = [parts.above, parts.said, parts.step].filter((some) => some.length).length;
  // The birds take what the words leave, and the gaps share the rest.
  const free = foot - y - words;
  const across = Math.min(INNER / told.birds.length - (told.birds.length > 1 ? 24 : 0), 520, Math.max(160, free - (blocks + 2) * GAP));
  const gap = Math.max(16, (free - across) / (blocks + 2));
  y += gap;
  told.birds.forEach(({ tone, image }, index) => {
    const x = WIDTH / 2 + (index - (told.birds.length - 1) / 2) * (across + 24);
    disc(pen, x, y + across / 2, across / 2, coloursOf(tone), image);
  });
  y += across + gap;
  for (const part of parts.above) y = drawBlock(pen, part, WIDTH / 2, y);
  if (parts.said.length) y += gap;
  for (const part of parts.said) y = drawBlock(pen, part, WIDTH / 2, y);
  if (parts.step.length) {
    y += gap;
    card(pen, y, heightOf(parts.step) + 64, token("sun"), ink);
    y += 32;
    for (const part of parts.step) y = drawBlock(pen, part, WIDTH / 2, y);
  }
  for (const part of parts.below) drawBlock(pen, part, WIDTH / 2, foot);
}

/** The height between the margins, without the title and the foot. */
function room(pen: CanvasRenderingContext2D, told: Told, family: string, scale: number, below: Block[]): number {
  const title = block(pen, told.talk, { size: 38 * scale, weight: 650, family, colour: "", width: INNER });
  return HEIGHT - 2 * MARGIN - title.height - heightOf(below);
}

function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0);
}

function disc(pen: CanvasRenderingContext2D, x: number, y: number, radius: number, { self, tint }: Colours, image: HTMLImageElement | null): void {
  pen.beginPath();
  pen.arc(x, y, radius - 5, 0, 2 * Math.PI);
  pen.fillStyle = tint;
  pen.fill();
  pen.lineWidth = 10;
  pen.strokeStyle = self;
  pen.stroke();
  if (!image?.complete || !image.naturalWidth) return;
  // As on the page: a tenth of air around it, and a picture of the talk's keeps its shape.
  const side = 1.6 * radius;
  const fit = side / Math.max(image.naturalWidth, image.naturalHeight);
  const [width, height] = [image.naturalWidth * fit, image.naturalHeight * fit];
  pen.drawImage(image, x - width / 2, y - height / 2, width, height);
}

function card(pen: CanvasRenderingContext2D, y: number, height: number, ground: string, line: string): void {
  const [x, radius] = [MARGIN, 40];
  pen.beginPath();
  pen.moveTo(x + radius, y);
  pen.arcTo(x + INNER, y, x + INNER, y + height, radius);
  pen.arcTo(x + INNER, y + height, x, y + height, radius);
  pen.arcTo(x, y + height, x, y, radius);
  pen.arcTo(x, y, x + INNER, y, radius);
  pen.closePath();
  pen.fillStyle = ground;
  pen.fill();
  pen.lineWidth = 5;
  pen.strokeStyle = line;
  pen.stroke();
}
