import "./style.css";
import type { Answer } from "../../../protocol/generated";
import type { Asked, Body, PhoneKind } from "../kind";
import { words as table } from "./words";

/** Characters as people count them, where the browser can. */
const length = (text: string) => [...("Segmenter" in Intl ? new Intl.Segmenter().segment(text) : text)].length;

function draw({ h, set, question, language, draft }: Asked<"text">): Body {
  const words = table[language];
  const { max, moderate } = question;
  let sent = false;

  const field = h("textarea", {
    class: "field",
    rows: 4,
    "aria-label": words.field,
    placeholder: words.field,
    oninput: () => draft(field.value || sent ? { kind: "text", text: field.value } : null),
  });
  const read = h("p", { class: "hint" }, words.read);
  const element = h("div", { class: "options", role: "group", "aria-labelledby": "ask" }, field, read);

  return {
    element,
    update(_, answer, { open, sent: before }) {
      sent = before;
      const text = answer?.kind === "text" ? answer.text : "";
      // What is being written is not touched, nor where the cursor stands in it.
      if (field.value !== text) field.value = text;
      set(field, "readonly", !open);
      set(read, "hidden", !moderate || !open);
    },
    ready: (answer: Answer | null) => {
      const text = answer?.kind === "text" ? answer.text.trim() : "";
      const left = max - length(text);
      return { send: !!text && left >= 0, says: !text ? words.write : left < 0 ? words.over(-left) : words.left(left) };
    },
  };
}

export const kind: PhoneKind<"text"> = { draw };
