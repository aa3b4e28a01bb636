import type { Answer, Area, Part } from "../../../protocol/generated";
import { option, pictureAddress } from "../choice/option";
import type { PhoneKind } from "../kind";
import "./style.css";
import { words } from "./words";

type Place = Extract<Answer, { kind: "pin" }>;

/** A picture's width and height, as regions are told. */
const WHOLE = 10_000;
/** How far an arrow key moves the pin, without and with Shift. */
const STEP = 100;
const FAR = 1_000;

const bounded = (at: number) => Math.min(WHOLE, Math.max(0, Math.round(at)));
const within = (part: number, from: number, long: number) => {
  const at = bounded(part * WHOLE);
  // A region's far edge is its own only where the picture ends.
  return at >= from && (at < from + long || at + from + long === 2 * WHOLE);
};
const holds = ({ left, top, width, height }: Area, { x, y }: Place) => within(x, left, width) && within(y, top, height);

/** A picture on which a tap puts a pin. Its regions are a list as well, for whoever does not point. */
export const kind: PhoneKind<"pin"> = {
  isRight: (solution, answer) => solution.kind === "regions" && answer.kind === "pin" && solution.right.some(({ at }) => holds(at, answer)),

  draw(asked) {
    const { question, lang, language, words: said, h, set, draft, tell } = asked;
    const { picture, regions, plain } = question;
    const own = words[language];
    let now: Place | null = null;

    const move = (x: number, y: number) => {
      const to: Place = { kind: "pin", x: bounded(x) / WHOLE, y: bounded(y) / WHOLE };
      draft(to);
      const names = regions.filter(({ at }) => holds(at, to)).map(({ text }) => text);
      tell(`${names}` || own.elsewhere);
    };
    /** Moves the pin by so much, from the middle when there is none. */
    const push = (x: number, y: number) => move((now?.x ?? 0.5) * WHOLE + x, (now?.y ?? 0.5) * WHOLE + y);
    const press = (event: MouseEvent) => {
      const { left, top, width, height } = shot.getBoundingClientRect();
      // Enter and the space bar press as well, but nowhere in particular.
      if (event.detail) move(((event.clientX - left) / width) * WHOLE, ((event.clientY - top) / height) * WHOLE);
      else push(0, 0);
    };
    const key = (event: KeyboardEvent) => {
      const way = ["Left", "Up", "Right", "Down"].indexOf(event.key.slice(5));
      if (way < 0) return;
      event.preventDefault();
      const far = (event.shiftKey ? FAR : STEP) * (way < 2 ? -1 : 1);
      if (way % 2) push(0, far);
      else push(far, 0);
    };

    const src = pictureAddress(picture.src);
    const image = h("img", { src, alt: picture.alt, lang, onerror: () => (list.open = true) });
    const needle = h("i");
    const shot = h("button", { class: "shot", type: "button", "aria-describedby": "keys", onclick: press as EventListener, onkeydown: key as EventListener }, image, needle);
    const rows = regions.map(({ id, text, at }) => {
      const { left, top, width, height } = at;
      const frame = h("u");
      Object.assign(frame.style, { left: `${left / 100}%`, top: `${top / 100}%`, width: `${width / 100}%`, height: `${height / 100}%` });
      shot.append(frame);
      return { id, at, frame, ...option(asked, { text, picture: null }, lang, () => move(left + width / 2, top + height / 2)) };
    });
    const beside = option(asked, { text: own.elsewhere, picture: null }, language, () => {});
    const summary = h("summary", {}, own.list);
    const list = h("details", {}, summary, h("div", { class: "options", role: "group", "aria-labelledby": "ask" }, ...[...rows, beside].map(({ element }) => element)));

    return {
      element: h("div", { class: "pin" }, shot, h("p", { id: "keys", class: "visually-hidden" }, own.keys), list),
      update({ results, solution }, answer, { open, pending }) {
        now = answer?.kind === "pin" ? answer : null;
        // What did not come may come now: the phone was out of reach.
        if (image.complete && !image.naturalWidth) image.src = src;
        set(needle, "hidden", !now);
        if (now) Object.assign(needle.style, { left: `${now.x * 100}%`, top: `${now.y * 100}%` });
        set(shot, "aria-disabled", !open && "true");
        set(summary, "hidden", !open);
        if (!open) list.open = true;
        const figures = results?.figures.shape === "pin" ? results.figures : null;
        const share = (part: Part | undefined) => part && { says: said.percent(part.percent), percent: part.percent };
        rows.forEach(({ id, at, frame, element, update }, index) => {
          const part = figures?.regions[index];
          const right = solution?.kind === "regions" ? solution.right.some((one) => one.id === id) : undefined;
          const picked = !!now && holds(at, now);
          // Of the plain regions only those somebody pointed at: nine bars are a long way to scroll.
          set(element, "hidden", plain && !open && !part?.count && !picked && !right);
          update({ picked, pending, live: open, open, right, share: share(part) });
          set(frame, "hidden", open || (plain && !right));
          set(frame, "data-right", right && "true");
        });
        const part = figures?.elsewhere;
        set(beside.element, "hidden", !part?.count);
        beside.update({ picked: false, pending: false, live: false, open, share: share(part) });
      },
      ready: (answer, { open, drafted }) => (open && (drafted || !answer) ? { send: !!answer, says: answer ? own.move : own.tap } : null),
    };
  },
};
