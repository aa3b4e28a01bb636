import type { notices as fr } from "./notices.fr";

/** What the presenter is told by itself, in English. */
export const notices: typeof fr = {
  title: "Good to know",
  hide: "Hide",
  diskFull: "The disk is full.",
  diskFullWhat: "Ballots are waiting on the phones. Free some space: everything goes on by itself.",
  setAside: "The sessions’ database was damaged and has been set aside.",
  setAsideWhat: (path: string, missing: number, unreadable: number) =>
    [
      "A new one took its place, with all that was intact.",
      missing ? `${missing} ${missing === 1 ? "event is" : "events are"} missing from the session (answers, arrivals, clicks).` : "",
      unreadable ? `${unreadable === 1 ? "One session" : `${unreadable} sessions`} can no longer be read.` : "",
      `The old one is here: ${path}`,
    ]
      .filter(Boolean)
      .join(" "),
  noNetwork: "This computer has no network.",
  noNetworkWhat: "Connect it to the room’s Wi-Fi or to a hotspot. The QR code will appear by itself.",
  stageClosed: "The slides’ window is closed.",
  stageClosedWhat: "The room no longer sees them. The talk itself goes on.",
  projectorGone: "The projector is gone.",
  projectorGoneWhat: "The slides are in a window on this screen. Plug it in again: they go back by themselves.",
  mirrored: "The room sees this console, notes included.",
  mirroredWhat:
    "The projector shows the same as this screen. Extend the display (Windows + P, or the system’s display settings), or show the slides in full screen.",
  portTaken: (wanted, used) => `Port ${wanted} was taken; phones use ${used}.`,
  portTakenWhat: "The QR code is up to date; there is nothing to do.",
  resumed: "The session resumed where it was.",
  resumedWhat: "Just carry on, or start over with a fresh session.",
  goOn: "Carry on",
  startOver: "Start over…",
  scrubWaiting: "Erased answers are still on the disk.",
  scrubWaitingWhat: "Another program is reading the database. Close it, and they will be gone for good, at the next start at the latest.",
  recovered: "The app hit a fault and recovered.",
  recoveredWhat: "The session was read again from the disk: no confirmed answer is lost. Carry on.",
  lost: "Connection to the app lost.",
  lostWhat: "What you see may be out of date. The page reconnects by itself.",
  finished: "Session finished, the summary is frozen.",
  finishedWhat: "You can still move through the slides; nothing is counted any more.",
  talkMistakes: (file, count) => (count === 1 ? `“${file}” has a mistake.` : `“${file}” has ${count} mistakes.`),
  talkMistakesWhat: "The room still sees the last version without mistakes. Correct the file and save it: the new version takes over.",
  line: (line) => `Line ${line}: `,
  mistakesMore: (more) => (more === 1 ? "… and one more." : `… and ${more} more.`),
  questionsKept: (polls) =>
    polls.length === 1 ? "A question with answers stays as it is." : `${polls.length} questions with answers stay as they are.`,
  questionsKeptWhat: (polls) =>
    `You edited ${polls.map((poll) => `“${poll}”`).join(", ")} in the file, but answers have been counted already. The new version will be asked in the next session.`,
  profilesKept: "The edited profiles wait for the next session.",
  profilesKeptWhat:
    "Answers already count towards the talk’s profiles, so the room keeps the version before. Start a new session to use the one in the file.",
};
