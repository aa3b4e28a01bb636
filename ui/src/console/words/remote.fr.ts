import { tiedTable } from "../../design/spaces";

/** The phone as a remote, in French. */
export const remote = tiedTable({
  title: "Télécommande",
  what: "Votre téléphone avance l’exposé, montre vos notes et ouvre les votes. Scannez ce code, puis autorisez-le ici.",
  once: "Le code ne sert qu’une fois et n’est montré que sur cette console.",
  another: "Associer un autre téléphone",
  preparing: "Préparation du code…",
  noNetwork: "Cet ordinateur n’a pas de réseau : le téléphone ne peut pas le joindre.",
  phones: "Téléphones",
  asks: (name: string) => `Le téléphone ${name} demande à piloter l’exposé.`,
  asksWhat: "Vérifiez que le même numéro s’affiche sur votre téléphone.",
  allow: "Autoriser",
  refuse: "Refuser",
  revoke: "Révoquer",
  here: "connecté",
  away: "absent",
});
