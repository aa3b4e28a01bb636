import type { remote as fr } from "./remote.fr";

/** The phone as a remote, in English. */
export const remote: typeof fr = {
  title: "Remote control",
  what: "Your phone moves the talk, shows your notes and opens votes. Scan this code, then allow the phone here.",
  once: "The code works once and is shown on this console only.",
  another: "Pair another phone",
  preparing: "Preparing the code…",
  noNetwork: "This computer has no network: the phone cannot reach it.",
  phones: "Phones",
  asks: (name) => `Phone ${name} asks to control the talk.`,
  asksWhat: "Check that your phone shows the same number.",
  allow: "Allow",
  refuse: "Refuse",
  revoke: "Revoke",
  here: "connected",
  away: "away",
};
