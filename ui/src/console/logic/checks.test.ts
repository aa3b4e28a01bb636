import { expect, it } from "vitest";
import { checksOf, type CheckId, type VideosStand } from "./checks";
import type { ScreensStand } from "./screens";
import { consoleDeck, consoleView, slideOf } from "./fixtures";

const view = consoleView(consoleDeck([slideOf("cover")]), { slide: 0, step: 0 });
const standing = (id: CheckId, change: Partial<typeof view> = {}, screens: ScreensStand | null = null, quiet = false, videos: VideosStand | null = null) =>
  checksOf({ ...view, ...change }, screens, videos, quiet).find((check) => check.id === id)?.standing;

it("turns green by itself when a screen, a phone, a plug comes", () => {
  expect(standing("screens")).toBeUndefined();
  const stands = (["one", "two", "window", "mirrored"] as const).map((stand) => standing("screens", {}, stand));
  expect(stands).toEqual(["todo", "done", "done", "warn"]);
  const joined = (joined: number) => standing("phone", { stage: { ...view.stage, joined } });
  expect([joined(0), joined(1)]).toEqual(["todo", "done"]);
  const power = (on_battery: boolean, percent: number) => standing("power", { machine: { free_mb: null, power: { on_battery, percent } } });
  expect([power(true, 20), power(true, 90), power(false, 20)]).toEqual(["warn", "todo", "done"]);
  expect(standing("power", { machine: { free_mb: null, power: null } }), "a computer without a battery").toBeUndefined();
  expect([standing("quiet"), standing("quiet", {}, null, true)]).toEqual(["todo", "done"]);
});

it("warns of what goes wrong in front of people", () => {
  const address = (address: string, iface: string, likely: boolean) => standing("network", { addresses: [{ address, interface: iface, likely, chosen: true }] });
  expect([address("192.168.1.20:8080", "wlan0", true), address("10.8.0.2:8080", "tun0", false)]).toEqual(["done", "warn"]);
  expect(standing("network", { addresses: [] })).toBe("warn");
  const free = (free_mb: number) => standing("disk", { machine: { free_mb, power: null } });
  expect([free(200), free(20_000)]).toEqual(["warn", "done"]);
  expect(standing("talk", { notices: [{ type: "talk_mistakes", file: "t.md", mistakes: [{ line: 1, fr: "", en: "" }], more: 0 }] })).toBe("warn");
  const videos = (unplayable: string[] | null) => standing("videos", {}, null, false, { count: 2, unplayable });
  expect([standing("videos"), videos(null), videos([]), videos(["a.mp4"])]).toEqual([undefined, "todo", "done", "warn"]);
  expect(standing("session", { stage: { ...view.stage, rehearsal: true } })).toBe("warn");
});
