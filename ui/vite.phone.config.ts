import { defineConfig } from "vite";
import { modules, oneResponse } from "./scripts/one-response.mjs";
import { ownCopies } from "./scripts/own-copies.mjs";
import { ownStyle } from "./scripts/own-style.mjs";
import { precompress } from "./scripts/precompress.mjs";
import { shared } from "./src/phone/kinds/modules";

/**
 * The phone page arrives in one response: script and style are part of the HTML. What the first question does not need
 * is an entry of its own, loaded afterwards; and so is what draws each kind of question, except that every page has one
 * kind inside: that of the question which is asked when the page is opened.
 */
export default defineConfig({
  root: "src/phone",
  publicDir: false,
  css: { postcss: { plugins: [ownStyle] } },
  plugins: [ownCopies(), oneResponse({ usual: "choice", shared }), precompress()],
  // Fields are set like any other property: to define them takes functions that weigh as much as half a kind of question.
  oxc: { target: "es2021", assumptions: { setPublicClassFields: true }, typescript: { removeClassFieldsWithoutInitializer: true } },
  build: {
    target: ["chrome91", "safari15", "firefox91"],
    outDir: "../../dist/phone",
    emptyOutDir: true,
    // Inlined pictures would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: {
        index: "src/phone/index.html",
        later: "src/phone/later/index.ts",
        survey: "src/phone/survey/index.ts",
        channels: "src/phone/channels/index.ts",
        upvotes: "src/phone/upvotes/index.ts",
        play: "src/phone/play/index.ts",
        keepsake: "src/phone/keepsake/index.ts",
        dark: "src/phone/dark/index.ts",
        ...Object.fromEntries(modules.map((name) => [name, `src/phone/kinds/${name}/index.ts`])),
      },
      preserveEntrySignatures: "strict",
    },
  },
});
