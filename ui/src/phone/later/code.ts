import type { Language } from "../../protocol/generated";
import type { Dom } from "../dom";
import type { PhoneState } from "../state";
import { words as table } from "./words";

/** A code as the sheet means it: whoever types it may write it small, and with spaces or hyphens anywhere. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Fills the code screen, whose title is there and called `code`, with the one field of the whole page. What is wrong
 * with a code is said under it, and aloud. Returns what keeps it up to date.
 */
export function code({ h, say, set }: Dom, element: HTMLElement, language: Language, knock: (code: string) => void): (state: PhoneState) => void {
  const words = table[language];
  const wrong = h("p", { class: "wrong", id: "wrong", role: "alert" });
  const field = h("input", {
    class: "field",
    type: "text",
    name: "code",
    "aria-labelledby": "code",
    "aria-describedby": "wrong code-help",
    autocomplete: "off",
    autocapitalize: "characters",
    autocorrect: "off",
    spellcheck: "false",
    enterkeyhint: "go",
    maxlength: 40,
    oninput: () => {
      touched = true;
      tell("");
    },
  });
  const send = h("button", { class: "send", type: "submit" }, words.enter);
  const form = h("form", { class: "knock", novalidate: true, onsubmit }, field, wrong, send);
  element.append(h("p", { class: "lead", id: "code-help" }, words.codeHelp), form);
  /** Whether the code in the field is not the one that was judged. */
  let touched = true;
  let busy = false;

  function onsubmit(event: Event): void {
    event.preventDefault();
    const typed = plainCode(field.value);
    if (!typed) {
      tell(words.codeEmpty);
      return field.focus();
    }
    touched = false;
    knock(typed);
  }

  function tell(what: string): void {
    say(wrong, what);
    set(field, "aria-invalid", !!what && "true");
  }

  tell("");
  return ({ door, knocking, line }) => {
    const judged = busy && !knocking;
    busy = knocking;
    say(send, knocking ? (line === "up" || line === "joining" ? words.sending : words.kept) : words.enter);
    set(send, "aria-disabled", knocking && "true");
    if (touched || knocking) return;
    tell(door === "code_used" ? words.codeUsed : door === "code_unknown" ? words.codeUnknown : "");
    if (!judged) return;
    field.focus();
    field.select();
  };
}
