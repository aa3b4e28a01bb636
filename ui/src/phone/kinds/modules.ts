import type { KindName } from "../../protocol/generated";

/**
 * Kinds that share a module. Every other kind has one of its own name: the folder `kinds/<kind>` with an `index.ts`.
 * The build reads this, too.
 */
export const shared: { readonly [Name in KindName]?: string } = { single: "choice", multiple: "choice", quiz: "choice" };
