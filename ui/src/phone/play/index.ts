/**
 * This phone's game: the nickname that was drawn for it, its points and its rank. What it has is asked for whenever the view says
 * that there is something new; each phone waits a little of its own, since all of a room hear it at the same moment.
 */
import "./style.css";
import type { MyPlay, MyView } from "../../protocol/generated";
import type { Beside } from "../channels";
import { fetched } from "../channels/send";
import { words as table } from "./words";

/** A whole room asks at once: spread out over this long. */
const SPREAD_MS = 400;
/** After an answer that did not come. */
const AGAIN_MS = 3_000;

let draw: (() => void) | undefined;

/** Draws the game as it stands now; the first time it makes its line. */
export function play(beside: Beside): void {
  (draw ??= line(beside))();
}

function line({ h, say, set, language, token, view, tell }: Beside): () => void {
  const words = table[language];
  const name = h("b");
  const who = h("span", {}, `${words.you} `, name);
  const gain = h("b", { class: "gain" });
  const points = h("span");
  const rank = h("span");
  const quick = h("p", { class: "quick" });
  const row = h("aside", { class: "play", "aria-label": words.bar, hidden: true }, h("p", { class: "game" }, who, gain, points, rank), quick);
  document.querySelector("header")?.append(row);
  /** Whose game it is, and how far it had come when it was asked for. */
  let asked = "";
  let mine: MyPlay | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(key: string): Promise<void> {
    const got = await fetched<MyView>(token(), "/api/me");
    if (asked !== key) return;
    if (!got) {
      timer = setTimeout(ask, AGAIN_MS, key);
      return;
    }
    const before = mine?.points;
    mine = got.play ?? null;
    show();
    if (mine?.points && mine.points !== before) tell([words.points(mine.points), mine.rank ? words.rank(mine.rank, mine.players) : ""].filter(Boolean).join(", "));
  }

  function show(): void {
    const now = view();
    const speedy = now?.poll?.speed && now.poll.state === "open" ? words.quick : "";
    say(name, mine?.nickname ?? "");
    set(who, "hidden", !mine?.nickname);
    set(name, "lang", now?.language);
    say(gain, mine?.gain ? words.gain(mine.gain) : "");
    say(points, mine && mine.points !== null ? words.points(mine.points) : "");
    say(rank, mine?.rank && mine.points ? words.rank(mine.rank, mine.players) : "");
    say(quick, speedy);
    set(row, "hidden", !now || now.finished || !(speedy || mine?.nickname || mine?.points));
  }

  return () => {
    const now = view();
    const key = now?.play ? `${now.session} ${now.play}` : "";
    if (key !== asked) {
      if (asked.split(" ")[0] !== key.split(" ")[0]) mine = null;
      asked = key;
      clearTimeout(timer);
      if (key) timer = setTimeout(ask, Math.random() * SPREAD_MS, key);
    }
    show();
  };
}
