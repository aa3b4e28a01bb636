import type { point as fr } from "./point.fr";

/** Pointing and drawing, in English. */
export const point: typeof fr = {
  title: "Point and draw",
  tool: "Tool",
  tools: { dot: "Pointer", spotlight: "Spotlight", zoom: "Magnifier", pen: "Pen" },
  hint: { dot: "Move the mouse over the picture: the room sees the dot.", spotlight: "The rest of the slide goes dim.", zoom: "The room sees the slide twice as large around the mouse.", pen: "Draw with the button held down." },
  hold: "Hold the button down: the room sees where you point.",
  undo: "Undo the stroke",
  clear: "Clear all",
  gone: "What you draw goes with the slide; nothing of it is kept.",
  picture: "The slide on screen",
};
