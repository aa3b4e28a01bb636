import type { Control } from "../control";
import type { SummaryStated } from "../../platform";

/** Whether this page may put a picture where others can paste it. */
export const canCopy = (): boolean => "ClipboardItem" in globalThis && navigator.clipboard !== undefined;

interface Told {
  title: string;
  breakdown: { profiles: { name: string; percent: number }[] | null } | null;
}

/** The room in a few lines: the talk, and a line for each profile that is shown. */
export function linesOf({ title, breakdown }: Told, line: (name: string, percent: number) => string): string {
  const profiles = breakdown?.profiles ?? [];
  return [title, ...profiles.map((profile) => line(profile.name, profile.percent))].join("\n");
}

/** Copies a session's picture, and the room in words for whatever takes no pictures. Both are fetched meanwhile: who waits for them first is no longer whom the person asked. */
export async function copy(control: Control, session: string, stated: SummaryStated, say: (told: Told) => string): Promise<void> {
  const picture = control.summary(session, "png", stated).then(({ bytes }) => bytes);
  const words = control.summary(session, "json", stated).then(async ({ bytes }) => new Blob([say(JSON.parse(await bytes.text()) as Told)], { type: "text/plain" }));
  await navigator.clipboard.write([new ClipboardItem({ "image/png": picture, "text/plain": words })]);
}
