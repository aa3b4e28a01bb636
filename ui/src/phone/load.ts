import { h } from "./dom";

/** The build puts the folder here in which the modules that come later lie, each with its style beside it. */
const folder = "__LATER__";

const loading: Record<string, Promise<unknown> | undefined> = {};

/** A module that is not in the page, with its style. Loads once, and keeps trying until it has. */
export function load<Module>(name: string): Promise<Module> {
  return (loading[name] ??= attempt(name, 0)) as Promise<Module>;
}

/** Birds, profile, code: what the first question does not need. */
export const loadLater = () => load<typeof import("./later")>("later");

async function attempt(name: string, tries: number): Promise<unknown> {
  // A browser may remember a failed module for good; another query is another module.
  const query = tries ? `?${tries}` : "";
  try {
    if (import.meta.env.DEV) return await import(/* @vite-ignore */ `${["later", "survey", "channels", "play", "upvotes", "keepsake"].includes(name) ? "" : "/kinds"}/${name}/index.ts${query}`);
    const address = folder + name;
    // Added up, not a template: for that the build would bring a loader of its own.
    return (await Promise.all([import(/* @vite-ignore */ address + ".js" + query), stylesheet(`${address}.css${query}`)]))[0];
  } catch {
    await new Promise((resolve) => setTimeout(resolve, Math.min(8_000, 1_000 * 2 ** tries) * (1 + Math.random() / 2)));
    return attempt(name, tries + 1);
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
