import { h, say } from "../dom";
import type { PhoneState } from "../state";
import type { Words } from "../words";
import type { Drawn } from "./screen";

type Calm = "joining" | "unreachable" | "waiting" | "ended";

/** A screen with nothing to do: a bird, a title, a few words. The bird comes once it is loaded. */
export function calm(name: Calm, words: Words, perch: (on: HTMLElement, bird: string) => void): Drawn {
  const title = h("h1", { tabindex: -1 }, { joining: words.connecting, unreachable: words.unreachable, waiting: words.look, ended: words.ended }[name]);
  const bird = h("div", { class: "perch" });
  const text = h("p", { class: "lead" }, { joining: "", unreachable: words.retrying, waiting: words.next, ended: words.endedHelp }[name]);
  const help = name === "unreachable" ? [h("ul", { class: "help" }, ...words.unreachableHelp.map((one) => h("li", {}, one)))] : [];
  const foot = h("p", { class: "foot" });
  perch(bird, { joining: "", unreachable: "anxieux", waiting: "curieux", ended: "enthousiaste" }[name]);
  return {
    element: h("div", { class: "calm" }, bird, title, text, ...help, foot),
    title,
    update({ ballots }: PhoneState) {
      const counted = Object.values(ballots).filter((ballot) => ballot.counted).length;
      say(foot, name === "waiting" ? (counted ? `${words.answered(counted)} ✓` : words.anonymous) : "");
    },
  };
}
