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
  /** How many birds took off before it. */
  turn: number;
  /** Nothing flies in a preview. */
  still: boolean;
}

/**
 * Lets a bird fly to its seat when it first appears, and only then: what its flight depends on may change later.
 * Only transform and opacity move, so the compositor can do it alone.
 */
export function arrive(plan: () => Flight): Attachment<HTMLElement> {
  return (bird) => {
    const flight = untrack(plan);
    if (flight.still || reducedMotion()) return;
    const stage = bird.closest("[data-stage]");
    const unit = (stage?.clientWidth ?? 1920) / 1920;
    const { x, y } = flight.from;
    const seat = getComputedStyle(bird).transform;
    const at = seat === "none" ? "" : seat;
    bird.animate(
      [
        { opacity: 0, transform: `translate(${x * unit}px, ${y * unit}px) ${at} rotate(-14deg)` },
        { opacity: 1, offset: 0.25 },
        { opacity: 1, transform: `translate(${x * 0.12 * unit}px, ${(y * 0.12 - 26) * unit}px) ${at} rotate(6deg)`, offset: 0.78 },
        { opacity: 1, transform: at || "none" },
      ],
      {
        duration: duration(bird, "--flock"),
        delay: flight.turn * duration(bird, "--stagger"),
        easing: "cubic-bezier(0.3, 0.6, 0.3, 1)",
        fill: "backwards",
      },
    );
  };
}
