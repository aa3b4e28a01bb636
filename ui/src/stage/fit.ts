import type { Attachment } from "svelte/attachments";

/**
 * How many sizes there are below the full one: `data-fit` goes from 0 to this. Their factors stand in Slide.svelte: the smallest is
 * half of the full size, and no text goes below `--stage-note`, 28 of the stage's 1080 units.
 */
export const SMALLEST = 7;

/** The first size, from the largest down, at which the content fits; the smallest when none does. */
export function firstFitting(fits: (level: number) => boolean): number {
  for (let level = 0; level < SMALLEST; level++) if (fits(level)) return level;
  return SMALLEST;
}

/**
 * Chooses the text size of an element so that it stays within its parent. The sizes are tried between layout and
 * paint, so nobody sees them. What is larger than its parent even at the smallest, or is cut there (`data-cut` marks what may be),
 * says so by `data-overflows`: the console's pictures tell the presenter.
 */
export const fit: Attachment<HTMLElement> = (content) => fitted(content, true);

/** The same for a content whose birds may perch a little beyond its edge: only its height counts. */
export const fitHeight: Attachment<HTMLElement> = (content) => fitted(content, false);

function fitted(content: HTMLElement, width: boolean): (() => void) | undefined {
  const room = content.parentElement;
  if (!room) return undefined;
  const fits = (level: number) => {
    content.dataset["fit"] = String(level);
    return fitsInto(content, room) && (!width || content.scrollWidth <= content.clientWidth + 1);
  };
  const choose = () => {
    const level = firstFitting(fits);
    const overflows = !fits(level) || isCut(content);
    content.toggleAttribute("data-overflows", overflows);
  };
  choose();
  // An observer is told after layout and before paint; it also hears fonts that arrive late.
  const observer = new ResizeObserver(choose);
  observer.observe(content);
  observer.observe(room);
  return () => observer.disconnect();
}

/**
 * Whether a content is as high as its room at most, whose padding is kept free: that is where the wire hangs. Measured in parts of
 * pixels, since a picture on the desk has few of them; a page that is zoomed has the same.
 */
function fitsInto(content: HTMLElement, room: HTMLElement): boolean {
  const { height, paddingTop, paddingBottom } = getComputedStyle(room);
  const free = pixels(height, room.clientHeight) - pixels(paddingTop, 0) - pixels(paddingBottom, 0);
  // What lines lose and gain by being set on parts of pixels.
  const slack = 0.25 + free / 1500;
  return pixels(getComputedStyle(content).height, content.offsetHeight) <= free + slack;
}

function pixels(written: string, otherwise: number): number {
  const number = Number.parseFloat(written);
  return Number.isNaN(number) ? otherwise : number;
}

/** Whether anything that may lose lines at the smallest sizes has lost some. */
function isCut(content: HTMLElement): boolean {
  return [...content.querySelectorAll("[data-cut]")].some((text) => text.scrollHeight > text.clientHeight + 1);
}
