import { h, say } from "../dom";
import type { ClosedDoor, PhoneState } from "../state";
import type { Words } from "../words";
import type { Drawn } from "./screen";

type Calm = "joining" | "unreachable" | "waiting" | "ended" | ClosedDoor;

/** Who sits on each screen; while joining nobody does yet. The egg is the phone's own bird, in a talk that has one for it. */
const BIRDS: Record<Calm, string> = {
  joining: "",
  unreachable: "anxieux",
  waiting: "egg",
  ended: "enthousiaste",
  waiting_at_the_door: "curieux",
  door_closed: "bon-eleve",
  not_let_in: "anxieux",
};

/** A screen with nothing to do: a bird, a title, a few words. `perch` brings the bird once it is loaded, and what to know at a door. */
export function calm(name: Calm, words: Words, perch: (on: HTMLElement, bird: string, lead: HTMLElement) => void): Drawn {
  const [says, leads] = words.calm[name];
  const title = h("h1", { tabindex: -1 }, says);
  const bird = h("div", { class: "perch" });
  const text = h("p", { class: "lead" }, leads);
  const help = name === "unreachable" ? [h("ul", { class: "help" }, ...words.unreachableHelp.map((one) => h("li", {}, one)))] : [];
  const foot = h("p", { class: "foot" });
  perch(bird, BIRDS[name], text);
  return {
    element: h("div", { class: "calm" }, bird, title, text, ...help, foot),
    title,
    update({ ballots }: PhoneState) {
      const counted = Object.values(ballots).filter((ballot) => ballot.counted).length;
      say(foot, name === "waiting" ? (counted ? `${words.answered(counted)} ✓` : words.anonymous) : "");
    },
  };
}
