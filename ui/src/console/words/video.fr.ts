import { tiedTable } from "../../design/spaces";

/** La vidéo d’une diapositive, en français. */
export const video = tiedTable({
  title: "La vidéo",
  pause: "Mettre la vidéo en pause",
  resume: "Reprendre la vidéo",
  stop: "Pause",
  goOn: "Reprendre",
  again: "Au début",
  next: "La vidéo démarrera au prochain pas, sans le son.",
  trouble: {
    missing: (file: string) => `La vidéo « ${file} » n’est plus dans le dossier de l’exposé : la salle voit son image, ou sa description. Remettez le fichier, puis revenez sur la diapositive.`,
    unplayable: (file: string) =>
      `Cet ordinateur ne sait pas lire « ${file} » : la salle voit son image, ou sa description. Convertissez-la en WebM (VP9) ou, sous Linux, installez gstreamer1.0-libav et relancez Gazouillis.`,
  },
  check: {
    fine: (videos: number) => (videos === 1 ? "La vidéo de l’exposé se lit sur cet ordinateur." : `Les ${videos} vidéos de l’exposé se lisent sur cet ordinateur.`),
    looking: "Essai des vidéos de l’exposé…",
    trouble: (files: string[]) => (files.length === 1 ? `La vidéo « ${files[0]!} » ne se lit pas sur cet ordinateur.` : `${files.length} vidéos ne se lisent pas sur cet ordinateur : ${files.map((file) => `« ${file} »`).join(", ")}.`),
    troubleWhat: "La salle en verra l’image, ou la description. Convertissez-la en WebM (VP9) ou, sous Linux, installez gstreamer1.0-libav et relancez Gazouillis.",
  },
});
