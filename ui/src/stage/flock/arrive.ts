import { untrack } from "svelte";
import type { Attachment } from "svelte/attachments";
import { duration, reducedMotion } from "../motion";

/** Numbers from 0 to 1 that look random and are the same each time: a redrawn slide does not reshuffle its birds. */
export function scatter(n: number): number {
  const x = Math.sin((n + 1) * 127.1) * 43_758.545_3;
  return x - Math.floor(x);
}

interface Flight {
  /** Where the bird comes from, in stage units from its seat. */
  from: { x: number; y: number };
  /** Its seat, where that is a transform and not a place in the layout. */
  seat?: { x: number; y: number; scale: number };
  /** How many birds took off before it. */
  turn: number;
  /** Milliseconds until the first takes off: a page that is still turning comes first. */
  wait?: number;
  /** Nothing flies in a preview. */
  still: boolean;
}

interface Sky {
  unit: number;
  flock: number;
  stagger: number;
}

/** Measured once for all birds that arrive together: each starting animation would make the next measurement cost a layout. */
let sky: (Sky & { measured: number }) | undefined;
const TOGETHER_MS = 50;

function skyOf(bird: HTMLElement): Sky {
  const now = performance.now();
  if (sky && now - sky.measured < TOGETHER_MS) return sky;
  const width = bird.closest("[data-stage]")?.clientWidth ?? 1920;
  sky = { measured: now, unit: width / 1920, flock: duration(bird, "--flock"), stagger: duration(bird, "--stagger") };
  return sky;
}

/**
 * Lets a bird fly to its seat when it first appears, and only then: what its flight depends on may change later.
 * Only transform and opacity move, so the compositor can do it alone.
 */
export function arrive(plan: () => Flight): Attachment<HTMLElement> {
  return (bird) => {
    const { from, seat, turn, wait = 0, still } = untrack(plan);
    if (still || reducedMotion()) return;
    const { unit, flock, stagger } = skyOf(bird);
    const at = seat ? `translate(${seat.x * unit}px, ${seat.y * unit}px)` : "";
    const scale = seat ? `scale(${seat.scale})` : "";
    const away = (share: number, lift: number, turned: number) =>
      `${at} translate(${from.x * share * unit}px, ${(from.y * share - lift) * unit}px) rotate(${turned}deg) ${scale}`;
    bird.animate(
      [
        { opacity: 0, transform: away(1, 0, -14) },
        { opacity: 1, offset: 0.25 },
        { opacity: 1, transform: away(0.12, 26, 6), offset: 0.78 },
        { opacity: 1, transform: away(0, 0, 0) },
      ],
      { duration: flock, delay: wait + turn * stagger, easing: "cubic-bezier(0.3, 0.6, 0.3, 1)", fill: "backwards" },
    );
  };
}
