import type { Answer, PhonePoll } from "../../../protocol/generated";
import type { Asked, Body, BodyState, PhoneKind } from "../kind";
import "./style.css";
import { words as table } from "./words";

const wordsOf = (answer: Answer | null) => (answer?.kind === "blanks" ? answer.words : []);

/**
 * The sentence, each gap of which is a native list of its words; and under it the words of the next empty gap, or all of them
 * where there is one bank: a tap puts a word there, another takes it back. While a gap is empty its word is "".
 */
function draw({ h, say, set, question, lang, language, words, shuffled, draft, tell }: Asked<"blanks">): Body {
  const said = table[language];
  const { parts, once } = question;
  const bank = shuffled(question.words);
  const textOf = (id: string | undefined) => bank.find((word) => word.id === id)?.text ?? "";
  let mine: string[] = [];
  let state: BodyState | undefined;

  function put(gap: number, id: string): void {
    const next = question.gaps.map((_, index) => (index === gap ? id : once && id && mine[index] === id ? "" : (mine[index] ?? "")));
    draft(next.some(Boolean) || state?.sent ? { kind: "blanks", words: next } : null);
    tell(`${said.gap(gap + 1)} : ${textOf(id) || said.empty}`);
  }
  const nextGap = () => question.gaps.findIndex((_, gap) => !mine[gap]);

  const gaps = question.gaps.map((takes, gap) => {
    const label = `${gap + 1}`;
    const missed = h("s", {});
    const word = h("span", {});
    const percent = h("small", {});
    const aside = h("span", { class: "visually-hidden" });
    const list = h("select", { "aria-label": said.gap(gap + 1), onchange: () => put(gap, list.value) }, h("option", { value: "" }, "…"));
    list.append(...bank.filter(({ id }) => takes.includes(id)).map(({ id, text }) => h("option", { value: id }, text)));
    const element = h("span", { class: "gap" }, missed, word, aside, percent, list);
    return {
      element,
      list,
      update({ results, solution }: PhonePoll, { open, pending }: BodyState) {
        const right = solution?.kind === "words" ? solution.right[gap] : undefined;
        const shown = right ?? mine[gap];
        const figures = results?.figures.shape === "blanks" ? results.figures.gaps[gap]?.words : undefined;
        const share = open ? undefined : figures?.find(({ id }) => id === shown)?.percent;
        set(element, "data-filled", !!shown);
        set(element, "data-pending", pending);
        set(element, "data-right", right && `${right === mine[gap]}`);
        say(missed, right && mine[gap] && right !== mine[gap] ? textOf(mine[gap]) : "");
        say(word, textOf(shown) || label);
        say(aside, right ? ` (${words.isRight})` : "");
        say(percent, share === undefined ? "" : words.percent(share));
        set(list, "hidden", !open);
        list.value = mine[gap] ?? "";
      },
    };
  });

  const sentence = h("p", { class: "sentence", lang });
  let before = parts[0]!;
  gaps.forEach(({ element }, index) => {
    // A full stop stays on the line of its gap.
    const [, stop, after] = /^(\S*)(.*)$/s.exec(parts[index + 1]!)!;
    sentence.append(before, h("span", { class: "tied" }, element, stop!));
    before = after!;
  });
  sentence.append(before);
  const chips = bank.map(({ id, text }) => ({
    id,
    element: h("button", { class: "chip", type: "button", lang, onclick: () => {
      const at = mine.indexOf(id);
      if (once && at >= 0) put(at, "");
      else if (nextGap() >= 0) put(nextGap(), id);
      keepFocus();
    } }, text),
  }));
  /** A word that was pressed goes with its gap's words; whoever has only keys is led to those of the next gap, or else to the last one's list. */
  function keepFocus(): void {
    if (document.activeElement && document.activeElement !== document.body && !document.activeElement.closest("[hidden]")) return;
    const next = choice.hidden ? undefined : chips.find((chip) => !chip.element.hidden);
    (next?.element ?? gaps.at(-1)!.list).focus({ preventScroll: true });
  }
  const choice = h("div", { class: "bank", role: "group" }, ...chips.map((chip) => chip.element));

  const notes = h("p", { class: "hint remarks", lang });

  return {
    element: h("div", { class: "options" }, sentence, notes, choice),
    update(poll, answer, now) {
      mine = wordsOf(answer);
      state = now;
      const told = poll.solution?.kind === "words" ? (poll.solution.notes ?? []) : [];
      say(notes, told.map((note, gap) => note && `${gap + 1}. ${note}`).filter(Boolean).join("\n"));
      for (const gap of gaps) gap.update(poll, now);
      const gap = nextGap();
      set(choice, "aria-label", said.gap(gap + 1));
      set(choice, "hidden", !now.open || (!once && gap < 0));
      for (const { id, element } of chips) {
        const used = once && mine.includes(id);
        set(element, "hidden", !once && !question.gaps[gap]?.includes(id));
        set(element, "aria-pressed", once && `${used}`);
        set(element, "aria-disabled", gap < 0 && !used && "true");
      }
    },
    ready(answer) {
      const filled = wordsOf(answer).filter(Boolean).length;
      const missing = question.gaps.length - filled;
      return { send: !missing, says: !missing ? (once ? said.done : said.change) : filled ? said.left(missing) : said.start };
    },
  };
}

export const kind: PhoneKind<"blanks"> = {
  draw,
  isRight: (solution, answer) => solution.kind === "words" && `${solution.right}` === `${wordsOf(answer)}`,
};
