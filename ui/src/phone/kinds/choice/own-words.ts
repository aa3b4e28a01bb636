import type { Asked } from "../kind";
import { words as table } from "./words";

/** The most characters of words of one's own. */
const LONGEST = 80;

export interface OwnWords {
  readonly element: HTMLElement;
  focus(): void;
  /** Shows these; `undefined` hides the field. */
  show(text: string | undefined): void;
}

/** The field for words of one's own, there while they are wanted. The keyboard's own key sends them. */
export function ownWords({ h, set, language }: Pick<Asked, "h" | "set" | "language">, typed: (text: string) => void, entered: () => void): OwnWords {
  const { write } = table[language];
  const field = h("input", {
    class: "field",
    type: "text",
    "aria-label": write,
    placeholder: write,
    maxlength: LONGEST,
    autocomplete: "off",
    enterkeyhint: "send",
    oninput: () => typed(field.value),
  });
  const onsubmit = (event: Event) => {
    event.preventDefault();
    entered();
  };
  const element = h("form", { onsubmit }, field);
  return {
    element,
    focus: () => field.focus(),
    show(text) {
      set(element, "hidden", text === undefined);
      // What is being written is not touched.
      if (text !== undefined && field.value !== text) field.value = text;
    },
  };
}
