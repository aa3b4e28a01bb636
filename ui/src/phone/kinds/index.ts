import type { KindName } from "../../protocol/generated";
import { load } from "../load";
import type { PhoneKind } from "./kind";
import { shared } from "./modules";

/** All kinds, by the module that draws each. Only types, so that none is in the page; one that is forgotten does not compile. */
type Every<Kinds extends { readonly [Name in KindName]: PhoneKind<Name> }> = Kinds;
export type Kinds = Every<{
  single: typeof import("./choice").kind;
  multiple: typeof import("./choice").kind;
  quiz: typeof import("./choice").kind;
  ranking: typeof import("./ranking").kind;
  points: typeof import("./points").kind;
  match: typeof import("./match").kind;
  blanks: typeof import("./blanks").kind;
  scale: typeof import("./scale").kind;
  plane: typeof import("./plane").kind;
  number: typeof import("./number").kind;
  pin: typeof import("./pin").kind;
  words: typeof import("./words").kind;
  text: typeof import("./text").kind;
  tweet: typeof import("./tweet").kind;
}>;

/** The modules that are here: the one that the page has inside it, see vite.phone.config.ts, and those loaded since. */
declare global {
  var gazouillis: Record<string, PhoneKind | undefined> | undefined;
}

/** The module that draws a kind; its style is for what says so in `data-kind`, see scripts/own-style.mjs. */
export const moduleOf = (name: KindName): string => shared[name] ?? name;

/** What draws this kind; a promise while it has yet to be loaded. */
export function kindOf(name: KindName): PhoneKind | Promise<PhoneKind> {
  const module = moduleOf(name);
  const here = (globalThis.gazouillis ??= {});
  return here[module] ?? load<{ kind: PhoneKind }>(module).then(({ kind }) => (here[module] = kind));
}
