import type { Language } from "../../../protocol/generated";
import { count } from "../count";

const fr = {
  field: "Votre réponse",
  write: "Écrivez votre réponse.",
  left: count("# caractère restant", "# caractères restants"),
  over: count("# caractère de trop", "# caractères de trop"),
  read: "Votre texte est relu avant d’être montré, sans votre nom.",
};

const en: typeof fr = {
  field: "Your answer",
  write: "Write your answer.",
  left: count("# character left", "# characters left"),
  over: count("# character too many", "# characters too many"),
  read: "Your text is read before it is shown, without your name.",
};

export const words: Record<Language, typeof fr> = { fr, en };
