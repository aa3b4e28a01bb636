/** What the phone loads after its first paint. It imports nothing from the page but types: the page is no module. */
import "./style.css";

export { bird } from "./birds";
export { code } from "./code";
export { portrait } from "./portrait";
export { words } from "./words";
