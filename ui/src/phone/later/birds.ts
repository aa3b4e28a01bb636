import allergique from "../../design/birds/allergique.svg?raw";
import anxieux from "../../design/birds/anxieux.svg?raw";
import bonEleve from "../../design/birds/bon-eleve.svg?raw";
import categorique from "../../design/birds/categorique.svg?raw";
import curieux from "../../design/birds/curieux.svg?raw";
import deborde from "../../design/birds/deborde.svg?raw";
import enthousiaste from "../../design/birds/enthousiaste.svg?raw";
import plain from "../../design/birds/plain.svg?raw";
import { plumageOf } from "../../design/flock";
import type { H } from "../dom";

const drawings: Record<string, string> = { allergique, anxieux, "bon-eleve": bonEleve, categorique, curieux, deborde, enthousiaste };

/**
 * A bird as a picture without words; its name always stands beside it. It comes from memory, not from the server, so
 * it appears even when the server is gone by then.
 */
export function bird(h: H, id: string): HTMLElement {
  const { drawn, face, picture } = plumageOf(id);
  if (picture) return own(h, picture);
  // A face is made of emoji alone, so it needs no care to be part of a drawing.
  const drawing = face ? faceOf(face) : drawn === null ? plain : (drawings[drawn] ?? curieux);
  // With a size of its own it can also be painted into another picture.
  const sized = drawing.replace("<svg ", '<svg width="480" height="480" ');
  const src = URL.createObjectURL(new Blob([sized], { type: "image/svg+xml" }));
  return h("img", { class: "bird", src, alt: "", width: 240, height: 240, onload: () => URL.revokeObjectURL(src) });
}

/** A picture of the talk's; one of the flock where it does not come. */
function own(h: H, path: string): HTMLElement {
  const src = `/pictures/${path.split("/").map(encodeURIComponent).join("/")}`;
  const image = h("img", { class: "bird", src, alt: "", width: 240, height: 240, onerror: () => image.replaceWith(bird(h, "flock-1")) });
  return image;
}

function faceOf(emoji: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><text x="12" y="13" text-anchor="middle" dominant-baseline="central" font-size="18">${emoji}</text></svg>`;
}
