import type { Language } from "../protocol/generated";

/** Everything the stage itself says; the rest is the talk's. A word missing in one language does not compile. */
export interface Words {
  locale: string;
  percent: (value: number) => string;
  number: (value: number) => string;
  rehearsal: string;
  finished: string;
  waiting: string;
  refused: string;
  join: { steps: [string, string, string]; type: string; wifi: string; wifiFirst: string; password: string; here: (n: number) => string; noNetwork: string; noNetworkHelp: string; late: string; qr: string; portrait: string };
  poll: {
    answers: (n: number) => string;
    round: (n: number) => string;
    improvised: string;
    answering: (n: number) => string;
    hands: (n: number) => string;
    here: (n: number) => string;
    closed: string;
    pending: string;
    hidden: string;
    waitsFor: (n: number) => string;
    first: (n: number) => string;
    right: string;
    leading: string;
    timeLeft: string;
    secondsLeft: (n: number) => string;
    none: string;
  };
  change: {
    before: string;
    after: string;
    same: string;
    points: (n: number) => string;
    people: (n: number) => string;
    up: (options: string[], points: string) => string;
    down: (options: string[], points: string) => string;
    still: string;
    tooFew: (people: number, minimum: number) => string;
    answers: (before: number, after: number) => string;
    changed: (changed: number, people: number) => string;
    silent: string;
    switched: (came: number, left: number) => string;
    then: string;
    asTold: string;
    pointsAsTold: (n: number) => string;
    changedAsTold: (changed: number, people: number) => string;
    inPeople: (when: string) => string;
    saidThen: (shares: string, changed: number | null, people: number) => string;
  };
  profiles: {
    reference: string;
    inTen: (n: number) => string;
    people: (n: number) => string;
    simply: string;
    untold: string;
    untoldWhy: string;
    room: string;
    mirror: string;
    classified: (classified: number, people: number) => string;
    between: string;
    shared: string;
    onePer: (n: number) => string;
    tooFew: (classified: number, minimum: number) => string;
    behind: (names: string) => string;
    masked: (percent: string) => string;
    maskedTooFew: string;
    /** How often the presenter saw one profile, where no votes are shown. */
    seenAlone: (n: number) => string;
    seenTotal: (n: number) => string;
    seenTitle: string;
    seenWhat: (n: number) => string;
  };
  tweet: { replies: (n: number) => string; retweets: (n: number) => string; likes: (n: number) => string; tweet: string };
  slideNumber: (n: number, of: number) => string;
}

const plural = (n: number, one: string, many: string, limit: number) => (Math.abs(n) < limit ? one : many);

function french(): Words {
  const format = new Intl.NumberFormat("fr", { maximumFractionDigits: 1 });
  const number = (n: number) => format.format(n);
  const percent = (n: number) => `${number(n)}\u202f%`;
  const s = (n: number, one: string, many: string) => `${number(n)}\u00a0${plural(n, one, many, 2)}`;
  const quoted = (texts: string[]) => texts.map((text) => `«\u00a0${text}\u00a0»`).join(" et ");
  return {
    locale: "fr",
    percent,
    number,
    rehearsal: "Répétition",
    finished: "La séance est terminée. Merci d’être venus\u00a0!",
    waiting: "Un instant…",
    refused: "Cette page s’ouvre depuis l’application Gazouillis, sur l’ordinateur de la personne qui présente.",
    join: {
      steps: ["Scannez", "Touchez", "Votez"],
      type: "ou tapez cette adresse",
      wifi: "Même Wi-Fi que cet ordinateur",
      wifiFirst: "D’abord, le Wi-Fi\u00a0:",
      password: "mot de passe",
      here: (n) => (n === 0 ? "pour l’instant" : n < 2 ? "est ici" : "sont ici"),
      noNetwork: "Pas encore de réseau",
      noNetworkHelp: "Les téléphones pourront rejoindre dès que cet ordinateur sera sur un Wi-Fi.",
      late: "Rejoignez-nous",
      qr: "Code QR de l’adresse",
      portrait: "Vos réponses dessineront, sans un nom, le portrait de la salle.",
    },
    poll: {
      answers: (n) => plural(n, "réponse", "réponses", 2),
      round: (n) => `${n}ᵉ tour`,
      improvised: "Sur le moment",
      answering: (n) => `${number(n)} ${plural(n, "répond", "répondent", 2)} encore`,
      hands: (n) => `et ${s(n, "main levée", "mains levées")}`,
      here: (n) => `${number(n)} ici`,
      closed: "Vote clos",
      pending: "Le vote va s’ouvrir",
      hidden: "Résultats après le vote",
      waitsFor: (n) => `Résultat à partir de la ${number(n)}ᵉ réponse`,
      first: (n) => `Résultat des ${number(n)} premières`,
      right: "Bonne réponse",
      leading: "En tête",
      timeLeft: "Temps restant",
      secondsLeft: (n) => `Encore ${number(n)} secondes`,
      none: "Pas encore de réponse",
    },
    change: {
      before: "avant",
      after: "après",
      same: "=",
      points: (n) => `${n > 0 ? "+" : "−"}${s(Math.abs(n), "point", "points")}`,
      people: (n) => `${s(n, "téléphone a répondu", "téléphones ont répondu")} les deux fois`,
      answers: (before, after) => `${number(before)} réponses avant, ${number(after)} après`,
      changed: (changed, people) => `${number(changed)} sur les ${number(people)} qui ont répondu les deux fois ont changé d’avis.`,
      silent: "Qui a changé d’avis\u00a0? Le dire ici désignerait quelqu’un.",
      switched: (came, left) => `+${number(came)} −${number(left)}`,
      then: "avant, dit maintenant",
      asTold: "avant, dit alors",
      pointsAsTold: (n) => (n === 0 ? "dit alors\u00a0: =" : `dit alors\u00a0: ${n > 0 ? "+" : "−"}${number(Math.abs(n))}`),
      changedAsTold: (changed, people) => `Par rapport à ce qui avait été dit avant\u00a0: ${number(changed)} sur ${number(people)}.`,
      inPeople: (when) => `${when}, en personnes`,
      saidThen: (shares, changed, people) =>
        `Dit alors\u00a0: ${shares}${changed === null ? "." : `\u00a0; depuis, ${number(changed)} sur ${number(people)} ont changé d’avis.`}`,
      up: (options, points) => `Ce qui monte le plus\u00a0: ${quoted(options)}, ${points}`,
      down: (options, points) => `Ce qui recule le plus\u00a0: ${quoted(options)}, ${points}`,
      still: "Les parts n’ont pas bougé.",
      tooFew: (people, minimum) =>
        `Il faut ${s(minimum, "personne ayant répondu", "personnes ayant répondu")} les deux fois pour montrer le chemin parcouru sans désigner personne. Il y en a ${number(people)}.`,
    },
    profiles: {
      reference: "dans le groupe d’origine",
      inTen: (n) => `${number(n)} sur 10`,
      people: (n) => s(n, "personne", "personnes"),
      simply: "Simplement débordé",
      untold: "Autres",
      untoldWhy: "trop peu pour les distinguer",
      room: "la salle",
      mirror: "Un miroir pour une salle, pas de la psychologie.",
      classified: (classified, people) => `${s(classified, "personne classée", "personnes classées")} sur ${number(people)}`,
      between: "Entre deux",
      shared: "partagés",
      onePer: (n) => (n === 1 ? "un oiseau = une personne" : `un oiseau = ${number(n)} personnes`),
      tooFew: (classified, minimum) =>
        `Il faut ${s(minimum, "personne classée", "personnes classées")} pour montrer la salle sans désigner personne. Il y en a ${number(classified)}.`,
      behind: (names) => `Et derrière «\u00a0${names}\u00a0»\u00a0?`,
      masked: (percentage) => `${percentage} d’entre eux`,
      maskedTooFew: "Les masques restent\u00a0: les ôter désignerait quelqu’un.",
      seenAlone: (n) => s(n, "vu", "vus"),
      seenTotal: (n) => `vu dans la salle, sans vote\u00a0: ${s(n, "attitude", "attitudes")}`,
      seenTitle: "Vu dans la salle",
      seenWhat: (n) => `${s(n, "attitude relevée", "attitudes relevées")} à vue, sans vote`,
    },
    tweet: {
      replies: (n) => plural(n, "réponse", "réponses", 2),
      retweets: () => "RT",
      likes: () => "j’aime",
      tweet: "Tweet",
    },
    slideNumber: (n, of) => `Page ${n} sur ${of}`,
  };
}

function english(): Words {
  const format = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
  const number = (n: number) => format.format(n);
  const percent = (n: number) => `${number(n)}%`;
  const s = (n: number, one: string, many: string) => `${number(n)}\u00a0${n === 1 ? one : many}`;
  const quoted = (texts: string[]) => texts.map((text) => `“${text}”`).join(" and ");
  return {
    locale: "en",
    percent,
    number,
    rehearsal: "Rehearsal",
    finished: "The session is over. Thank you for coming!",
    waiting: "One moment…",
    refused: "Open this page from the Gazouillis app, on the presenter’s computer.",
    join: {
      steps: ["Scan", "Tap", "Vote"],
      type: "or type this address",
      wifi: "Same Wi-Fi as this computer",
      wifiFirst: "First, the Wi-Fi:",
      password: "password",
      here: (n) => (n === 0 ? "so far" : n === 1 ? "is here" : "are here"),
      noNetwork: "No network yet",
      noNetworkHelp: "Phones can join as soon as this computer is on a Wi-Fi network.",
      late: "Join us",
      qr: "QR code of the address",
      portrait: "Your answers will draw a portrait of the room, without any names.",
    },
    poll: {
      answers: (n) => (n === 1 ? "answer" : "answers"),
      round: (n) => `Round ${n}`,
      improvised: "On the spot",
      answering: (n) => `${number(n)} still answering`,
      hands: (n) => `and ${s(n, "hand", "hands")} raised`,
      here: (n) => `${number(n)} here`,
      closed: "Vote closed",
      pending: "The vote is about to open",
      hidden: "Results after the vote",
      waitsFor: (n) => `Results start at answer ${number(n)}`,
      first: (n) => `Result of the first ${number(n)}`,
      right: "Right answer",
      leading: "In the lead",
      timeLeft: "Time left",
      secondsLeft: (n) => `${number(n)} seconds left`,
      none: "No answers yet",
    },
    change: {
      before: "before",
      after: "after",
      same: "=",
      points: (n) => `${n > 0 ? "+" : "−"}${s(Math.abs(n), "point", "points")}`,
      people: (n) => `${s(n, "phone", "phones")} answered both times`,
      answers: (before, after) => `${number(before)} answers before, ${number(after)} after`,
      changed: (changed, people) => `${number(changed)} of the ${number(people)} who answered both times changed their mind.`,
      silent: "Who changed their mind? Saying so here would single someone out.",
      switched: (came, left) => `+${number(came)} −${number(left)}`,
      then: "before, said now",
      asTold: "before, said then",
      pointsAsTold: (n) => (n === 0 ? "said then: =" : `said then: ${n > 0 ? "+" : "−"}${number(Math.abs(n))}`),
      changedAsTold: (changed, people) => `Against what was said before: ${number(changed)} of ${number(people)}.`,
      inPeople: (when) => `${when}, in people`,
      saidThen: (shares, changed, people) =>
        `Said then: ${shares}${changed === null ? "." : `; since, ${number(changed)} of ${number(people)} have changed their mind.`}`,
      up: (options, points) => `Biggest rise: ${quoted(options)}, ${points}`,
      down: (options, points) => `Biggest drop: ${quoted(options)}, ${points}`,
      still: "The shares have not moved.",
      tooFew: (people, minimum) =>
        `The change is shown once ${s(minimum, "person has", "people have")} answered both times, so that nobody is singled out. So far: ${number(people)}.`,
    },
    profiles: {
      reference: "in the original group",
      inTen: (n) => `${number(n)} in 10`,
      people: (n) => s(n, "person", "people"),
      simply: "Simply busy",
      untold: "Others",
      untoldWhy: "too few to tell apart",
      room: "this room",
      mirror: "A mirror for a room, not psychology.",
      classified: (classified, people) => `${number(classified)} of ${s(people, "person", "people")} classified`,
      between: "In between",
      shared: "shared out",
      onePer: (n) => (n === 1 ? "one bird = one person" : `one bird = ${number(n)} people`),
      tooFew: (classified, minimum) =>
        `The room is shown once ${s(minimum, "person is", "people are")} classified, so that nobody is singled out. So far: ${number(classified)}.`,
      behind: (names) => `And behind “${names}”?`,
      masked: (percentage) => `${percentage} of them`,
      maskedTooFew: "The masks stay on, so that nobody is singled out.",
      seenAlone: (n) => `${number(n)}\u00a0seen`,
      seenTotal: (n) => `seen in the room, not voted: ${s(n, "attitude", "attitudes")}`,
      seenTitle: "Seen in the room",
      seenWhat: (n) => `${s(n, "attitude", "attitudes")} noted by eye, not voted`,
    },
    tweet: {
      replies: (n) => (n === 1 ? "reply" : "replies"),
      retweets: () => "RT",
      likes: (n) => (n === 1 ? "like" : "likes"),
      tweet: "Tweet",
    },
    slideNumber: (n, of) => `Slide ${n} of ${of}`,
  };
}

const tables: Record<Language, Words> = { fr: french(), en: english() };

export function wordsOf(language: Language): Words {
  return tables[language];
}
