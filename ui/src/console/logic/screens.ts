import type { ScreenFacts, Screens } from "../../platform";

/** How the screens stand before the talk. */
export type ScreensStand = "one" | "two" | "mirrored" | "window";

/** The screens that show something of their own. */
export const distinct = (screens: readonly ScreenFacts[]): ScreenFacts[] => screens.filter((screen) => screen.mirrors === null);

export function standOf({ screens, choice }: Screens): ScreensStand {
  if (choice.kind === "window") return "window";
  const own = distinct(screens);
  if (own.length > 1) return "two";
  return own.length < screens.length ? "mirrored" : "one";
}

/** A rectangle in hundredths of the picture. */
export interface Drawn {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Picture {
  /** Width to height, of the whole. */
  aspect: number;
  drawn: Drawn[];
}

/** The screens as they are arranged, drawn to scale. */
export function pictureOf(screens: readonly ScreenFacts[]): Picture {
  const left = Math.min(...screens.map(({ x }) => x));
  const top = Math.min(...screens.map(({ y }) => y));
  const wide = Math.max(...screens.map(({ x, width }) => x + width)) - left;
  const high = Math.max(...screens.map(({ y, height }) => y + height)) - top;
  const share = (part: number, whole: number) => (100 * part) / whole;
  const drawn = screens.map(({ x, y, width, height }) => ({
    left: share(x - left, wide),
    top: share(y - top, high),
    width: share(width, wide),
    height: share(height, high),
  }));
  return { aspect: wide / high, drawn };
}

export type Side = "left" | "right" | "above" | "below";

/** On which side of the system's first screen another is; `null` for the first itself. */
export function sideOf(screen: ScreenFacts, screens: readonly ScreenFacts[]): Side | null {
  const first = screens.find(({ primary }) => primary) ?? screens[0];
  if (!first || screen.name === first.name) return null;
  if (screen.x >= first.x + first.width) return "right";
  if (screen.x + screen.width <= first.x) return "left";
  return screen.y < first.y ? "above" : "below";
}

/** The number in a name that says nothing else, as Windows and macOS have them: `\\.\DISPLAY2`, `Monitor #41039`. */
export function numberIn(name: string): string | null {
  return /^(?:\\\\\.\\DISPLAY|Monitor #|)(\d+)$/.exec(name)?.[1] ?? null;
}
