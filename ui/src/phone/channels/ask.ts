import type { MyQa, MyQuestion, PhoneQa, QuestionRequest } from "../../protocol/generated";
import type { Beside } from ".";
import { send } from "./send";
import { words as table } from "./words";

/** Characters as people count them, where the browser can. */
const length = (text: string) => [...("Segmenter" in Intl ? new Intl.Segmenter().segment(text) : text)].length;

export interface Asking {
  readonly element: HTMLElement;
  /** Takes a question of one's own up again. */
  edit(question: MyQuestion): void;
  /** Whether there are words that are not sent. */
  isWriting(): boolean;
  /** Another session: what was being written was for that one. */
  forget(): void;
  update(qa: PhoneQa | null, own: MyQa | null): void;
}

/** The field for a question, new or one's own again. */
export function asking({ h, say, set, language, token, tell }: Beside, changed: () => void): Asking {
  const words = table[language];
  let edited: MyQuestion | null = null;
  let max = 240;
  let left = 1;
  let busy = false;

  const field = h("textarea", { class: "field", rows: 3, id: "beside-ask", placeholder: words.askHelp, oninput: () => draw(), "aria-describedby": "beside-left beside-read" });
  const count = h("p", { class: "hint", id: "beside-left" });
  const read = h("p", { class: "hint", id: "beside-read" });
  const trouble = h("p", { class: "beside-trouble", role: "alert", hidden: true });
  const go = h("button", { class: "send", type: "submit" });
  const stop = h("button", { class: "send", type: "button", "data-quiet": true, onclick: () => restart() }, words.cancel);
  const element = h(
    "form",
    {
      class: "beside-ask",
      onsubmit: (event) => {
        event.preventDefault();
        void submit();
      },
    },
    h("label", { for: "beside-ask" }, words.ask),
    field,
    count,
    read,
    trouble,
    go,
    stop,
  );

  function draw(): void {
    const text = field.value.trim();
    const room = max - length(text);
    say(count, room < 0 ? words.over(-room) : text ? words.left(room) : "");
    say(go, edited ? words.change : words.send);
    set(go, "aria-disabled", (busy || !text || room < 0) && "true");
    set(stop, "hidden", !edited);
    const full = !edited && left === 0;
    set(field, "hidden", full);
    set(go, "hidden", full);
    if (full) say(count, words.none);
  }
  function restart(): void {
    edited = null;
    field.value = "";
    say(trouble, "");
    draw();
  }
  async function submit(): Promise<void> {
    const text = field.value.trim();
    if (busy || !text || length(text) > max) return;
    busy = true;
    draw();
    const again = edited;
    const refused = await send(token(), again ? "PUT" : "POST", again ? `/api/questions/${again.id}` : "/api/questions", { text } satisfies QuestionRequest);
    busy = false;
    if (refused) say(trouble, words.refused(refused));
    else {
      restart();
      tell(words.sent);
    }
    draw();
    changed();
  }
  return {
    element,
    edit(question) {
      edited = question;
      field.value = question.text;
      draw();
      field.focus();
    },
    isWriting: () => !!field.value.trim(),
    forget: restart,
    update(qa, own) {
      set(element, "hidden", !qa);
      if (qa) ({ max } = qa);
      left = own?.left ?? 1;
      say(read, qa?.moderated ? words.moderated : words.atOnce);
      draw();
    },
  };
}
