import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** What PostCSS makes of a file; in a process of its own, as the build does it. */
function styled(file: string, css: string): string {
  const script = `
    import postcss from "postcss";
    import { ownStyle } from "./scripts/own-style.mjs";
    console.log((await postcss([ownStyle]).process(process.argv[2], { from: process.argv[1] })).css);`;
  return execFileSync(process.execPath, ["--input-type=module", "-e", script, file, css], { encoding: "utf8" }).trim();
}

test("what a kind says of its elements is said of no other kind's", () => {
  expect(styled("/ui/src/phone/kinds/scale/style.css", "label input, .value > * { opacity: 0; }")).toBe("[data-kind=scale] label input, [data-kind=scale] .value > * { opacity: 0; }");
  expect(styled("/ui/src/phone/kinds/plane/style.css", "@media (min-width: 9em) { .axis { width: 1em; } }")).toContain("[data-kind=plane] .axis");
});

test("steps of an animation and styles of the page stay as they are", () => {
  const steps = "@keyframes rises { from { opacity: 0; } }";
  expect(styled("/ui/src/phone/kinds/scale/style.css", steps)).toBe(steps);
  expect(styled("/ui/src/phone/phone.css", ".option { width: 1em; }")).toBe(".option { width: 1em; }");
});
