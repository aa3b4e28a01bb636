import { defineConfig, type Plugin } from "vite";
import { precompress } from "./scripts/precompress.mjs";

/**
 * The phone page arrives in one response: script and style are part of the HTML. What the first question does not need
 * is an entry of its own under assets/, loaded afterwards.
 */
export default defineConfig({
  root: "src/phone",
  publicDir: false,
  plugins: [oneResponse(), precompress()],
  build: {
    target: ["chrome90", "safari15", "firefox91"],
    outDir: "../../dist/phone",
    emptyOutDir: true,
    // Inlined pictures would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: { index: "src/phone/index.html", later: "src/phone/later/index.ts" },
      preserveEntrySignatures: "strict",
    },
  },
});

/** Inlines the page's script and style, and tells the script where the rest is. */
function oneResponse(): Plugin {
  return {
    name: "gazouillis:one-response",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const outputs = Object.values(bundle);
      const chunks = outputs.filter((output) => output.type === "chunk");
      const page = chunks.find((chunk) => chunk.name === "index");
      const later = chunks.find((chunk) => chunk.name === "later");
      const html = outputs.find((output) => output.fileName === "index.html");
      if (!page || !later || html?.type !== "asset") throw new Error("the phone build has lost one of its parts");
      // The page's script is no file, so nothing can import from it; and it must not wait for a file of its own.
      if (chunks.length > 2) throw new Error(`the page and what comes later share a module: ${chunks.map((chunk) => chunk.fileName).join(", ")}`);

      let style = "";
      for (const output of outputs) {
        if (output.type !== "asset" || !output.fileName.endsWith(".css")) continue;
        const css = withUsedTokens(`${output.source}`);
        output.source = css;
        if (!page.code.includes(output.fileName)) {
          style += css;
          delete bundle[output.fileName];
        }
      }
      const script = page.code.replace("__LATER__", `/${later.fileName}`).replace(/<\/(?=script|style)/g, "<\\/").trim();
      delete bundle[page.fileName];
      html.source = `${html.source}`
        .replace(/<script type="module"[^>]*><\/script>/, "")
        .replace(/<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, "")
        .replace("</head>", () => `<style>${style.trim()}</style></head>`)
        .replace("</body>", () => `<script type="module">${script}</script></body>`)
        .replace(/>\s+</g, "><")
        .trim();
    },
  };
}

/** Leaves out the design tokens that a stylesheet does not use, and the themes of the other pages. */
function withUsedTokens(css: string): string {
  const themes = /(?:[^{}]*\[data-(?:theme|stage)[^{}]*)\{[^{}]*\}/g;
  let before: string;
  let after = css.replace(themes, "");
  do {
    before = after;
    after = before.replace(/(--[\w-]+):[^;{}]*(?:;|(?=\}))/g, (declaration, name: string) => (before.includes(`var(${name}`) ? declaration : ""));
  } while (after !== before);
  return after.replace(/[^{}]+\{\}/g, "");
}
