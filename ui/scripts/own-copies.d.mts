import type { Plugin } from "vite";

export function ownCopies(): Plugin;
