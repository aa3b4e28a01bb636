import type { StageActionId } from "../actions/actions";
import { browser } from "./browser";
import { tauri } from "./tauri";

/** A format of the summary. */
export type SummaryFormat = "pdf" | "csv" | "json";

/** What became of a summary that was to be saved. */
export type Saved =
  | { kind: "saved"; path: string }
  /** A browser saves where it saves. */
  | { kind: "downloaded" }
  | { kind: "cancelled" };

export interface SummaryToSave {
  session: string;
  format: SummaryFormat;
  /** People in the company, when that was stated: the summary then says what the room would say of it. */
  population: number | null;
  /** Fetches the file, with the name the server gives it; the app writes the file itself and does not need it. */
  fetch: () => Promise<{ bytes: Blob; name: string }>;
}

/**
 * What only the desktop app can do, and what a plain browser does instead. This folder is the one place that knows
 * Tauri; what is absent here is absent from the console's buttons and keys.
 */
export interface Platform {
  saveSummary(summary: SummaryToSave): Promise<Saved>;
  /** The slides on the other screen, the console on this one. False when there is one screen only: then the other window comes to the front. */
  swapScreens?(): Promise<boolean>;
  /** How many screens there are that show something of their own. */
  countScreens?(): Promise<number>;
  /** The slides in full screen. */
  presentSlides?(): Promise<void>;
  /** A key was pressed while the window of the slides had the keyboard. */
  pressOnStage?(action: StageActionId | "goto", slide?: number): Promise<void>;
  /** Brings the slides' window back when it is hidden or closed. */
  showStage?(): Promise<void>;
  /** The system's dialog for a talk's file. `null` when the person changes their mind. */
  chooseTalk?(): Promise<string | null>;
  /** The phones' page, in the system's browser. */
  openJoinPage?(): Promise<void>;
}

export const platform: Platform = "__TAURI_INTERNALS__" in globalThis ? tauri : browser;
