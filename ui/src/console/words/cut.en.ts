import type { cut as fr } from "./cut.fr";

/** The length of the talk, in English. */
export const cut: typeof fr = {
  title: "Length of the talk",
  what: "The talk stays on this slide, or moves to the first one after it that the other length has. No answer is lost; an open question that the other length does not have is closed.",
  legend: "In how many minutes",
  minutes: (minutes) => `${minutes} min`,
  done: (minutes) => `The talk goes on in its ${minutes}-minute version.`,
};
