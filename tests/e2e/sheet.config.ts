import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

/** Draws the contact sheets: every slide of the talk, and the states of phone and console, as pictures to look at. */
export default defineConfig({ ...base, testDir: "sheet", testMatch: "*.sheet.ts", outputDir: "test-results/sheet" });
