import { keep, kept } from "./kept";

/** Whether the desk is light; dark it does not glare in a dim room, light it is read where the sun comes in. */
export function isLight(): boolean {
  return kept<boolean>("light", (value) => typeof value === "boolean") ?? false;
}

/** Gives the page the colours: those of the console, or those all pages start from. */
export function wear(light: boolean): void {
  if (light) delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = "console";
}

export function keepLight(light: boolean): void {
  keep("light", light);
  wear(light);
}
