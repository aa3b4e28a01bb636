import type { screens as fr } from "./screens.fr";

/** Where the slides are shown, in English. */
export const screens: typeof fr = {
  title: "The slides’ screen",
  lead: "The console goes to another screen than the slides, if there is one.",
  picture: "Your screens, as they are arranged",
  choose: "The slides go",
  automatic: "to the projector, as soon as it is there",
  automaticWhat: "The first screen that is not the main one.",
  window: "to a window",
  windowWhat: "For a video call: share that window, not the whole screen. For this time only.",
  on: (name) => `to “${name}”`,
  number: (number) => `Screen ${number}`,
  size: (width, height) => `${width} × ${height}`,
  primary: "main screen",
  place: { left: "on the left", right: "on the right", above: "above", below: "below" },
  mirrors: (name) => `shows the same as “${name}”`,
  remembered: "This choice is remembered for that screen.",
  stage: "Slides",
  console: "Console",
  one: "Only one screen is connected: the slides are in a window on it. They move to the projector as soon as it is there.",
  none: "The system says nothing of its screens.",
};
