/** What the phone loads after its first paint. It imports nothing from the page but types: the page is no module. */
export { bird } from "./birds";
export { portrait } from "./portrait";
