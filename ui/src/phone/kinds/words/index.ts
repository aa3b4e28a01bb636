import "./style.css";
import type { Answer } from "../../../protocol/generated";
import type { Asked, Body, PhoneKind } from "../kind";
import { words as table } from "./words";

/** One field a word; the keyboard's own key goes to the next one, and from the last one sends. */
function draw({ h, set, say, question, language, draft, vote, ...asked }: Asked<"words">): Body {
  const words = table[language];
  const { max, longest, moderate } = question;
  let ready = false;
  let sent = false;

  const typed = () => fields.map((field) => field.value.trim()).filter(Boolean);
  const keep = () => {
    const now = typed();
    draft(now.length || sent ? { kind: "words", words: now } : null);
  };
  const fields = Array.from({ length: max }, (_, index) => {
    const label = words.field(index + 1, max);
    return h("input", {
      class: "field",
      type: "text",
      "aria-label": label,
      placeholder: index ? `${label}, ${words.optional}` : label,
      maxlength: longest,
      autocomplete: "off",
      autocapitalize: "none",
      enterkeyhint: index + 1 < max ? "next" : "send",
      oninput: keep,
    });
  });
  const onsubmit = (event: Event) => {
    event.preventDefault();
    const next = fields[fields.indexOf(document.activeElement as HTMLInputElement) + 1];
    if (next && !next.value) next.focus();
    else if (ready) vote({ kind: "words", words: typed() });
  };
  // A form of several fields sends by the keyboard only when it has a button.
  const button = h("button", { hidden: true });
  const read = h("p", { class: "hint" }, words.read);
  const mine = h("form", { class: "options", onsubmit }, ...fields, button, read);
  const room = h("ol", { class: "room", lang: asked.lang });
  const heard = h("h2", { hidden: true }, words.room);
  const element = h("div", { role: "group", "aria-labelledby": "ask" }, mine, heard, room);

  return {
    element,
    update({ results }, answer, { open, sent: before }) {
      sent = before;
      const said = answer?.kind === "words" ? answer.words : [];
      // What is being written is not touched: fields may stand in another order than the words.
      if (typed().join("\n") !== said.join("\n")) fields.forEach((field, index) => (field.value = said[index] ?? ""));
      ready = open && said.length > 0;
      for (const field of fields) {
        set(field, "readonly", !open);
        set(field, "hidden", !open && !field.value);
      }
      set(read, "hidden", !moderate || !open);
      const shown = results?.figures.shape === "words" && !open ? results.figures.words.slice(0, 30) : [];
      set(heard, "hidden", !shown.length);
      if (room.childElementCount !== shown.length) room.replaceChildren(...shown.map((word) => h("li", {}, `${word.text} `, h("b", {}, `${word.count}`))));
    },
    ready: (answer: Answer | null) => {
      const count = answer?.kind === "words" ? answer.words.length : 0;
      return { send: count > 0, says: count ? "" : words.write, count };
    },
  };
}

export const kind: PhoneKind<"words"> = { draw };
