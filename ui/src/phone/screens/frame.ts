import icon from "../../../public/favicon.svg?url";
import { h, say, set } from "../dom";
import { isOfNow, keyOf, screenOf, type PhoneState, type Screen } from "../state";
import type { Words } from "../words";
import type { Drawn } from "./screen";

export interface Frame {
  draw(state: PhoneState): void;
  /** Tells a screen reader, once and when it has time. */
  announce(text: string): void;
}

/** What is around every screen: the talk's name, the way to the profile and back, the ribbon and the banner. */
export function frame(words: Words, make: (screen: Screen, state: PhoneState) => Drawn, turn: () => void): Frame {
  const ribbon = h("p", { class: "ribbon" });
  const talk = h("p", { class: "talk" });
  const pill = h("button", { class: "pill", type: "button", onclick: turn });
  const banner = h("p", { class: "banner" });
  const main = h("main");
  const live = h("p", { class: "visually-hidden", role: "status" });
  let key = "";
  let over = false;
  let drawn: Drawn | undefined;
  const top = h("div", { class: "top" }, h("img", { class: "icon", src: icon, alt: "", width: 28, height: 28 }), talk, pill);
  document.body.append(h("header", {}, ribbon, top, banner), main, live);

  return {
    draw(state) {
      const { view, line, profile, turned } = state;
      const screen = screenOf(state);
      const onProfile = screen.name === "profile";
      const newKey = keyOf(screen, view);
      say(ribbon, view?.rehearsal ? words.rehearsal : "");
      say(talk, view?.title ?? "Gazouillis");
      set(talk, "lang", view?.lang ?? view?.language);
      say(pill, onProfile ? (turned ? (view?.poll ? words.question : words.back) : "") : isOfNow(profile, view) ? words.profile : "");
      say(banner, line === "waking" ? words.waking : line === "lost" || (line === "unreachable" && onProfile) ? words.lost : "");
      if (view) document.title = view.title;
      if (key !== newKey) {
        const first = !key;
        key = newKey;
        drawn = make(screen, state);
        set(main, "data-screen", screen.name);
        main.replaceChildren(drawn.element);
        // The end of the session takes nobody away from what they are reading.
        const ends = !over && !!view?.finished && !first;
        if (!ends) scrollTo(0, 0);
        // What comes up is read from its title on; the first screen is read by the browser itself.
        if (!first && !ends) drawn.title.focus({ preventScroll: true });
      }
      over = !!view?.finished;
      drawn?.update(state);
    },
    announce(text) {
      live.textContent = text;
    },
  };
}
