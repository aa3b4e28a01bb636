// @vitest-environment jsdom
import { flushSync } from "svelte";
import { expect, test, vi } from "vitest";
import type { SessionEntry } from "../../protocol/generated";
import { deskWith } from "../../testing/desk";
import { shown } from "../../testing/dom";
import OnDesk from "../../testing/OnDesk.svelte";
import { consoleDeck, consoleView, slideOf } from "../logic/fixtures";
import { FORMATS } from "../../platform";
import { words } from "../words";
import Library from "./Library.svelte";

const deck = consoleDeck([slideOf("cover")]);
const entry = (id: string, damaged: boolean): SessionEntry => ({
  ...{ id, title: `Talk ${id}`, started_at: 0, finished: true, rehearsal: false, joined: 3, ballots: 9 },
  damaged,
});

test("a damaged session is listed in words: it can be deleted, and is not offered for export", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify([entry("good", false), entry("bad", true)]))));
  shown(OnDesk, { desk: deskWith(deck, consoleView(deck, { slide: 0, step: 0 })), part: Library });
  await vi.waitFor(() => expect(document.querySelectorAll("li")).toHaveLength(2));
  flushSync();
  const rows = [...document.querySelectorAll("li")];
  const [good, bad] = ["Talk good", "Talk bad"].map((title) => rows.find((row) => row.textContent?.includes(title)));
  const buttons = (row: Element | undefined) => [...(row?.querySelectorAll("button") ?? [])].map((button) => button.textContent?.trim());
  expect(bad?.textContent).toContain(words.library.damagedWhat);
  expect(buttons(bad)).toEqual([words.library.delete]);
  expect(buttons(good)).toEqual([...FORMATS.map((format) => words.export.formats[format].name), words.handout.button, words.library.delete]);
  vi.unstubAllGlobals();
});
