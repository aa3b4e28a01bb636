import { languageOf, type Language } from "../design/language";
import { tiedTable } from "../design/spaces";

const fr = tiedTable({
  title: "Télécommande",
  pairing: "Connexion à la console…",
  waiting: "Autorisez ce téléphone sur la console.",
  waitingName: (name: string) => `Il s’appelle ${name}.`,
  spent: "Ce code a déjà servi, ou n’est plus valable.",
  spentWhat: "Sur la console : menu → Télécommande, puis scannez le nouveau code.",
  revoked: "Ce téléphone n’est plus une télécommande.",
  lost: "Liaison perdue, elle revient toute seule…",
  slide: (slide: number, slides: number) => `${slide} / ${slides}`,
  step: (step: number, steps: number) => `étape ${step} sur ${steps}`,
  next: "Suivant",
  previous: "Précédent",
  black: "Écran noir",
  lift: "Rallumer",
  open: "Ouvrir le vote",
  close: "Fermer le vote",
  reveal: "Montrer les résultats",
  answer: "Montrer la bonne réponse",
  ballots: (count: number) => (count === 1 ? "1 bulletin" : `${count} bulletins`),
  states: { pending: "à venir", open: "vote ouvert", closed: "vote fermé" },
  then: "Ensuite :",
  noNotes: "Pas de notes pour cette étape.",
  blank: "L’écran de la salle est éteint.",
  finished: "La séance est terminée.",
  unreachable: "La console n’a pas répondu. Réessayez.",
  notes: "Notes",
});

export type Words = typeof fr;

const en: Words = {
  title: "Remote control",
  pairing: "Connecting to the console…",
  waiting: "Allow this phone on the console.",
  waitingName: (name) => `It is called ${name}.`,
  spent: "This code has been used, or is no longer valid.",
  spentWhat: "On the console: menu → Remote control, then scan the new code.",
  revoked: "This phone is no longer a remote control.",
  lost: "Connection lost; it comes back by itself…",
  slide: (slide, slides) => `${slide} / ${slides}`,
  step: (step, steps) => `step ${step} of ${steps}`,
  next: "Next",
  previous: "Previous",
  black: "Black screen",
  lift: "Screen on",
  open: "Open the vote",
  close: "Close the vote",
  reveal: "Show the results",
  answer: "Show the right answer",
  ballots: (count) => (count === 1 ? "1 ballot" : `${count} ballots`),
  states: { pending: "to come", open: "vote open", closed: "vote closed" },
  then: "Next:",
  noNotes: "No notes for this step.",
  blank: "The room’s screen is blank.",
  finished: "The session is finished.",
  unreachable: "The console did not answer. Try again.",
  notes: "Notes",
};

export const language: Language = languageOf(globalThis.location?.search ?? "", globalThis.navigator?.language ?? "");
/** Both, for whoever compares them. */
export const tables = { fr, en };
export const words: Words = { fr, en }[language];
