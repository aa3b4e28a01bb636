import type { Attachment } from "svelte/attachments";

/** How many sizes there are below the full one: `data-fit` goes from 0 to this. Their factors stand in Slide.svelte. */
export const SMALLEST = 7;

/** The first size, from the largest down, at which the content fits; the smallest when none does. */
export function firstFitting(fits: (level: number) => boolean): number {
  for (let level = 0; level < SMALLEST; level++) if (fits(level)) return level;
  return SMALLEST;
}

/**
 * Chooses the text size of an element so that it stays within its parent. The sizes are tried between layout and
 * paint, so nobody sees them.
 */
export const fit: Attachment<HTMLElement> = (content) => fitted(content, true);

/** The same for a content whose birds may perch a little beyond its edge: only its height counts. */
export const fitHeight: Attachment<HTMLElement> = (content) => fitted(content, false);

function fitted(content: HTMLElement, width: boolean): (() => void) | undefined {
  const room = content.parentElement;
  if (!room) return undefined;
  const choose = () => {
    const level = firstFitting((candidate) => {
      content.dataset["fit"] = String(candidate);
      const slack = 1;
      return content.offsetHeight <= room.clientHeight + slack && (!width || content.scrollWidth <= content.clientWidth + slack);
    });
    content.dataset["fit"] = String(level);
  };
  choose();
  // An observer is told after layout and before paint; it also hears fonts that arrive late.
  const observer = new ResizeObserver(choose);
  observer.observe(content);
  observer.observe(room);
  return () => observer.disconnect();
}
