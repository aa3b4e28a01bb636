import type { Language } from "../../protocol/generated";
import { dom, h } from "../dom";
import { loadLater } from "../load";
import type { PhoneState } from "../state";
import type { Words } from "../words";
import type { Drawn } from "./screen";

/** The screen that wants a code. Few sessions have codes, so the field is loaded only where one is wanted. */
export function code(words: Words, language: Language, knock: (code: string) => void): Drawn {
  const title = h("h1", { id: "code", tabindex: -1 }, words.code);
  const element = h("div", { class: "calm" }, title);
  let latest: PhoneState | undefined;
  let field: ((state: PhoneState) => void) | undefined;
  void loadLater().then((later) => {
    field = later.code(dom, element, language, knock);
    if (latest) field(latest);
  });
  return {
    element,
    title,
    update(state) {
      latest = state;
      field?.(state);
    },
  };
}
