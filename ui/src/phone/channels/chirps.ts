import applause from "../../design/birds/reactions/applause.svg?raw";
import heart from "../../design/birds/reactions/heart.svg?raw";
import idea from "../../design/birds/reactions/idea.svg?raw";
import laughter from "../../design/birds/reactions/laughter.svg?raw";
import surprise from "../../design/birds/reactions/surprise.svg?raw";
import type { Reaction } from "../../protocol/generated";
import type { Beside } from ".";
import { send } from "./send";
import { words as table } from "./words";

/** The server takes one a second from each phone. */
const REST_MS = 1_000;

const drawings: readonly (readonly [Reaction, string])[] = Object.entries({ applause, laughter, surprise, idea, heart } satisfies Record<Reaction, string>) as [Reaction, string][];

/** Five birds to tap. Each tap lets one fly up here, and one on the projector unless many fly there already. */
export function chirps({ h, set, language, token, tell }: Beside): { element: HTMLElement } {
  const words = table[language];
  const element = h("div", { class: "chirps", role: "group", "aria-label": words.chirps });
  let resting = false;

  const rests = (rest: boolean) => {
    resting = rest;
    for (const button of element.children) set(button, "aria-disabled", rest && "true");
  };
  const call = async (reaction: Reaction, button: HTMLElement) => {
    if (resting) return;
    rests(true);
    const flown = h("span", { class: "flown", "aria-hidden": "true" });
    flown.append(button.firstElementChild!.cloneNode());
    button.append(flown);
    setTimeout(() => {
      rests(false);
      flown.remove();
    }, REST_MS);
    const refused = await send(token(), "POST", "/api/reactions", { reaction });
    tell(refused && refused !== "too_many_requests" ? words.refused(refused) : words.called(words.reactions[reaction]));
  };
  for (const [reaction, drawing] of drawings) {
    const src = URL.createObjectURL(new Blob([drawing], { type: "image/svg+xml" }));
    const button: HTMLElement = h(
      "button",
      { type: "button", "aria-label": words.reactions[reaction], title: words.reactions[reaction], onclick: () => void call(reaction, button) },
      h("img", { src, alt: "", width: 36, height: 36 }),
    );
    element.append(button);
  }
  return { element };
}
