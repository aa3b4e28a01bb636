// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import { ACTIONS } from "../actions/actions";
import { deskWith, sees } from "../testing/desk";
import { consoleDeck, consoleView, slideOf } from "./logic/fixtures";
import { menuOf, showMenu } from "./menu";
import { words } from "./words";
import type { MenuItem, Platform } from "../platform";

const deck = consoleDeck([slideOf("cover"), slideOf("statement")]);
const view = consoleView(deck, { slide: 0, step: 0 });

/** The desk in the app. */
function inTheApp(more: Partial<Platform> = {}) {
  const desk = deskWith(deck, view);
  Object.assign(desk, { platform: { ...desk.platform, swapScreens: () => Promise.resolve(true), ...more } });
  return desk;
}

const items = (desk: ReturnType<typeof inTheApp>): Map<string, MenuItem> => new Map(menuOf(desk).flatMap((group) => group.items.map((item) => [item.action, item])));

describe("the native menu", () => {
  test("has every action once, in its group, with the key that does the same", () => {
    const menu = menuOf(inTheApp());
    expect(menu.flatMap((group) => group.items.map((item) => item.action)).sort()).toEqual(ACTIONS.map(({ id }) => id).sort());
    const screen = menu.find((group) => group.name === words.groups.screen);
    expect(screen?.items.find((item) => item.action === "black")).toEqual({ action: "black", name: words.screen.black, key: "B", enabled: true });
  });

  test("says what an action does now, and which mean nothing now", () => {
    const desk = inTheApp();
    expect(items(desk).get("lift")?.enabled).toBe(false);
    sees(desk, { ...view, screen: { ...view.screen, blank: "black" } });
    expect(items(desk).get("lift")?.enabled).toBe(true);
    expect(items(desk).get("black")?.name).toBe(words.screen.lift);
    desk.characters = false;
    expect(items(desk).get("black")?.key, "letters do nothing now").toBeNull();
  });

  test("does what is chosen in it, and nothing that it does not know", async () => {
    let choose: ((action: string) => void) | undefined;
    const desk = inTheApp({
      showMenu: (_, onChosen) => {
        choose = onChosen;
        return Promise.resolve();
      },
    });
    showMenu(desk, menuOf(desk));
    await vi.waitFor(() => expect(choose).toBeDefined());
    choose!("help");
    expect(desk.dialog).toEqual({ kind: "help" });
    choose!("format the disk");
    expect(desk.dialog).toEqual({ kind: "help" });
  });

  test("that came last is the one that stays, however long each takes", async () => {
    const shown: string[] = [];
    const desk = inTheApp({
      showMenu: async ([group]) => {
        if (group?.name === "first") await new Promise(requestAnimationFrame);
        shown.push(group?.name ?? "");
      },
    });
    for (const name of ["first", "last"]) showMenu(desk, [{ name, items: [] }]);
    await vi.waitFor(() => expect(shown).toEqual(["first", "last"]));
  });
});
