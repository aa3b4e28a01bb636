import type { ConsoleView, Notice } from "../protocol/generated";
import type { ActionId } from "./actions";
import { words } from "./words";

/** Something to tell the presenter. */
export interface Told {
  id: string;
  tone: "info" | "warn" | "bad";
  title: string;
  text: string;
  actions: { id: ActionId; label: string }[];
  /** The words of the button that puts it away; without it the notice stays until its cause is gone. */
  hide?: string;
}

const { notices } = words;

function toldOf(notice: Notice): Told {
  switch (notice.type) {
    case "disk_full":
      return { id: "disk_full", tone: "bad", title: notices.diskFull, text: notices.diskFullWhat, actions: [] };
    case "database_set_aside": {
      const text = notices.setAsideWhat(notice.path);
      return { id: `aside ${notice.path}`, tone: "warn", title: notices.setAside, text, actions: [], hide: notices.hide };
    }
    case "no_network": {
      const actions: Told["actions"] = [{ id: "room", label: words.room.change }];
      return { id: "no_network", tone: "warn", title: notices.noNetwork, text: notices.noNetworkWhat, actions };
    }
    case "port_taken": {
      const title = notices.portTaken(notice.wanted, notice.used);
      return { id: `port ${notice.used}`, tone: "info", title, text: notices.portTakenWhat, actions: [], hide: notices.hide };
    }
  }
}

/** All there is to tell, what matters most first. */
export function noticesOf(view: ConsoleView, lost: boolean): Told[] {
  const told: Told[] = [];
  if (lost) told.push({ id: "lost", tone: "bad", title: notices.lost, text: notices.lostWhat, actions: [] });
  told.push(...view.notices.map(toldOf));
  const { session, finished } = view.stage;
  if (finished) {
    const actions: Told["actions"] = [
      { id: "export", label: words.actions.export },
      { id: "new-session", label: words.actions["new-session"] },
    ];
    told.push({ id: `finished ${session}`, tone: "info", title: notices.finished, text: notices.finishedWhat, actions });
  } else if (view.resumed) {
    const actions: Told["actions"] = [{ id: "new-session", label: notices.startOver }];
    const text = notices.resumedWhat;
    told.push({ id: `resumed ${session}`, tone: "info", title: notices.resumed, text, actions, hide: notices.goOn });
  }
  return told;
}
