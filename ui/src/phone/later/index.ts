/** What the phone loads after its first paint. It imports nothing from the page but types: the page is no module. */
import "./style.css";
import { arrows } from "./arrows";

// Fingers need no arrows, so this may come after the first question.
document.addEventListener("keydown", arrows);

export { code } from "./code";
export { perch } from "./perch";
export { portrait } from "./portrait";
export { keepStep } from "./step";
export { words } from "./words";
