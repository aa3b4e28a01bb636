import type { Answer, KindName, Language, PhonePoll, QuestionView, Solution } from "../../protocol/generated";
import type { Dom } from "../dom";
import type { Words } from "../words";

type Questions = { [Question in QuestionView as Question["kind"]]: Question };

/** The settings of a question of this kind. */
export type QuestionOf<Name extends KindName> = Questions[Name];

/**
 * What draws one kind of question. A kind is a module of its own, `kinds/<kind>/index.ts`, that says
 * `export const kind: PhoneKind<"scale"> = { … }`, exports nothing else and imports its own `./style.css`. What it needs
 * of the page comes with `Asked`, for the page is no module that could be imported at run time; what else a kind
 * imports (`../count`, a file shared with another kind) is copied into it, so that is to be small. The page and any one
 * kind fit one round trip, which the build checks: a kind has about 1,500 bytes, compressed.
 *
 * Its style may use every design token, and a kind may use what the page's style has: `options` and `option` with
 * `mark`, `words`, `percent` and `track` in it (kinds/choice/option.ts shows how), `field` for text, `send` for a button,
 * `hint` for small words, `visually-hidden`.
 */
export interface PhoneKind<Name extends KindName = KindName> {
  draw(asked: Asked<Name>): Body;
  /** Whether an answer is the right one; left out where there is no right or wrong. */
  isRight?(solution: Solution, answer: Answer): boolean;
}

/** What is asked, and what a person's taps do. */
export interface Asked<Name extends KindName = KindName> extends Dom {
  readonly poll: PhonePoll;
  /** The kind's settings; they stay the same as long as the question is drawn. */
  readonly question: QuestionOf<Name>;
  /** The talk's language, to be set as `lang` on elements that show what the author wrote. */
  readonly lang: string;
  /** The phone's language, in which the page speaks: `words`, and the kind's own words. */
  readonly language: Language;
  readonly words: Words;
  /** These in an order of this phone's own: another on each phone, the same after a reload. */
  shuffled<Item extends { readonly id: string }>(items: readonly Item[]): Item[];
  /**
   * Keeps an answer that is not sent yet; `null` forgets it. It need not be whole: the dock's button sends it once
   * `ready` says so. The body is updated at once. On a closed poll neither this nor `vote` does anything.
   */
  draft(answer: Answer | null): void;
  /** Votes at once, and forgets the draft. */
  vote(answer: Answer): void;
  /** Says something aloud to a screen reader that the eye sees elsewhere, such as where an option is now. */
  tell(text: string): void;
}

/** What the body shows an answer as. */
export interface BodyState {
  /** Whether the poll takes answers. */
  readonly open: boolean;
  /** Whether the answer shown is on its way. */
  readonly pending: boolean;
  /** Whether the answer shown is a draft. */
  readonly drafted: boolean;
  /** Whether an answer was sent before: what a draft falls back to when it is forgotten. */
  readonly sent: boolean;
}

/** How far a draft has come. */
export interface Ready {
  /** Whether it may be sent as it is. */
  readonly send: boolean;
  /** What is said of it in the dock, such as "encore 2"; also before anything is answered. */
  readonly says: string;
  /** How many things it names, where the button is to say so: « Valider (2) ». */
  readonly count?: number;
}

/** What stands between the question's title and the dock. */
export interface Body {
  /** Goes under the title, which has the id `ask`: name groups by `aria-labelledby="ask"`. */
  readonly element: HTMLElement;
  /** Goes into the dock, which is always in sight, above its button. */
  readonly foot?: HTMLElement;
  /**
   * Draws anew, in place: what has the focus keeps it, and a field that says the same is not touched. `answer` is what
   * to show as the person's: while the poll is open the draft, else what was sent last, else what counts. It may come
   * from another tab of this phone.
   */
  update(poll: PhonePoll, answer: Answer | null, state: BodyState): void;
  /**
   * For kinds that collect before sending: whether what is shown may be sent, and what to say of it. `null` where there
   * is nothing to send by the button now. Left out: a tap is a vote.
   */
  ready?(answer: Answer | null, state: BodyState): Ready | null;
}
