import { ACTIONS, GROUPS } from "../actions/actions";
import type { MenuGroup } from "../platform";
import { keyName, keyOf } from "./keys";
import { can, exists, nameOf, perform } from "./perform";
import type { Desk } from "./state/desk.svelte";
import { words } from "./words";

/** The native menu, from the one list that also feeds the keys, the buttons and the help. */
export function menuOf(desk: Desk): MenuGroup[] {
  return GROUPS.map((group) => ({
    name: words.groups[group],
    items: ACTIONS.filter((action) => action.group === group && exists(desk, action.id)).map(({ id }) => {
      const key = keyOf(id, desk.characters);
      // While it is open which session goes on, nothing else is.
      const enabled = can(desk, id) && !desk.asksResume;
      return { action: id, name: nameOf(desk, id), key: key === undefined ? null : keyName(key, words), enabled };
    }),
  }));
}

/** One after the other: the last is what stays. */
let shown = Promise.resolve();

/** Shows it. Without one the talk goes on: everything in it is on the desk, too. */
export function showMenu(desk: Desk, menu: MenuGroup[]): void {
  const chosen = (id: string) => {
    const action = ACTIONS.find((candidate) => candidate.id === id);
    if (action && !desk.asksResume) perform(desk, action.id);
  };
  shown = shown
    .then(() => desk.platform.showMenu?.(menu, chosen))
    .catch((error: unknown) => console.error("The menu could not be shown.", error));
}
