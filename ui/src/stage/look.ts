import type { Attachment } from "svelte/attachments";
import type { Tones } from "../protocol/generated";

/**
 * Gives an element the tones of a talk, each as the token of its name, and takes them back. Without any, or where a tone is
 * no longer given, the theme's own hold. Set one by one, because the pages allow no style in their markup.
 */
export function wears(tones: Tones | null | undefined): Attachment<HTMLElement> {
  return (element) => {
    const names = Object.keys(tones ?? {}) as (keyof Tones)[];
    for (const name of names) element.style.setProperty(tokenOf(name), tones![name]);
    return () => {
      for (const name of names) element.style.removeProperty(tokenOf(name));
    };
  };
}

export const tokenOf = (tone: keyof Tones): string => `--${tone.replaceAll("_", "-")}`;
