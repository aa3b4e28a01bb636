import type { Language } from "../protocol/generated";
import { count } from "./kinds/count";
import type { ClosedDoor } from "./state";


const fr = {
  /** For each screen with nothing to do: its title, and what to know. What to know at a door comes later, from the server that said no. */
  calm: {
    joining: ["Connexion à la salle…", ""],
    unreachable: ["La salle ne répond pas", "Nous continuons d’essayer."],
    waiting: ["Regardez l’écran", "Les questions arrivent ici toutes seules."],
    ended: ["Merci !", "La séance est terminée. Vous pouvez fermer cette page."],
    waiting_at_the_door: ["On va vous ouvrir…", ""],
    door_closed: ["L’entrée est fermée", ""],
    not_let_in: ["Ce téléphone n’est pas admis", ""],
  } as Record<"joining" | "unreachable" | "waiting" | "ended" | ClosedDoor, readonly [title: string, lead: string]>,
  unreachableHelp: [
    "Ce téléphone est-il sur le Wi-Fi indiqué à l’écran ?",
    "Coupez un instant les données mobiles et le VPN.",
    "Redemandez l’adresse à la personne qui présente.",
  ],
  code: "Votre code d’entrée",
  waking: "On se reconnecte…",
  lost: "Connexion perdue. Nous revenons dès que possible ; vos réponses sont gardées ici.",
  rehearsal: "Répétition : rien ne compte pour de vrai",
  anonymous: "Ni nom, ni compte : personne ne saura qui a répondu quoi.",
  answered: count("# réponse enregistrée", "# réponses enregistrées"),
  tap: "Touchez votre réponse.",
  left: (n: number) => `Encore ${n} s`,
  submit: "Valider",
  edit: "Modifier",
  unsent: "Pas encore envoyé : touchez Valider.",
  notSent: "Pas envoyé à temps",
  notSentNothing: "Le vote s’est clos avant que vous touchiez Valider : rien n’est compté.",
  notSentBefore: "Vos derniers changements n’ont pas été validés ; votre réponse précédente compte.",
  sending: "Envoi…",
  saved: "Enregistré",
  receipt: (n: number) => `reçu n°\u00a0${n}`,
  savedAloud: "Réponse enregistrée",
  changeable: "Modifiable jusqu’à la clôture.",
  kept: "En attente",
  keptHelp: "Gardée ici, elle partira toute seule.",
  closed: "Vote clos",
  counts: "Votre réponse compte.",
  unanswered: "Vous n’avez pas répondu à celle-ci.",
  late: "Arrivée après la clôture",
  lateBefore: "Votre réponse précédente compte.",
  lateNothing: "Cette réponse n’a pas été comptée.",
  refused: "Réponse non acceptée",
  refusedHelp: "Rechargez la page et recommencez.",
  right: "Bien vu !",
  wrong: "Pas cette fois",
  wrongHelp: "Maintenant, vous saurez.",
  percent: (n: number) => `${n} %`,
  yours: "votre réponse",
  isRight: "bonne réponse",
  profile: "Mon profil",
  question: "La question",
  back: "Retour",
};

/** A word missing in one language does not compile. */
export type Words = typeof fr;

const en: Words = {
  calm: {
    joining: ["Joining the room…", ""],
    unreachable: ["The room is not answering", "Still trying."],
    waiting: ["Look at the screen", "Questions come up here by themselves."],
    ended: ["Thank you!", "The session is over. You may close this page."],
    waiting_at_the_door: ["You are about to be let in…", ""],
    door_closed: ["The door is closed", ""],
    not_let_in: ["This phone was not let in", ""],
  },
  unreachableHelp: [
    "Is this phone on the Wi-Fi shown on the screen?",
    "Turn off mobile data and VPN for a moment.",
    "Ask the presenter for the address again.",
  ],
  code: "Your entry code",
  waking: "Reconnecting…",
  lost: "Connection lost. We’ll be back as soon as we can; your answers are kept here.",
  rehearsal: "Rehearsal: nothing counts for real",
  anonymous: "No name, no account: nobody will know who answered what.",
  answered: count("# answer saved", "# answers saved"),
  tap: "Tap your answer.",
  left: (n) => `${n} s left`,
  submit: "Send",
  edit: "Change",
  unsent: "Not sent yet: tap Send.",
  notSent: "Not sent in time",
  notSentNothing: "Voting closed before you tapped Send: nothing was counted.",
  notSentBefore: "Your last changes were not sent; your earlier answer counts.",
  sending: "Sending…",
  saved: "Saved",
  receipt: (n) => `receipt no.\u00a0${n}`,
  savedAloud: "Answer saved",
  changeable: "You may change it until voting closes.",
  kept: "Waiting",
  keptHelp: "Kept here; it will be sent by itself.",
  closed: "Voting closed",
  counts: "Your answer counts.",
  unanswered: "You did not answer this one.",
  late: "Arrived after voting closed",
  lateBefore: "Your earlier answer counts.",
  lateNothing: "This answer was not counted.",
  refused: "Answer not accepted",
  refusedHelp: "Reload the page and try again.",
  right: "Well spotted!",
  wrong: "Not this time",
  wrongHelp: "Now you know.",
  percent: (n) => `${n}%`,
  yours: "your answer",
  isRight: "right answer",
  profile: "My profile",
  question: "The question",
  back: "Back",
};

export const words: Record<Language, Words> = { fr, en };

/** The first language of the phone that the app speaks, else English. */
export function pickLanguage(languages: readonly string[]): Language {
  const spoken = languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === "fr" || tag === "en");
  return spoken === "fr" ? "fr" : "en";
}
