import { describe, expect, it } from "vitest";
import { darkTokens, lacking, withUsedTokens } from "./tokens-in-use.mjs";

const all = ":root{--ink:#111;--paper:#eee;--shadow:0 0 1px var(--ink);--gap:1rem}";

describe("design tokens", () => {
  it("are on the page as far as it uses them, also by way of another", () => {
    expect(withUsedTokens(`${all}p{box-shadow:var(--shadow)}`)).toBe(":root{--ink:#111;--shadow:0 0 1px var(--ink);}p{box-shadow:var(--shadow)}");
  });

  it("come with what is loaded later where the page has them not", () => {
    const page = ":root{--paper:#eee}p{color:var(--paper)}";
    expect(lacking("a{box-shadow:var(--shadow);color:var(--paper)}", page, all)).toBe(".paper,:root{--shadow:0 0 1px var(--ink);--ink:#111;}");
    expect(lacking("a{color:var(--paper)}", page, all)).toBe("");
    expect(lacking("a{--own:1;width:var(--own)}", page, all), "what is the module's own").toBe("");
  });

  it("are those of the dark theme on a dark page, the last where there are two", () => {
    const themes = ":root{--ink:#111}[data-theme=console],[data-theme=dark]{color-scheme:dark;--ink:#eee;--gap:0}[data-theme=dark]{--paper:#222}";
    expect(darkTokens(themes, "p{color:var(--ink);background:var(--paper)}")).toBe("html:root{color-scheme:dark;--ink:#eee;--paper:#222;}");
    expect(() => darkTokens(":root{--ink:#111}", "")).toThrow("no dark theme");
  });
});
