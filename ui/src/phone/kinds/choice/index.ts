import type { Answer, MultipleView, OptionView, QuizView, Solution } from "../../../protocol/generated";
import "./style.css";
import { words as table } from "./words";
import type { Asked, Body, BodyState, PhoneKind } from "../kind";
import { option } from "./option";

/** The kinds that are a set of options: they differ only in what a ballot may name besides, and how many. */
type Name = "single" | "multiple" | "quiz";

/** All that any of them may be set to. */
type Settings = Pick<MultipleView, "options" | "shuffle"> & Partial<MultipleView & QuizView>;

/** The most characters of words of one's own. */
const LONGEST_OTHER = 80;

/** What an answer says; `other` is absent where the person does not want words of their own. */
interface Said {
  readonly ids: readonly string[];
  readonly other?: string | undefined;
  readonly noOpinion?: boolean;
}

function said(answer: Answer | null): Said {
  if (answer?.kind === "choice") return { ids: [answer.choice] };
  if (answer?.kind === "choices") return { ids: answer.choices, other: answer.other };
  if (answer?.kind === "other") return { ids: [], other: answer.other };
  return { ids: [], noOpinion: answer?.kind === "no_opinion" };
}

function draw(asked: Asked<Name>): Body {
  const { h, say, set, lang, vote } = asked;
  const words = table[asked.language];
  const question: Settings = asked.question;
  const several = asked.question.kind === "multiple" || !!question.several;
  const { min = 1, max = several ? question.options.length : 1 } = question;
  const limited = max < question.options.length + (question.other ? 1 : 0);

  let answer: Answer | null = null;
  let state: BodyState;
  let mine: Said = { ids: [] };
  const named = ({ ids, other }: Said) => ids.length + (other === undefined ? 0 : 1);

  function choose(next: Said): void {
    if (named(next) > max) return;
    const { ids, other } = next;
    const choices: Answer = { kind: "choices", choices: [...ids], ...(other !== undefined && { other }) };
    asked.draft(named(next) || state.sent ? choices : null);
  }
  function tapped(id: string): void {
    navigator.vibrate?.(8);
    if (!several) return vote({ kind: "choice", choice: id });
    const { ids, other } = mine;
    choose({ ids: ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id], other });
  }
  function write(other: string): void {
    if (several) choose({ ids: mine.ids, other });
    else asked.draft({ kind: "other", other });
  }
  function tappedOther(): void {
    if (mine.other === undefined) write("");
    else if (several) choose({ ids: mine.ids });
    field.focus();
  }
  function tappedNoOpinion(): void {
    if (!several) vote({ kind: "no_opinion" });
    else if (mine.noOpinion) choose({ ids: [] });
    else asked.draft({ kind: "no_opinion" });
  }
  function onsubmit(event: Event): void {
    event.preventDefault();
    if (answer && ready(answer)?.send) vote(answer);
  }

  const draws = (view: Omit<OptionView, "id">, tap: () => void, language?: string) => option(asked, view, language, tap);
  const own = (text: string, tap: () => void) => draws({ text, picture: null }, tap);
  const options = question.options.map((one) => ({ id: one.id, ...draws(one, () => tapped(one.id), lang) }));
  const other = question.other ? own(words.other, tappedOther) : null;
  const noOpinion = question.no_opinion ? own(words.noOpinion, tappedNoOpinion) : null;
  const field = h("input", {
    class: "field",
    type: "text",
    "aria-label": words.write,
    placeholder: words.write,
    maxlength: LONGEST_OTHER,
    autocomplete: "off",
    enterkeyhint: "send",
    oninput: () => write(field.value),
  });
  const form = h("form", { onsubmit }, field);
  const element = h("div", { class: "options", role: "group", "aria-labelledby": "ask", "data-many": several, "data-pictures": question.options.some((one) => one.picture) });
  element.append(...(question.shuffle ? asked.shuffled(options) : options).map((one) => one.element));
  if (other) element.append(other.element, form);
  if (noOpinion) element.append(noOpinion.element);
  set(noOpinion?.element ?? element, "data-apart", !!noOpinion);

  const sureness = [true, false].map((sure) =>
    h("button", { class: "send", type: "button", onclick: () => (answer?.kind === "choice" || answer?.kind === "choices") && vote({ ...answer, sure }) }, sure ? words.sure : words.unsure),
  );
  const foot = h("div", { class: "sure", role: "group", "aria-labelledby": "sure" }, h("span", { id: "sure" }, words.areYouSure), ...sureness);

  function ready(shown: Answer | null): ReturnType<NonNullable<Body["ready"]>> {
    const { noOpinion: none, other: typed, ...rest } = said(shown);
    const count = named({ ...rest, other: typed });
    const blank = typed !== undefined && !typed.trim();
    if (!several) return state.drafted && typed !== undefined ? { send: !blank, says: blank ? words.write : "" } : null;
    return { send: !!none || (count >= min && !blank), says: none ? "" : blank ? words.write : room(count), count };
  }

  /** Says how many options may or must still be ticked. */
  function room(count: number): string {
    if (!count && min > 1) return min === max ? words.exactly(min) : limited ? words.between(min, max) : words.atLeast(min);
    if (count < min && min > 1) return words.more(min - count);
    if (!limited) return words.several;
    if (!count) return words.atMost(max);
    return count < max ? words.left(max - count) : words.full;
  }

  function update({ results, solution }: Asked["poll"], shown: Answer | null, at: BodyState): void {
    answer = shown;
    state = at;
    const { open, pending } = state;
    const all = said(shown);
    mine = { ...all, ids: all.ids.filter((id) => options.some((one) => one.id === id)) };
    const full = several && limited && named(mine) >= max;
    const figures = results?.figures.shape === "choice" ? results.figures : undefined;
    const rights = solution?.kind === "options" ? solution.right : undefined;
    const share = (percent: number | undefined) => (percent === undefined ? undefined : { says: asked.words.percent(percent), percent });

    for (const one of options) {
      const picked = mine.ids.includes(one.id);
      const percent = figures?.bars.find((bar) => bar.id === one.id)?.percent;
      const right = rights?.includes(one.id);
      one.update({ picked, pending, open, live: open && (picked || !full), right, share: share(percent) });
    }
    const writes = mine.other !== undefined;
    other?.update({ picked: writes, pending, open, live: open && (writes || !full), share: share(figures?.other?.percent) });
    if (other) say(other.label, (!open && mine.other) || words.other);
    set(form, "hidden", !writes || !open);
    if (writes && field.value !== mine.other) field.value = mine.other ?? "";
    const without = figures?.no_opinion ?? 0;
    noOpinion?.update({ picked: !!mine.noOpinion, pending, open, live: open, share: without ? { says: words.ballots(without) } : undefined });
    const sure = shown && "sure" in shown ? shown.sure : undefined;
    set(foot, "hidden", !open || state.drafted || !shown);
    sureness.forEach((button, index) => set(button, "aria-pressed", `${sure === !index}`));
  }

  return { element, ...(question.confidence && { foot }), update, ...((several || other) && { ready }) };
}

/** A quiz that takes one answer may have several right ones; one that takes several wants all of them. */
function isRight(solution: Solution, answer: Answer): boolean {
  const { ids } = said(answer);
  const { right } = solution as Extract<Solution, { kind: "options" }>;
  return (answer.kind === "choice" || right.length === ids.length) && ids.every((id) => right.includes(id));
}

export const kind: PhoneKind<Name> = { draw, isRight };
