import { expect, it } from "vitest";
import { ago } from "./when";

it("says how long ago something was as people say it, and never in the future", () => {
  const now = Date.UTC(2026, 10, 30, 12);
  const minutes = (count: number) => ago(now - count * 60_000, now, "en", "just now");
  expect(minutes(0)).toBe("just now");
  expect(minutes(3.9)).toBe("3 minutes ago");
  expect(minutes(61)).toBe("1 hour ago");
  expect(minutes(24 * 60)).toBe("yesterday");
  expect(minutes(16 * 24 * 60)).toBe("2 weeks ago");
  expect(minutes(-5), "a clock that jumped").toBe("just now");
  expect(ago(now - 86_400_000, now, "fr", "")).toBe("hier");
});
