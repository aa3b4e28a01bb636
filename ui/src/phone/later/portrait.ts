import { plumageOf } from "../../design/flock";
import { tied } from "../../design/spaces";
import type { Language, MyProfile, MyProfileCard, MyReason, PhoneView } from "../../protocol/generated";
import type { H } from "../dom";
import type { Told } from "../keepsake";
import type { KeptProfile } from "../sync/notebook";
import { bird } from "./birds";
import { egg, halves, hasHatched } from "./egg";
import { step, stepOf } from "./step";
import { words as table } from "./words";

export interface Sitting {
  /** The screen to fill. */
  readonly element: HTMLElement;
  /** Its title, already in place and perhaps focused. */
  readonly title: HTMLElement;
  readonly kept: KeptProfile;
  readonly view: PhoneView | null;
  readonly language: Language;
  readonly load: <Module>(name: string) => Promise<Module>;
}

/** Those that this page has told they cannot be recognised: it moves once, and then just lies there. */
const told = new Set<string>();

/** Fills the profile screen: an egg until it is tapped; then the bird, who it is, what led there, what to do next. */
export function portrait(h: H, sitting: Sitting): void {
  const { element, title, kept, view, language } = sitting;
  const { profile } = kept;
  const words = table[language];
  const isRecognised = profile.classified && !!profile.profiles.length;
  const here = view?.session === kept.session;
  const isEgg = isRecognised && !hasHatched(kept.session);
  // What there is to do with an egg comes before what may come.
  const notice = here && view.finished ? words.thanks : here && !view.poll && !isEgg ? words.next : "";
  if (notice) element.append(h("p", { class: "notice" }, notice));
  if (isEgg) {
    const hatched = () => {
      element.classList.add("arriving", "hatching");
      element.replaceChildren();
      portrait(h, sitting);
      // The button that had the focus is gone; what came out of the egg is read from its name on.
      title.focus({ preventScroll: true });
    };
    element.append(...egg(h, kept.session, title, language, hatched), ...step(h, kept.session, language));
    return;
  }
  const key = JSON.stringify(profile);
  if (!isRecognised && !told.has(key)) element.classList.add("arriving");
  told.add(key);
  const next = step(h, kept.session, language);
  element.append(...(isRecognised ? recognised(h, profile, title, language, next) : [...stillInTheEgg(h, profile, title, language), ...next]));
  if (isRecognised) element.append(toTakeAlong(h, sitting));
  element.append(h("p", { class: "mirror" }, words.mirror));
}

/** Where the button will be that makes a picture of it. It is fetched now, for by the time it is tapped the room may be gone. */
function toTakeAlong(h: H, { element, title, kept, view, language, load }: Sitting): HTMLElement {
  const place = h("div", {});
  const { profile, session } = kept;
  const words = table[language];
  const told = (): Told => ({
    talk: view?.title ?? "",
    above: title.querySelector("small")?.textContent ?? "",
    names: profile.profiles.map(({ name, bird: id }) => ({ name, tone: plumageOf(id).tone })),
    birds: [...element.querySelectorAll<HTMLElement>(".disc")].map((disc) => ({ tone: disc.dataset["bird"] ?? "", image: disc.querySelector("img") })),
    said: profile.portrait ? [`${words.youSaid} ${profile.portrait.name}.`, `${words.answersSay} ${answersOf(profile, words.and)}.`].map(tied) : [],
    step: stepOf(session) && { above: tied(words.step), text: tied(stepOf(session)!.text) },
    mirror: tied(words.mirrorAlone),
  });
  void load<typeof import("../keepsake")>("keepsake").then(({ keepsake }) => place.replaceWith(keepsake(h, told, language)));
  return place;
}

/** What the answers say, in one line. */
function answersOf({ profiles }: KeptProfile["profile"], and: string): string {
  return profiles.map(({ name }) => name).join(` ${and} `);
}

function recognised(h: H, profile: KeptProfile["profile"], title: HTMLElement, language: Language, next: Node[]): Node[] {
  const { profiles, close = [], behind, reasons } = profile;
  const words = table[language];
  const mixed = profiles.length > 1;
  title.replaceChildren(h("small", {}, mixed ? words.youAreMixed : close.length ? words.youAreRather : words.youAre));
  profiles.forEach(({ name, bird: id }, index) => {
    if (index) title.append(h("small", {}, words.and));
    title.append(" ", h("b", { "data-bird": plumageOf(id).tone }, name), " ");
  });
  if (close.length) title.append(h("small", {}, words.aLittle, ...close.flatMap(({ name, bird: id }, index) => [index ? ` ${words.and} ` : " ", h("i", { "data-bird": plumageOf(id).tone }, name)])));
  const discs = profiles.map(({ bird: id }) => h("div", { class: "disc", "data-bird": plumageOf(id).tone }, feathers(h), bird(h, id), halves(h)));
  const hidden = behind ? [h("section", { class: "behind" }, h("h2", {}, words.behind), h("p", {}, words.behindHelp, " ", h("b", {}, behind)))] : [];
  return [
    h("div", { class: "flock", "data-birds": Math.min(profiles.length, 3) }, ...discs),
    title,
    ...(mixed ? [] : profiles.map((card) => h("p", { class: "summary" }, card.summary))),
    ...against(h, profile, language),
    ...next,
    ...profiles.map((card) => (mixed ? oneOfSeveral(h, card) : advice(h, card, h("h2", {}, words.advice)))),
    ...hidden,
    ...why(h, reasons, words.why),
  ];
}

/** What the person thought of themselves, held against what their answers say. */
function against(h: H, profile: KeptProfile["profile"], language: Language): Node[] {
  const { portrait: self, profiles, close = [], behind } = profile;
  if (!self) return [];
  const words = table[language];
  const found = profiles.some(({ id }) => id === self.id);
  const near = self.name === behind || close.some(({ name }) => name === self.name);
  const line = (term: string, said: string) => h("div", {}, h("dt", {}, term), h("dd", {}, said));
  return [
    h(
      "section",
      { class: "why against" },
      h("h2", {}, found ? words.knowYourself : near ? words.notFar : words.otherwise),
      h("dl", {}, line(words.youSaid, self.name), line(words.answersSay, answersOf(profile, words.and))),
    ),
  ];
}

function oneOfSeveral(h: H, card: MyProfileCard): Node {
  return advice(h, card, h("h2", {}, card.name), h("p", {}, card.summary));
}

function advice(h: H, card: MyProfileCard, ...above: Node[]): HTMLElement {
  return h("section", { class: "advice", "data-bird": plumageOf(card.bird).tone }, ...above, h("ol", {}, ...card.advice.map((one) => h("li", {}, one))));
}

function why(h: H, reasons: MyReason[], heading: string): HTMLElement[] {
  if (!reasons.length) return [];
  const pairs = reasons.map(({ ask, answer }) => h("div", {}, h("dt", {}, ask), h("dd", {}, answer)));
  return [h("section", { class: "why" }, h("h2", {}, heading), h("dl", {}, ...pairs))];
}

function stillInTheEgg(h: H, { answered, needed }: Pick<MyProfile, "answered" | "needed">, title: HTMLElement, language: Language): Node[] {
  const words = table[language];
  title.textContent = words.notYet;
  const dots = Array.from({ length: needed }, (_, index) => h("i", { class: index < answered ? "on" : "off" }));
  return [
    h("div", { class: "flock", "data-birds": 1 }, h("div", { class: "disc egg", "data-bird": "curieux" }, h("i", { class: "shell" }))),
    title,
    h("p", { class: "dots", "aria-hidden": "true" }, ...dots),
    h("p", { class: "summary" }, words.answered(answered, needed)),
    h("p", {}, words.notYetHelp),
  ];
}

/** A few feathers that float down when the bird lands. */
function feathers(h: H): HTMLElement {
  return h("div", { class: "feathers", "aria-hidden": "true" }, ...Array.from({ length: 8 }, () => h("i")));
}
