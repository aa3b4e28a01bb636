import { h, say, set } from "../dom";
import type { PhoneState } from "../state";
import { plainCode } from "../sync/door";
import type { Words } from "../words";
import type { Drawn } from "./screen";

/** The one field of the whole page: the code from the sheet. What is wrong with it is said under it, and aloud. */
export function code(words: Words, knock: (code: string) => void): Drawn {
  const title = h("h1", { id: "code", tabindex: -1 }, words.code);
  const wrong = h("p", { class: "wrong", id: "wrong", role: "alert" });
  const field = h("input", {
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
  const element = h("div", { class: "calm" }, title, h("p", { class: "lead", id: "code-help" }, words.codeHelp), form);
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

  return {
    element,
    title,
    update({ door, knocking, line }: PhoneState) {
      const judged = busy && !knocking;
      busy = knocking;
      say(send, knocking ? (line === "up" || line === "joining" ? words.sending : words.kept) : words.enter);
      set(send, "aria-disabled", knocking && "true");
      if (touched || knocking) return;
      tell(door === "code_used" ? words.codeUsed : door === "code_unknown" ? words.codeUnknown : "");
      if (!judged) return;
      field.focus();
      field.select();
    },
  };
}
