import type { ConsoleView, StageView } from "../../protocol/generated";

/** Where the talk is, without what the presenter keeps from the room: as the server leaves it out. */
export function withoutHidden({ stage, screen }: ConsoleView): StageView {
  if (!screen.results_hidden) return stage;
  const poll = stage.poll && { ...stage.poll, results: null, live_from: null, solution: null, explain: null, notes: [] };
  return { ...stage, poll, breakdown: null, board: null, change: null, favourites: [] };
}

/** Whether the room sees nothing of what has been answered here, whatever the slide would show. */
export function hidesResults({ stage, screen }: ConsoleView): boolean {
  return screen.results_hidden || screen.blank !== null || (screen.frozen && screen.slide !== stage.slide);
}
