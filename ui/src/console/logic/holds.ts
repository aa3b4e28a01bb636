import type { ConsoleView } from "../../protocol/generated";

/** Whether the session holds anything that is kept when it ends: somebody joined, or something was counted by hand. */
export function holdsSomething({ stage, observed, polls }: ConsoleView): boolean {
  return stage.joined > 0 || (observed?.counts.some((count) => count > 0) ?? false) || polls.some(({ hands }) => hands.length > 0);
}
