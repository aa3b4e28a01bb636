import { defineConfig } from "@playwright/test";
import { chromium } from "./support/chromium";

/** Whole paths through the product, in real browsers, against the program as its users start it. */
export default defineConfig({
  testDir: "specs",
  outputDir: "output",
  // Each test has a server, a stage, a console and phones of its own: two at once would only slow one another down.
  workers: 1,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: { launchOptions: chromium, actionTimeout: 20_000, trace: "retain-on-failure", screenshot: "only-on-failure" },
});
