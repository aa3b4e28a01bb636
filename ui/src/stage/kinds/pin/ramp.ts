/**
 * Colours for how many people point at the same place. They lie evenly in OKLab (B. Ottosson, 2020), and each is darker
 * than the one before it: in grey, in print and to eyes that see few colours they keep their order.
 */
type Lab = readonly [number, number, number];
export type Rgb = readonly [number, number, number];

/** From few to many: light, warm, dark. */
const STOPS = ["--sun", "--accent", "--night"];

/** How many colours go the whole way. Fewer go part of it: two people are not drawn like a crowd. */
const WHOLE_WAY = 5;

/** So many even steps along the tokens' colours, as the page has them. */
export function rampOf(steps: number, token: (name: string) => string): Rgb[] {
  const stops = STOPS.map((name) => labOf(token(name)));
  const [first, last] = [stops[0], stops.at(-1)];
  if (!first || !last) return [];
  const lengths = stops.slice(1).map((stop, index) => distance(stops[index] ?? first, stop));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  return Array.from({ length: steps }, (_, step) => rgbOf(along(stops, lengths, (step / (Math.max(WHOLE_WAY, steps) - 1)) * whole)));
}

function along(stops: Lab[], lengths: number[], way: number): Lab {
  let left = way;
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [stops[index], stops[index + 1]];
    if (from && to && (left <= length || index === lengths.length - 1)) return between(from, to, Math.min(1, left / length));
    left -= length;
  }
  throw new Error("BUG: a ramp without colours");
}

const between = (a: Lab, b: Lab, t: number): Lab => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];

export function distance(a: Lab, b: Lab): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** A token, which is always `#rrggbb`. */
function labOf(hex: string): Lab {
  const number = Number.parseInt(hex.trim().slice(1), 16);
  return toLab([(number >> 16) & 255, (number >> 8) & 255, number & 255]);
}

export function toLab(rgb: Rgb): Lab {
  const [r, g, b] = rgb.map((part) => linear(part / 255)) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function rgbOf([light, a, b]: Lab): Rgb {
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    byte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    byte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    byte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const byte = (part: number) => {
  const bounded = Math.min(1, Math.max(0, part));
  return Math.round(255 * (bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * bounded ** (1 / 2.4) - 0.055));
};
