import { invoke } from "@tauri-apps/api/core";
import type { Platform } from "./index";

/** The desktop app. Each function is one command of the shell. */
export const tauri: Platform = {
  async saveSummary({ session, format, population }) {
    const path = await invoke<string | null>("save_summary", { session, format, population });
    return path === null ? { kind: "cancelled" } : { kind: "saved", path };
  },
  swapScreens: () => invoke("swap_screens"),
  countScreens: () => invoke("count_screens"),
  presentSlides: () => invoke("present_slides"),
  pressOnStage: (action, slide) => invoke("press_on_stage", { action, slide }),
  showStage: () => invoke("show_stage"),
  chooseTalk: () => invoke("choose_talk"),
  openJoinPage: () => invoke("open_join_page"),
};
