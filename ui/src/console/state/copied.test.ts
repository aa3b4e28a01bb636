// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import { NOTHING_STATED } from "../../platform";
import { Control } from "../control";
import { canCopy, copy, linesOf } from "./copied";

const line = (name: string, percent: number) => `${name}: ${percent}%`;

afterEach(() => vi.unstubAllGlobals());

test("a room is told in a line for each profile, and one without profiles by its talk", () => {
  const profiles = [
    { name: "A", percent: 60 },
    { name: "B", percent: 40 },
  ];
  expect(linesOf({ title: "Talk", breakdown: { profiles } }, line)).toBe("Talk\nA: 60%\nB: 40%");
  expect(linesOf({ title: "Talk", breakdown: { profiles: null } }, line)).toBe("Talk");
  expect(linesOf({ title: "Talk", breakdown: null }, line)).toBe("Talk");
});

test("picture and words are on the clipboard together, as the server made them", async () => {
  const written: Record<string, Promise<Blob>>[] = [];
  class Item {
    constructor(readonly parts: Record<string, Promise<Blob>>) {
      written.push(parts);
    }
  }
  vi.stubGlobal("ClipboardItem", Item);
  vi.stubGlobal("navigator", { clipboard: { write: ([item]: Item[]) => Promise.all(Object.values(item?.parts ?? {})).then(() => undefined) } });
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return Promise.resolve(url.includes(".png") ? new Response("picture") : new Response(JSON.stringify({ title: "Talk", breakdown: null })));
  });
  expect(canCopy()).toBe(true);
  await copy(new Control("secret"), "s", { ...NOTHING_STATED, language: "en" }, (told) => linesOf(told, line));
  expect(await (await written[0]?.["image/png"])?.text()).toBe("picture");
  expect(await (await written[0]?.["text/plain"])?.text()).toBe("Talk");
  expect(asked.every((url) => url.endsWith("?lang=en")), asked.join()).toBe(true);
});
