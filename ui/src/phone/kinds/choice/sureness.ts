import type { Answer } from "../../../protocol/generated";
import type { Asked, BodyState } from "../kind";
import { words as table } from "./words";

export interface Sureness {
  readonly element: HTMLElement;
  update(answer: Answer | null, state: BodyState): void;
}

/** Asks whether the person is sure, once there is an answer: it counts already, and one tap more sends it with this. */
export function sureness({ h, set, language, vote }: Pick<Asked, "h" | "set" | "language" | "vote">): Sureness {
  const words = table[language];
  let latest: Answer | null = null;
  const buttons = [true, false].map((sure) => {
    const onclick = () => (latest?.kind === "choice" || latest?.kind === "choices") && vote({ ...latest, sure });
    return { sure, element: h("button", { class: "send", type: "button", onclick }, sure ? words.sure : words.unsure) };
  });
  const label = h("span", { id: "sure" }, words.areYouSure);
  const element = h("div", { class: "sure", role: "group", "aria-labelledby": "sure" }, label, ...buttons.map((button) => button.element));
  return {
    element,
    update(answer, { open, drafted }) {
      latest = answer;
      set(element, "hidden", !open || drafted || !answer);
      for (const button of buttons) {
        const pressed = !!answer && "sure" in answer && answer.sure === button.sure;
        set(button.element, "aria-pressed", `${pressed}`);
        set(button.element, "data-quiet", !pressed);
      }
    },
  };
}
