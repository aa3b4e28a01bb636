/** Whether the person wants nothing to move. Asked each time: the setting may change during a talk. */
export function reducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Reads a duration of the design tokens, in milliseconds. */
export function duration(element: Element, name: `--${string}`): number {
  const value = getComputedStyle(element).getPropertyValue(name).trim();
  const number = Number.parseFloat(value);
  if (Number.isNaN(number)) return 0;
  return value.endsWith("ms") ? number : number * 1_000;
}
