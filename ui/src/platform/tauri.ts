import { Channel, invoke } from "@tauri-apps/api/core";
import type { Platform, Saved } from "./index";

/** Asks the shell to save a file where the person says. */
async function saved(command: string, what: Record<string, unknown>): Promise<Saved> {
  const path = await invoke<string | null>(command, what);
  return path === null ? { kind: "cancelled" } : { kind: "saved", path };
}


/** The desktop app. Each function is one command of the shell. */
export const tauri: Platform = {
  saveSummary: ({ session, format, stated }) => saved("save_summary", { session, format, ...stated }),
  saveHandout: ({ subject, options }) => saved("save_handout", { subject, options }),
  swapScreens: () => invoke("swap_screens"),
  listScreens: () => invoke("list_screens"),
  chooseStage: (choice) => invoke("choose_stage", { choice }),
  presentSlides: () => invoke("present_slides"),
  pressOnStage: (action, slide) => invoke("press_on_stage", { action, slide }),
  stageDrawn: () => void invoke("stage_drawn"),
  showStage: () => invoke("show_stage"),
  showMenu: (menu, onChosen) => invoke("show_menu", { menu, chosen: new Channel<string>(onChosen) }),
  chooseTalk: () => invoke("choose_talk"),
  openJoinPage: () => invoke("open_join_page"),
};
