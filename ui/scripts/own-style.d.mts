import type { Plugin } from "postcss";

/** Keeps the style of each kind of question to questions of that kind. */
export const ownStyle: Plugin;
