import { tiedTable } from "../../design/spaces";

/** Where the slides are shown, in French. */
export const screens = tiedTable({
  title: "L’écran des diapositives",
  lead: "La console va sur un autre écran que les diapositives, s’il y en a un.",
  picture: "Vos écrans, comme ils sont disposés",
  choose: "Les diapositives vont",
  automatic: "sur le projecteur, dès qu’il est là",
  automaticWhat: "Le premier écran qui n’est pas le principal.",
  window: "dans une fenêtre",
  windowWhat: "Pour une visioconférence : partagez cette fenêtre, et non tout l’écran. Pour cette fois seulement.",
  on: (name: string) => `sur « ${name} »`,
  /** How a screen is called for which the system has a number only. */
  number: (number: string) => `Écran ${number}`,
  size: (width: number, height: number) => `${width} × ${height}`,
  primary: "écran principal",
  place: { left: "à gauche", right: "à droite", above: "au-dessus", below: "en dessous" },
  mirrors: (name: string) => `montre la même chose que « ${name} »`,
  remembered: "Ce choix est retenu pour cet écran.",
  stage: "Diapositives",
  console: "Console",
  one: "Un seul écran est branché : les diapositives y sont dans une fenêtre. Elles iront sur le projecteur dès qu’il sera là.",
  none: "Le système ne dit rien de ses écrans.",
});
