import type { ActionId, StageActionId } from "../actions/actions";
import type { Language } from "../design/language";
import { browser } from "./browser";
import { tauri } from "./tauri";

/** The formats of a summary, the most useful to a person first. */
export const FORMATS = ["pdf", "xlsx", "html", "md", "png", "csv", "json", "zip"] as const;

/** A format of the summary. */
export type SummaryFormat = (typeof FORMATS)[number];

/** What became of a summary that was to be saved. */
export type Saved =
  | { kind: "saved"; path: string }
  /** A browser saves where it saves. */
  | { kind: "downloaded" }
  | { kind: "cancelled" };

/** What is stated when a summary is asked for. */
export interface SummaryStated {
  /** People in the company, when that was stated: the summary then says what the room would say of it. */
  population: number | null;
  /** The language that the file speaks; that of the talk where it is null. */
  language: Language | null;
}

/** Nothing is. */
export const NOTHING_STATED: SummaryStated = { population: null, language: null };

export interface SummaryToSave {
  session: string;
  format: SummaryFormat;
  stated: SummaryStated;
  /** Fetches the file, with the name the server gives it; the app writes the file itself and does not need it. */
  fetch: () => Promise<{ bytes: Blob; name: string }>;
}

/** A screen of this computer. */
export interface ScreenFacts {
  /** How the system calls it. */
  name: string;
  /** In pixels, as the system arranges the screens. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Whether the system calls it the first. */
  primary: boolean;
  /** Whether the slides are on it. */
  stage: boolean;
  /** Whether the console is on it. */
  console: boolean;
  /** The screen that it shows the same as. */
  mirrors: string | null;
}

/** Where the presenter wants the slides. */
export type StageChoice =
  /** On the projector, whichever screen that is. */
  | { kind: "automatic" }
  /** In a window, to be shared in a call. */
  | { kind: "window" }
  | { kind: "screen"; name: string };

/** The screens and what was chosen. */
export interface Screens {
  screens: ScreenFacts[];
  choice: StageChoice;
}

/** An item of the native menu. */
export interface MenuItem {
  action: ActionId;
  /** What it does now. */
  name: string;
  /** Its key, as people call it. */
  key: string | null;
  enabled: boolean;
}

export interface MenuGroup {
  name: string;
  items: MenuItem[];
}

/** What a page of the handout is: a slide, or a step of one. */
export type HandoutPages = "slides" | "steps";

/** What of a talk goes onto paper. */
export interface HandoutOptions {
  pages: HandoutPages;
  /** With the speaker's notes under each slide. */
  notes: boolean;
}

export interface HandoutToSave {
  /** A session's talk with what its room answered, or a talk by itself. */
  subject: { session: string } | { talk: string };
  options: HandoutOptions;
  /** As for a summary. */
  fetch: () => Promise<{ bytes: Blob; name: string }>;
}

/**
 * What only the desktop app can do, and what a plain browser does instead. This folder is the one place that knows
 * Tauri; what is absent here is absent from the console's buttons and keys.
 */
export interface Platform {
  saveSummary(summary: SummaryToSave): Promise<Saved>;
  saveHandout(handout: HandoutToSave): Promise<Saved>;
  /** The slides on the other screen, the console on this one. False when the slides are in a window: then the other window comes to the front. */
  swapScreens?(): Promise<boolean>;
  listScreens?(): Promise<Screens>;
  /** The slides go there; a screen is remembered by its name. */
  chooseStage?(choice: StageChoice): Promise<void>;
  /** The slides in full screen. */
  presentSlides?(): Promise<void>;
  /** A key was pressed while the window of the slides had the keyboard. */
  pressOnStage?(action: StageActionId | "goto", slide?: number): Promise<void>;
  /** The first slide can be seen. */
  stageDrawn?(): void;
  /** Brings the slides' window back when it is hidden or closed. */
  showStage?(): Promise<void>;
  /** The native menu of this window as it is now. What is chosen in it is told until the next call. */
  showMenu?(menu: MenuGroup[], onChosen: (action: string) => void): Promise<void>;
  /** The system's dialog for a talk's file. `null` when the person changes their mind. */
  chooseTalk?(): Promise<string | null>;
  /** The phones' page, in the system's browser. */
  openJoinPage?(): Promise<void>;
}

export const platform: Platform = "__TAURI_INTERNALS__" in globalThis ? tauri : browser;
