import type { observe as fr } from "./observe.fr";

/** What is seen in the room, in English. */
export const observe: typeof fr = {
  title: "Observe the room",
  tab: "Observe",
  total: (seen) => (seen === 0 ? "Nothing yet" : seen === 1 ? "1 attitude seen" : `${seen} attitudes seen`),
  oneMore: "One more",
  less: (name) => `One fewer: ${name}`,
  counted: (name, count) => `${name}: ${count}`,
  keys: (last) => `1 to ${last}: one more. Shift + digit: one fewer. Backspace: undo.`,
  show: "Show the room, beside the votes",
  showWhere: "On the slide of the profiles; kept apart in the summary.",
  showNowhere: "This talk has no slide of the profiles: it will be in the summary only.",
  over: "The session is finished: nothing is counted any more.",
  seenToo: (seen) => `The room also sees what you observed: ${seen === 1 ? "1 attitude" : `${seen} attitudes`}.`,
  none: "This talk has no profiles to observe. Add “typology:” at the top of its file.",
};
