import type { Attachment } from "svelte/attachments";

/** The size of the text in a measured element, in units of the stage: `--stage-note`. */
const NOTE = 28;

/** The room there is for a body, in units of the stage. Its element has the text size `--stage-note`. */
export class Room {
  width = $state(0);
  height = $state(0);

  // Measured, because a container for CSS to measure would change what a unit is: previews count theirs in `cqw`.
  readonly gauge: Attachment<HTMLElement> = (element) => {
    const observer = new ResizeObserver(() => {
      const unit = Number.parseFloat(getComputedStyle(element).fontSize) / NOTE || 1;
      this.width = element.clientWidth / unit;
      this.height = element.clientHeight / unit;
    });
    observer.observe(element);
    return () => observer.disconnect();
  };
}
