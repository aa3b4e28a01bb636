import { flushSync } from "svelte";
import { Control } from "../console/control";
import { Desk } from "../console/state/desk.svelte";
import { LiveConsole } from "../console/state/live.svelte";
import type { Platform } from "../platform";
import type { ConsoleDeck, ConsoleView } from "../protocol/generated";

const platform: Platform = { saveSummary: () => Promise.resolve({ kind: "cancelled" }), saveHandout: () => Promise.resolve({ kind: "cancelled" }) };

/** A desk without a server: it shows what it is told to. */
export function deskWith(deck: ConsoleDeck, view: ConsoleView): Desk {
  const control = new Control("secret");
  const live = new LiveConsole(control);
  live.deck = deck;
  live.view = view;
  return new Desk(control, platform, live);
}

/** The server sends another view, a new object as every view is. */
export function sees(desk: Desk, view: ConsoleView): void {
  desk.live.view = structuredClone(view);
  flushSync();
}
