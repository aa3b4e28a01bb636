import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { gzip } from "./precompress.mjs";
import { darkTokens, lacking, withUsedTokens } from "./tokens-in-use.mjs";

/** What ten TCP segments of a first round trip carry. */
const BUDGET = 14_600;

/** The modules that draw a kind of question: each is a folder. */
export const modules = readdirSync("src/phone/kinds", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/**
 * A Vite plugin that inlines the page's script and style, and tells the script where the rest is. Every page has the
 * module of one kind of question inside: `index.html` that of `usual`, and for each other kind there is an
 * `index.<kind>.html`; and every page links the dark sheet. `shared` names the module of kinds that have none of their own name. Fails when a page is more
 * than the first round trip carries.
 */
export function oneResponse({ usual, shared }) {
  return {
    name: "gazouillis:one-response",
    apply: "build",
    enforce: "post",
    async generateBundle(_, bundle) {
      const outputs = Object.values(bundle);
      const chunks = outputs.filter((output) => output.type === "chunk");
      const page = chunks.find((chunk) => chunk.name === "index");
      const html = outputs.find((output) => output.fileName === "index.html");
      if (!page || html?.type !== "asset") throw new Error("the phone build has lost its page");
      // The page's script is no file, so nothing can import from it; and it must not wait for a file of its own.
      const between = chunks.filter((chunk) => !chunk.isEntry);
      if (between.length) throw new Error(`the page and what comes later share a module: ${between.map((chunk) => chunk.fileName).join(", ")}`);

      const style = (chunk) => {
        const files = outputs.filter((output) => output.type === "asset" && chunk.viteMetadata?.importedCss.has(output.fileName));
        return files.map((file) => (delete bundle[file.fileName], `${file.source}`)).join("").trim();
      };
      const all = style(page);
      const pageStyle = withUsedTokens(all);
      const parts = chunks.filter((chunk) => chunk !== page).map((chunk) => {
        const own = style(chunk);
        return { name: chunk.name, code: inline(chunk.code), style: lacking(own, pageStyle, all) + own };
      });
      // The dark is a style without a script: the page links it, and only phones that prefer the dark wait for it.
      const dark = parts.find((part) => part.name === "dark");
      if (!dark) throw new Error("the phone build has lost its dark sheet");
      dark.style = darkTokens(all, pageStyle + parts.map((part) => part.style).join("")) + dark.style.replace(/^\.paper,:root\{[^}]*\}/, "");
      for (const chunk of chunks) delete bundle[chunk.fileName];
      const digest = createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 8);
      for (const part of parts) {
        if (part !== dark) this.emitFile({ type: "asset", fileName: `assets/${digest}/${part.name}.js`, source: part.code });
        this.emitFile({ type: "asset", fileName: `assets/${digest}/${part.name}.css`, source: part.style });
      }

      const script = inline(page.code).replace("__LATER__", `/assets/${digest}/`);
      const around = `${html.source}`
        .replace(/<script type="module"[^>]*><\/script>/, "")
        .replace(/<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, "")
        .replace(/>\s+</g, "><")
        .trim();
      const whole = (name) => {
        const part = parts.find((part) => part.name === name);
        if (!part) throw new Error(`there is no kinds/${name}`);
        const styles = pageStyle + part.style;
        // The kind stands before the page's own script, which finds it there.
        const scripts = `<script type="module">${registered(part)}</script><script type="module">${script}</script>`;
        const link = `<link rel="stylesheet" href="/assets/${digest}/dark.css" media="(prefers-color-scheme:dark)">`;
        return around.replace("</head>", (end) => `<style>${styles}</style>${link}${end}`).replace("</body>", (end) => scripts + end);
      };
      html.source = whole(usual);
      const sizes = [[usual, html.source]];
      const kinds = [...Object.keys(shared), ...modules.filter((name) => !Object.values(shared).includes(name))];
      for (const kind of kinds.filter((kind) => shared[kind] !== usual)) {
        const source = whole(shared[kind] ?? kind);
        sizes.push([kind, source]);
        this.emitFile({ type: "asset", fileName: `index.${kind}.html`, source });
      }
      const weighed = await Promise.all(sizes.map(async ([kind, source]) => ({ kind, bytes: (await gzip(source)).length })));
      for (const { kind, bytes } of weighed) this.info(`the phone page with ${kind}: ${bytes} of ${BUDGET} bytes, gzip`);
      const heavy = weighed.filter(({ bytes }) => bytes > BUDGET);
      if (heavy.length) throw new Error(`more than one round trip carries: ${heavy.map(({ kind, bytes }) => `${kind} ${bytes}`).join(", ")}`);
    },
  };
}

/** A script as it may stand in HTML. */
function inline(code) {
  return code.replace(/<\/(?=script|style)/g, "<\\/").trim();
}

/** A kind's module as a script that leaves the kind where the page looks for it: see src/phone/kinds/index.ts. */
function registered({ name, code }) {
  const script = code.replace(/export\s*\{\s*([\w$]+)(?: as kind)?\s*\};?$/, `globalThis.gazouillis={${name}:$1}`);
  if (script === code || /\bexport\b\s*\{|\bimport\b[\s"'`{*]/.test(script)) {
    throw new Error(`kinds/${name}/index.ts exports \`kind\` and nothing else, and imports no file`);
  }
  return script;
}
