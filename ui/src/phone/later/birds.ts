import allergique from "../../design/birds/allergique.svg?raw";
import anxieux from "../../design/birds/anxieux.svg?raw";
import bonEleve from "../../design/birds/bon-eleve.svg?raw";
import categorique from "../../design/birds/categorique.svg?raw";
import curieux from "../../design/birds/curieux.svg?raw";
import deborde from "../../design/birds/deborde.svg?raw";
import enthousiaste from "../../design/birds/enthousiaste.svg?raw";
import type { H } from "../dom";

const drawings: Record<string, string> = { allergique, anxieux, "bon-eleve": bonEleve, categorique, curieux, deborde, enthousiaste };

/**
 * A bird as a picture without words; its name always stands beside it. It comes from memory, not from the server, so
 * it appears even when the server is gone by then.
 */
export function bird(h: H, id: string): HTMLElement {
  const drawing = drawings[id] ?? curieux;
  const src = URL.createObjectURL(new Blob([drawing], { type: "image/svg+xml" }));
  return h("img", { class: "bird", src, alt: "", width: 240, height: 240, onload: () => URL.revokeObjectURL(src) });
}
