import { tiedTable } from "../../design/spaces";

/** What the presenter is told by itself, in French. */
export const notices = tiedTable({
  title: "À savoir",
  hide: "Masquer",
  diskFull: "Le disque est plein.",
  diskFullWhat: "Les bulletins attendent sur les téléphones. Libérez de la place : tout repartira tout seul.",
  setAside: "La base des séances était abîmée, elle a été mise de côté.",
  setAsideWhat: (path: string, missing: number, unreadable: number) =>
    [
      "Une nouvelle a pris sa place, avec tout ce qui était intact.",
      missing ? `Il manque ${missing} ${missing === 1 ? "événement" : "événements"} de la séance (réponses, arrivées, clics).` : "",
      unreadable ? `${unreadable === 1 ? "Une séance ne peut plus être lue" : `${unreadable} séances ne peuvent plus être lues`}.` : "",
      `L’ancienne est ici : ${path}`,
    ]
      .filter(Boolean)
      .join(" "),
  noNetwork: "Cet ordinateur n’a pas de réseau.",
  noNetworkWhat: "Connectez-le au Wi-Fi de la salle ou à un partage de connexion. Le QR code apparaîtra tout seul.",
  stageClosed: "La fenêtre des diapositives est fermée.",
  stageClosedWhat: "La salle n’en voit plus aucune. L’exposé, lui, continue.",
  projectorGone: "Le projecteur n’est plus là.",
  projectorGoneWhat: "Les diapositives sont dans une fenêtre de cet écran. Rebranchez-le : elles y retourneront toutes seules.",
  mirrored: "La salle voit cette console, notes comprises.",
  mirroredWhat:
    "Le projecteur montre la même chose que cet écran. Étendez l’affichage (Windows + P, ou les réglages d’écran du système), ou montrez les diapositives en plein écran.",
  portTaken: (wanted: number, used: number) => `Le port ${wanted} était pris, les téléphones passent par le ${used}.`,
  portTakenWhat: "Le QR code est à jour, rien à faire.",
  resumed: "Séance reprise là où elle en était.",
  resumedWhat: "Continuez simplement, ou recommencez avec une séance neuve.",
  goOn: "Continuer",
  startOver: "Recommencer…",
  scrubWaiting: "Les réponses effacées attendent encore un lecteur.",
  scrubWaitingWhat: "Un autre programme lit la base. Fermez-le : les octets partiront alors pour de bon, au plus tard au prochain démarrage.",
  recovered: "L’application a eu un incident, et s’en est remise.",
  recoveredWhat: "La séance a été relue depuis le disque : aucune réponse confirmée n’est perdue. Continuez.",
  lost: "Liaison perdue avec l’application.",
  lostWhat: "Ce qui est affiché date d’avant. La page se reconnecte toute seule.",
  finished: "Séance terminée, la synthèse est figée.",
  finishedWhat: "Les diapositives tournent encore, plus rien ne se compte.",
  talkMistakes: (file: string, count: number) =>
    count === 1 ? `« ${file} » contient une erreur.` : `« ${file} » contient ${count} erreurs.`,
  talkMistakesWhat: "La salle voit toujours la dernière version sans erreur. Corrigez et enregistrez : la nouvelle la remplacera.",
  line: (line: number) => `Ligne ${line} : `,
  mistakesMore: (more: number) => (more === 1 ? "… et une autre." : `… et ${more} autres.`),
  questionsKept: (polls: string[]) =>
    polls.length === 1 ? "Une question déjà répondue reste telle quelle." : `${polls.length} questions déjà répondues restent telles quelles.`,
  questionsKeptWhat: (polls: string[]) =>
    `Vous avez modifié ${polls.map((poll) => `« ${poll} »`).join(", ")} dans le fichier ; des réponses y sont déjà comptées. La nouvelle version servira à la prochaine séance.`,
  profilesKept: "Les profils modifiés attendent la prochaine séance.",
  profilesKeptWhat:
    "Des réponses comptent déjà pour les profils de l’exposé ; la salle garde donc la version d’avant. Commencez une nouvelle séance pour prendre celle du fichier.",
});
