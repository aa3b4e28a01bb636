import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

/** The stage, the console, home and the remote control. The phone page has a build of its own: see vite.phone.config.ts. */
export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  // Tests mount the components as a browser would, not as a server that renders them.
  resolve: mode === "test" ? { conditions: ["browser"] } : {},
  build: {
    target: ["chrome111", "safari16.4", "firefox120"],
    outDir: "dist/desk",
    emptyOutDir: true,
    // Inlined pictures and fonts would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["stage.html", "console.html", "home.html", "remote.html"] },
  },
}));
