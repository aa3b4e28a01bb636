import type { Plugin } from "vite";

export const modules: string[];
export function oneResponse(kinds: { usual: string; shared: Readonly<Record<string, string>> }): Plugin;
