import { consoleDeck, consoleView, slideOf } from "../../console/logic/fixtures";
import type { ConsoleDeck, ConsoleView, JoinView, Language, ResultsView, StagePoll, TimerView } from "../../protocol/generated";
import type { Sample, State } from "./sample";

/** A talk of two slides: the poll, and its results again. */
export function deckOf(sample: Sample, language: Language): ConsoleDeck {
  const { poll } = sample;
  const asks = { ...slideOf("poll"), id: "asks", title: null, steps: sample.solution ? 3 : 2, poll };
  const again = { ...slideOf("results"), id: "again", title: null, results_of: poll };
  const deck = consoleDeck([asks, again]);
  const notes = ["« Prenez votre temps, une minute suffit. » Relire la question à voix haute."];
  return {
    ...deck,
    stage: { ...deck.stage, language },
    slides: [{ notes, minutes: 3, solution: sample.solution ?? null }, { notes, minutes: 1, solution: null }],
  };
}

/** What the server would send in that state. */
export function viewOf(sample: Sample, state: State, deck: ConsoleDeck): ConsoleView {
  const open = state === "empty" || state === "asked" || state === "live";
  const ballots = state === "empty" ? 0 : sample.ballots;
  const results: ResultsView = { ballots, figures: open ? (sample.live ?? sample.figures) : sample.figures };
  const solved = state === "solved" && sample.solution !== undefined;
  const poll: StagePoll = {
    id: sample.poll.id,
    state: open ? "open" : "closed",
    ballots,
    hands: 0,
    timer: null,
    round: 1,
    results: state === "empty" || state === "asked" ? null : results,
    live_from: state === "empty" ? 5 : null,
    solution: solved ? (sample.solution ?? null) : null,
    explain: solved ? (sample.explain ?? null) : null,
    notes: solved ? (sample.notes ?? []) : [],
  };
  const told = { state: poll.state, revealed: !open, answer_shown: solved, ballots, results: state === "empty" ? null : results, queue: sample.queue ?? null };
  const view = consoleView(deck, { slide: state === "results" ? 1 : 0, step: open || state === "results" ? 0 : solved ? 2 : 1 }, told);
  const timer = open ? timerAsked() : null;
  return { ...view, stage: { ...view.stage, here: Math.max(ballots, 12) + 2, joined: ballots + 4, join: JOIN, poll: { ...poll, ...(timer && { timer }) } } };
}

/** `&timer=LEFT/TOTAL` in the address, in seconds: the poll has that time. */
function timerAsked(): TimerView | null {
  const asked = /^(\d+)\/(\d+)$/.exec(new URLSearchParams(location.search).get("timer") ?? "");
  return asked && { left_ms: Number(asked[1]) * 1000, total: Number(asked[2]) };
}

/** A square that looks like a code and carries nothing. */
const JOIN: JoinView = { url: "http://192.168.1.20:7070", short: "192.168.1.20:7070", qr: { size: 25, path: modules(25) } };

function modules(size: number): string {
  let path = "";
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const corner = [x, y].map((at) => (at < 7 ? at : at >= size - 7 ? size - 1 - at : 9)) as [number, number];
      const finder = Math.max(...corner) < 9 && !(x >= 9 && y >= 9);
      const ring = Math.max(Math.abs(corner[0] - 3), Math.abs(corner[1] - 3));
      if (finder ? ring !== 2 : (x * 7 + y * 13 + ((x * y) % 5)) % 3 === 0) path += `M${x} ${y}h1v1h-1z`;
    }
  return path;
}
