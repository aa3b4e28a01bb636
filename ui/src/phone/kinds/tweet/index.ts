import "./style.css";
import type { Answer } from "../../../protocol/generated";
import type { Asked, Body, PhoneKind } from "../kind";
import { remarks, weight } from "./charter";
import { sentence, words as table } from "./words";

const MOST = 280;

/** A tweet, checked while it is typed. It may be sent with all its faults: that is what is rehearsed. */
function draw({ h, set, say, question, language, draft }: Asked<"tweet">): Body {
  const words = table[language];
  let sent = false;

  const field = h("textarea", {
    class: "field",
    rows: 5,
    "aria-label": words.field,
    "aria-describedby": "said",
    placeholder: words.field,
    oninput: () => draft(field.value || sent ? { kind: "tweet", text: field.value } : null),
  });
  const left = h("b", { class: "left", "aria-hidden": "true" });
  const said = h("ul", { id: "said" });
  const element = h("div", { class: "options", role: "group", "aria-labelledby": "ask" }, h("div", { class: "tweet" }, field, left), said);

  return {
    element,
    update(_, answer, { open, sent: before }) {
      sent = before;
      const text = answer?.kind === "tweet" ? answer.text : "";
      if (field.value !== text) field.value = text;
      set(field, "readonly", !open);
      const rest = MOST - weight(text.trim());
      say(left, `${rest}`);
      set(left, "data-over", rest < 0);
      const lines = text.trim() ? remarks(text.trim(), question).map((remark) => sentence(remark, words)) : [];
      const shown = text.trim() && !lines.length ? [words.good] : lines;
      set(said, "data-good", !lines.length);
      shown.forEach((line, index) => say(said.children[index] ?? said.appendChild(h("li")), line));
      while (said.children.length > shown.length) said.lastChild!.remove();
    },
    ready: (answer: Answer | null) => {
      const text = answer?.kind === "tweet" ? answer.text.trim() : "";
      return { send: !!text, says: text ? words.left(Math.max(0, MOST - weight(text))) : words.write };
    },
  };
}

export const kind: PhoneKind<"tweet"> = { draw };
