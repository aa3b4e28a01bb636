import { type Component, flushSync, mount, unmount } from "svelte";
import { afterEach } from "vitest";

/**
 * What the tests' document lacks, in its plainest form. Only what the pages call is here, so that a new need is noticed.
 * Where a test is about the thing itself (a dialog's hold on the focus), it stands in tests/e2e, in a real browser.
 */
class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NoObserver as unknown as typeof ResizeObserver;
globalThis.matchMedia ??= ((media: string) => ({ media, matches: false })) as unknown as typeof matchMedia;
globalThis.scrollTo = () => {};
Element.prototype.scrollTo ??= () => {};
Element.prototype.scrollIntoView ??= () => {};
Element.prototype.animate ??= () => ({ cancel() {}, finished: Promise.resolve() }) as unknown as Animation;
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
};

const mounted: Record<string, unknown>[] = [];

/** Puts a component into the document until the test is over. */
export function shown<Props extends Record<string, unknown>>(component: Component<Props>, props: Props): void {
  mounted.push(mount(component, { target: document.body, props }));
  flushSync();
}

afterEach(async () => {
  for (const component of mounted.splice(0)) await unmount(component);
  document.body.replaceChildren();
});

/** The first element that matches; a test that looks for what is not there has failed. */
export function one<Found extends HTMLElement = HTMLElement>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new Error(`nothing matches ${selector} in ${document.body.innerHTML}`);
  return found;
}

/** The button with these words. */
export function button(words: string | RegExp): HTMLButtonElement {
  const says = (text: string) => (typeof words === "string" ? text === words : words.test(text));
  const found = [...document.querySelectorAll("button")].find((candidate) => says(candidate.textContent?.trim() ?? ""));
  if (!found) throw new Error(`no button says ${words} in ${document.body.textContent}`);
  return found;
}
