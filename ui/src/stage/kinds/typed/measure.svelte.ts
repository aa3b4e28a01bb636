/** How wide a text is, in a font of a given size. */
export type Measure = (text: string, size: number) => number;

/** Widths grow with the size, so one measure in this size serves all. */
const BASE = 100;

/** Fonts come after the page: what was measured before is measured again. */
let fonts = $state(0);
if (typeof document !== "undefined") void document.fonts?.ready.then(() => fonts++);

/** Changes when the fonts have come: what measures later than it is asked to, asks for this at once. */
export const fontsSeen = () => fonts;

/** Measures texts as the browser sets them in this face and weight. */
export function measure(face: "--font-display" | "--font-text", weight: number): Measure {
  const known = new Map<string, number>();
  const context = document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(document.documentElement).getPropertyValue(face);
  let measured = -1;
  return (text, size) => {
    if (measured !== fonts) {
      known.clear();
      measured = fonts;
      if (context) context.font = `${weight} ${BASE}px ${family}`;
    }
    let width = known.get(text);
    if (width === undefined) known.set(text, (width = context?.measureText(text).width ?? text.length * 0.55 * BASE));
    return (width * size) / BASE;
  };
}
