import "./style.css";
import type { Answer, MultipleView, OptionView, PhonePoll, QuizView, Solution } from "../../../protocol/generated";
import type { Asked, Body, BodyState, PhoneKind, Ready } from "../kind";
import { option } from "./option";
import { ownWords } from "./own-words";
import { room, type Room } from "./room";
import { named, said, type Said } from "./said";
import { sureness } from "./sureness";
import { words as table } from "./words";

/** The kinds that are a set of options: they differ only in what a ballot may name besides, and how many. */
type Name = "single" | "multiple" | "quiz";

/** All that any of them may be set to. */
type Settings = Pick<MultipleView, "options" | "shuffle"> & Partial<MultipleView & QuizView>;

function draw(asked: Asked<Name>): Body {
  const words = table[asked.language];
  const question: Settings = asked.question;
  const several = asked.question.kind === "multiple" || !!question.several;
  const all = question.options.length + (question.other ? 1 : 0);
  const limits: Room = { min: question.min ?? 1, max: question.max ?? (several ? all : 1), all };

  let answer: Answer | null = null;
  let state: BodyState;
  let mine: Said = { ids: [] };

  /** Keeps this as the draft; nothing at all is no draft, unless it takes the place of an answer. */
  function tick(next: Said): void {
    if (named(next) > limits.max) return;
    const choices: Answer = { kind: "choices", choices: [...next.ids], ...(next.other !== undefined && { other: next.other }) };
    asked.draft(named(next) || state.sent ? choices : null);
  }
  function tapped(id: string): void {
    navigator.vibrate?.(8);
    const { ids, other } = mine;
    if (!several) asked.vote({ kind: "choice", choice: id });
    else tick({ ids: ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id], other });
  }
  function typed(other: string): void {
    if (several) tick({ ids: mine.ids, other });
    else asked.draft({ kind: "other", other });
  }
  function tappedOther(): void {
    if (mine.other === undefined) typed("");
    else if (several) tick({ ids: mine.ids });
    field.focus();
  }
  function tappedNoOpinion(): void {
    if (!several) asked.vote({ kind: "no_opinion" });
    else if (mine.noOpinion) tick({ ids: [] });
    else asked.draft({ kind: "no_opinion" });
  }

  const field = ownWords(asked, typed, () => answer && ready(answer)?.send && asked.vote(answer));
  const sure = question.confidence ? sureness(asked) : null;
  const role = several ? undefined : "radio" as const;
  const own = (text: string, tap: () => void) => {
    const drawn = option(asked, { text, picture: null }, undefined, tap, role);
    asked.set(drawn.element, "data-own", true);
    return drawn;
  };
  const options = question.options.map((one: OptionView) => ({ id: one.id, ...option(asked, one, asked.lang, () => tapped(one.id), role) }));
  const other = question.other ? own(words.other, tappedOther) : null;
  const noOpinion = question.no_opinion ? own(words.noOpinion, tappedNoOpinion) : null;
  const element = asked.h(
    "div",
    { class: "options", role: role ? "radiogroup" : "group", "aria-labelledby": "ask", "data-many": several, "data-pictures": question.options.some((one) => one.picture) },
    ...(question.shuffle ? asked.shuffled(options) : options).map((one) => one.element),
    ...(other ? [other.element, field.element] : []),
    ...(noOpinion ? [noOpinion.element] : []),
  );

  function ready(shown: Answer | null): Ready | null {
    const now = said(shown);
    const blank = now.other !== undefined && !now.other.trim();
    const count = named(now);
    if (!several) return state.drafted && now.other !== undefined ? { send: !blank, says: blank ? words.write : "" } : null;
    const says = now.noOpinion ? "" : blank ? words.write : room(limits, count, words);
    return { send: !!now.noOpinion || (count >= limits.min && !blank), says, count };
  }

  function update({ results, solution }: PhonePoll, shown: Answer | null, at: BodyState): void {
    answer = shown;
    state = at;
    const { open, pending } = at;
    const { ids, ...rest } = said(shown);
    mine = { ids: ids.filter((id) => options.some((one) => one.id === id)), ...rest };
    const full = several && limits.max < all && named(mine) >= limits.max;
    const figures = results?.figures.shape === "choice" ? results.figures : undefined;
    const right = solution?.kind === "options" ? solution.right : undefined;
    const share = (percent: number | undefined) => (percent === undefined ? undefined : { says: asked.words.percent(percent), percent });

    for (const one of options) {
      const picked = mine.ids.includes(one.id);
      const bar = figures?.bars.find(({ id }) => id === one.id);
      one.update({ picked, pending, open, live: open && (picked || !full), right: right?.includes(one.id), share: share(bar?.percent) });
    }
    const writes = mine.other !== undefined;
    other?.update({ picked: writes, pending, open, live: open && (writes || !full), share: share(figures?.other?.percent) });
    if (other) asked.say(other.label, (!open && mine.other) || words.other);
    field.show(open ? mine.other : undefined);
    const without = figures?.no_opinion ?? 0;
    noOpinion?.update({ picked: !!mine.noOpinion, pending, open, live: open, share: without ? { says: words.ballots(without) } : undefined });
    // The tab key stops once at radio buttons, at the one that is picked.
    const stop = element.querySelector("[aria-checked=true]") ?? element.firstChild;
    if (role) for (const radio of element.querySelectorAll<HTMLElement>("[role]")) radio.tabIndex = radio === stop ? 0 : -1;
    sure?.update(shown, at);
  }

  return { element, ...(sure && { foot: sure.element }), update, ...((several || other) && { ready }) };
}

/** A quiz that takes one answer may have several right ones; one that takes several wants all of them. */
function isRight(solution: Solution, answer: Answer): boolean {
  const { ids } = said(answer);
  const { right } = solution as Extract<Solution, { kind: "options" }>;
  return (answer.kind === "choice" || right.length === ids.length) && ids.every((id) => right.includes(id));
}

export const kind: PhoneKind<Name> = { draw, isRight };
