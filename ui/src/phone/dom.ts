import { tied } from "../design/spaces";

/**
 * The whole of our "framework". Svelte's runtime alone, compressed, is larger than everything this page may weigh, so
 * the phone builds its few elements by hand. Text always travels as text nodes.
 */
type Props = Record<string, string | number | boolean | EventListener | undefined>;

/** Makes an element. `on…` props are listeners, `true` an empty attribute, `false` and `undefined` none. */
export function h<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, props: Props = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else set(element, name, value);
  }
  element.append(...children.map((child) => (typeof child === "string" ? tied(child) : child)));
  return element;
}

/** Sets or removes an attribute, touching the document only when something changes. */
export function set(element: Element, name: string, value: string | number | boolean | undefined): void {
  if (value === undefined || value === false) element.removeAttribute(name);
  else if (element.getAttribute(name) !== `${value}`) element.setAttribute(name, value === true ? "" : `${value}`);
}

/** Replaces an element's text, touching the document only when it differs: screen readers stay quiet otherwise. */
export function say(element: Element, text: string): void {
  const line = tied(text);
  if (element.textContent !== line) element.textContent = line;
  set(element, "hidden", !text);
}

export type H = typeof h;

/** What comes later gets these from the page, which is no module that it could import. */
export const dom = { h, say, set };
export type Dom = typeof dom;
