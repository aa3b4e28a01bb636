import type { Language } from "../../protocol/generated";

const fr = {
  title: "Ce que d’autres ont écrit",
  hint: "Soutenez ce qui vous parle, sans votre nom.",
  want: (n: number, text: string) => `Soutenir, ${n} : ${text}`,
  refused: (code: string) =>
    ({
      poll_closed: "C’est terminé : plus rien ne change.",
      unknown_question: "Ce texte n’est plus là.",
      too_many_requests: "C’est allé trop vite. Attendez un instant, puis recommencez.",
      session_finished: "La séance est terminée.",
      silent: "La salle ne répond pas. Vérifiez le Wi-Fi, puis recommencez.",
    })[code] ?? "Cela n’a pas marché. Recommencez dans un instant.",
};

const en: typeof fr = {
  title: "What others wrote",
  hint: "Support what speaks to you, without your name.",
  want: (n, text) => `Support, ${n}: ${text}`,
  refused: (code) =>
    ({
      poll_closed: "It is over: nothing changes any more.",
      unknown_question: "That text is gone.",
      too_many_requests: "That was too fast. Wait a moment, then try again.",
      session_finished: "The session is over.",
      silent: "The room does not answer. Check the Wi-Fi, then try again.",
    })[code] ?? "That did not work. Try again in a moment.",
};

export const words: Record<Language, typeof fr> = { fr, en };
