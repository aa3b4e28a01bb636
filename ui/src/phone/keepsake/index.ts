/** A portrait to take along. It imports nothing from the page but types: the page is no module. */
import "./style.css";
import type { Language } from "../../protocol/generated";
import type { H } from "../dom";
import { drawn, type Told } from "./drawing";
import { words as table } from "./words";

export type { Told } from "./drawing";

/** A button that makes a picture of the portrait, which never leaves the phone unless its person sends it on. */
export function keepsake(h: H, told: () => Told, language: Language): HTMLElement {
  const words = table[language];
  const button = h("button", { class: "send", type: "button", "data-quiet": true, onclick: () => void save() }, words.save);
  const says = h("p", { role: "status" });
  const element = h("div", { class: "keepsake" }, button, says);
  let address = "";

  async function save(): Promise<void> {
    if (button.hasAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    says.textContent = words.drawing;
    try {
      const file = new File([await drawn(h, element, told())], `${words.file}.png`, { type: "image/png" });
      says.textContent = (await shared(file)) ? "" : (offer(file), words.hold);
    } catch {
      says.textContent = words.failed;
    }
    button.removeAttribute("aria-disabled");
  }

  /** Saves it as a file, and shows it: a browser inside another app may save nothing, but lets a picture be held. */
  function offer(file: File): void {
    URL.revokeObjectURL(address);
    address = URL.createObjectURL(file);
    const link = h("a", { href: address, download: file.name, hidden: true });
    // Some browsers follow only a link that is on the page.
    element.append(link);
    link.click();
    link.remove();
    const picture = h("img", { src: address, alt: words.picture, width: 1080, height: 1350 });
    element.querySelector("img")?.remove();
    element.append(picture);
  }

  return element;
}

/** Whether the phone took the picture to send it on, or its person changed their mind. Over plain http none does. */
async function shared(file: File): Promise<boolean> {
  if (!navigator.canShare?.({ files: [file] })) return false;
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch (failure) {
    return (failure as Partial<DOMException>).name === "AbortError";
  }
}
