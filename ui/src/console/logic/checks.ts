import type { ConsoleView } from "../../protocol/generated";
import { reasonOf, type AddressReason } from "./address";
import type { ScreensStand } from "./screens";

/** What the presenter looks over before the talk. */
export type CheckId = "screens" | "network" | "phone" | "talk" | "videos" | "disk" | "power" | "quiet" | "session";

/** `done` turns by itself; `todo` waits for the presenter; `warn` may go wrong in front of people. */
export type Standing = "done" | "todo" | "warn";

export type Check =
  | { id: "screens"; standing: Standing; stand: ScreensStand }
  | { id: "network"; standing: Standing; address: string | null; name: string; reason: AddressReason | null }
  | { id: "phone"; standing: Standing; joined: number }
  | { id: "talk"; standing: Standing; mistakes: number }
  | { id: "videos"; standing: Standing; count: number; unplayable: string[] | null }
  | { id: "disk"; standing: Standing; freeMb: number }
  | { id: "power"; standing: Standing; onBattery: boolean; percent: number }
  | { id: "quiet"; standing: Standing }
  | { id: "session"; standing: Standing; rehearsal: boolean };

/** How the talk's videos do on this computer: how many there are, and which do not play; `null` while one is still tried. */
export interface VideosStand {
  count: number;
  unplayable: string[] | null;
}

/** A session of a thousand phones takes some ten megabytes; the rest is for the system itself. */
const ENOUGH_MB = 500;
/** A talk of an hour, with the projector. */
const ENOUGH_PERCENT = 60;

const SCREENS: Record<ScreensStand, Standing> = { two: "done", window: "done", one: "todo", mirrored: "warn" };

/** The checks as they stand. `screens` is `null` where nobody can tell, `videos` where there is none, `quiet` what the presenter has ticked. */
export function checksOf(view: ConsoleView, screens: ScreensStand | null, videos: VideosStand | null, quiet: boolean): Check[] {
  const { stage, machine } = view;
  const chosen = view.addresses.find((address) => address.chosen);
  const reason = chosen ? reasonOf(chosen) : null;
  const faulty = view.notices.find((notice) => notice.type === "talk_mistakes");
  const mistakes = faulty ? faulty.mistakes.length + faulty.more : 0;
  const checks: Check[] = [];
  if (screens !== null) checks.push({ id: "screens", standing: SCREENS[screens], stand: screens });
  checks.push({
    id: "network",
    standing: reason === "room" ? "done" : "warn",
    address: chosen?.address ?? null,
    name: chosen?.interface ?? "",
    reason,
  });
  checks.push({ id: "phone", standing: stage.joined > 0 ? "done" : "todo", joined: stage.joined });
  checks.push({ id: "talk", standing: mistakes ? "warn" : "done", mistakes });
  if (videos) checks.push({ id: "videos", standing: videos.unplayable === null ? "todo" : videos.unplayable.length ? "warn" : "done", ...videos });
  if (machine.free_mb !== null) checks.push({ id: "disk", standing: machine.free_mb < ENOUGH_MB ? "warn" : "done", freeMb: machine.free_mb });
  if (machine.power) {
    const { on_battery: onBattery, percent } = machine.power;
    checks.push({ id: "power", standing: onBattery ? (percent < ENOUGH_PERCENT ? "warn" : "todo") : "done", onBattery, percent });
  }
  checks.push({ id: "quiet", standing: quiet ? "done" : "todo" });
  checks.push({ id: "session", standing: stage.rehearsal ? "warn" : "done", rehearsal: stage.rehearsal });
  return checks;
}
