import styles from "./later/later.css?url";
import { h } from "./dom";

export type Later = typeof import("./later");

/** The build puts the address of the chunk here: it is an entry of its own, so that a failed load can be asked for anew. */
const address = import.meta.env.DEV ? "/later/index.ts" : "__LATER__";

let loading: Promise<Later> | undefined;

/** Birds and profile: what the first question does not need. Loads once, and keeps trying until it has. */
export function loadLater(): Promise<Later> {
  return (loading ??= attempt(0));
}

async function attempt(tries: number): Promise<Later> {
  // A browser may remember a failed module for good; another query is another module.
  const suffix = tries ? `?${tries}` : "";
  try {
    const [later] = await Promise.all([import(/* @vite-ignore */ address + suffix) as Promise<Later>, stylesheet(styles + suffix)]);
    return later;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, Math.min(8_000, 1_000 * 2 ** tries) * (1 + Math.random() / 2)));
    return attempt(tries + 1);
  }
}

function stylesheet(href: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const link: HTMLLinkElement = h("link", {
      rel: "stylesheet",
      href,
      onload: resolve,
      onerror: () => {
        link.remove();
        reject();
      },
    });
    document.head.append(link);
  });
}
