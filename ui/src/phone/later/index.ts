/** What the phone loads after its first paint. It imports nothing from the page but types: the page is no module. */
import "./style.css";
import "./code.css";
import { arrows } from "./arrows";

// Fingers need no arrows, so this may come after the first question.
document.addEventListener("keydown", arrows);

// The browser's own frame is of the page's colour.
const dark = matchMedia("(prefers-color-scheme: dark)");
const frame = () => document.querySelector("meta[name=theme-color]")?.setAttribute("content", getComputedStyle(document.documentElement).getPropertyValue("--paper"));
dark.addEventListener("change", frame);
frame();

export { code } from "./code";
export { perch } from "./perch";
export { portrait } from "./portrait";
export { keepStep } from "./step";
export { words } from "./words";
