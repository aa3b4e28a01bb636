import type { Language } from "../../../protocol/generated";
import { count } from "../count";

const fr = {
  all: "Touchez-les dans l’ordre, du premier au dernier.",
  start: count("Touchez ce que vous mettez en premier.", "Touchez vos # premiers, dans l’ordre."),
  left: count("Encore # à classer.", "Encore # à classer."),
  done: "Glissez un numéro, ou ↑ ↓, pour changer l’ordre.",
  place: (place: number, of: number) => `place ${place} sur ${of}`,
  out: "pas classé",
  up: "Monter",
  down: "Descendre",
  you: (place: number) => `vous : ${place}`,
};

const en: typeof fr = {
  all: "Tap them in order, first to last.",
  start: count("Tap what you put first.", "Tap your top #, in order."),
  left: count("# more to rank.", "# more to rank."),
  done: "Drag a number, or ↑ ↓, to change the order.",
  place: (place, of) => `place ${place} of ${of}`,
  out: "not ranked",
  up: "Move up",
  down: "Move down",
  you: (place) => `you: ${place}`,
};

export const words: Record<Language, typeof fr> = { fr, en };
