import type { panes as fr } from "./panes.fr";

/** The dividers of the desk, in English. */
export const panes: typeof fr = {
  side: "Width of the right-hand column",
  next: "Height of what comes next",
  now: "Height of the slide on screen",
  hint: "Drag to make it larger; double-click for the usual size",
};
