import { keep, kept } from "./kept";

/** The parts of the desk whose size the presenter chooses. */
export const PANES = {
  /** The column of what comes next, time and ballots; in hundredths of the window's width. */
  side: { axis: "x", least: 26, most: 54 },
  /** The picture of the next step; in hundredths of the window's height. */
  next: { axis: "y", least: 8, most: 55 },
  /** The picture of this slide; in hundredths of the window's height. */
  now: { axis: "y", least: 10, most: 60 },
} as const;

export type Pane = keyof typeof PANES;

const isSize = (pane: Pane) => (value: unknown) => typeof value === "number" && value >= PANES[pane].least && value <= PANES[pane].most;

/** The sizes that the presenter chose; what is null has its usual size. The window remembers them. */
export class Panes {
  #sizes = $state<Record<Pane, number | null>>({
    side: kept("pane.side", isSize("side")),
    next: kept("pane.next", isSize("next")),
    now: kept("pane.now", isSize("now")),
  });

  size(pane: Pane): number | null {
    return this.#sizes[pane];
  }

  /** As a length, for the style sheet; undefined leaves it to that. */
  length(pane: Pane): string | undefined {
    const size = this.#sizes[pane];
    return size === null ? undefined : `${size}${PANES[pane].axis === "x" ? "vw" : "vh"}`;
  }

  /** For now; [`Panes.remember`] makes it last, once the presenter lets go. */
  set(pane: Pane, size: number | null): void {
    const { least, most } = PANES[pane];
    this.#sizes[pane] = size === null ? null : Math.round(Math.min(most, Math.max(least, size)) * 10) / 10;
  }

  remember(pane: Pane): void {
    keep(`pane.${pane}`, this.#sizes[pane]);
  }
}
