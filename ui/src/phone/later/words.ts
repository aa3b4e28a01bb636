import type { Language } from "../../protocol/generated";
import type { ClosedDoor } from "../state";

const fr = {
  youAre: "Vous êtes",
  youAreRather: "Vous êtes plutôt",
  aLittle: "un peu",
  youAreMixed: "Vous êtes un peu",
  and: "et",
  notYet: "Un oiseau encore dans l’œuf",
  answered: (n: number, m: number) =>
    `${n === 0 ? "Aucune réponse" : n === 1 ? "1 réponse" : `${n} réponses`} sur les ${m} qu’il faut pour vous reconnaître.`,
  notYetHelp: "Vos réponses aux votes comptent quand même, et rien ne vous empêche de choisir votre oiseau.",
  why: "Ce qui le dit",
  advice: "Et maintenant ?",
  behind: "Et derrière le manque de temps ?",
  behindHelp: "On y devine un peu :",
  mirror: "Un miroir pour la salle, pas de la psychologie. Visible sur ce téléphone seulement.",
  thanks: "Merci ! La séance est terminée ; votre profil reste sur ce téléphone.",
  next: "S’il y a une autre question, elle arrivera ici toute seule.",
  door: {
    waiting_at_the_door: "La personne qui présente est prévenue. Gardez cette page ouverte, vous entrerez sans rien faire.",
    door_closed: "Plus personne n’entre pour l’instant. Si elle rouvre, vous entrerez sans rien faire ; sinon, faites signe à la personne qui présente.",
    not_let_in: "Si c’est une erreur, faites signe à la personne qui présente : elle peut encore vous ouvrir, et cette page le verra toute seule.",
  } satisfies Record<ClosedDoor, string>,
  codeHelp: "Il est imprimé sur le papier qu’on vous a remis. Majuscules, espaces, tirets : peu importe.",
  enter: "Entrer",
  codeEmpty: "Écrivez d’abord votre code.",
  codeUnknown: "Ce code n’est pas sur la feuille. Relisez-le, lettre par lettre.",
  codeUsed: "Ce code a déjà fait entrer un autre téléphone. Demandez-en un autre.",
  sending: "Envoi…",
  kept: "En attente",
};

const en: typeof fr = {
  youAre: "You are",
  youAreRather: "You are rather",
  aLittle: "a little",
  youAreMixed: "You are a bit of",
  and: "and",
  notYet: "A bird still in its egg",
  answered: (n, m) => `${n === 0 ? "No answer" : n === 1 ? "1 answer" : `${n} answers`} of the ${m} it takes to recognise you.`,
  notYetHelp: "Your answers to the polls count all the same, and nothing keeps you from picking your own bird.",
  why: "What says so",
  advice: "What now?",
  behind: "And behind the lack of time?",
  behindHelp: "One can guess a little of:",
  mirror: "A mirror for the room, not psychology. On this phone only.",
  thanks: "Thank you! The session is over; your profile stays on this phone.",
  next: "If there is another question, it will come up here by itself.",
  door: {
    waiting_at_the_door: "The presenter has been told. Keep this page open; you will come in without doing anything.",
    door_closed: "Nobody comes in for now. If it opens again, you will come in without doing anything; otherwise wave to the presenter.",
    not_let_in: "If that is a mistake, wave to the presenter, who can still open; this page will see it by itself.",
  },
  codeHelp: "It is printed on the paper you were given. Capitals, spaces, hyphens: never mind.",
  enter: "Enter",
  codeEmpty: "Write your code first.",
  codeUnknown: "This code is not on the sheet. Read it again, letter by letter.",
  codeUsed: "This code has already let another phone in. Ask for another one.",
  sending: "Sending…",
  kept: "Waiting",
};

export const words: Record<Language, typeof fr> = { fr, en };
