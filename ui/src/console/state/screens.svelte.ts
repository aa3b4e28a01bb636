import { onMount } from "svelte";
import type { Screens } from "../../platform";
import type { Desk } from "./desk.svelte";

/** Screens come and go while one looks. */
const LOOK_MS = 1_000;

/** The screens while a component is there; `null` in a browser, which knows nothing of them, and until they are known. */
export function watchScreens(desk: Desk): { readonly now: Screens | null; look(): Promise<void> } {
  let now: Screens | null = $state(null);
  const look = async () => {
    now = (await desk.platform.listScreens?.().catch(() => null)) ?? null;
  };
  onMount(() => {
    void look();
    const looking = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(looking);
  });
  return {
    get now() {
      return now;
    },
    look,
  };
}
