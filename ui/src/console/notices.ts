import type { ConsoleView, DoorView, Notice } from "../protocol/generated";
import type { ActionId } from "../actions/actions";
import { perform } from "./perform";
import type { Desk } from "./state/desk.svelte";
import { language, words } from "./words";

/** Something to tell the presenter. */
export interface Told {
  id: string;
  tone: "info" | "warn" | "bad";
  title: string;
  text: string;
  /** One by one, below the text. */
  lines?: string[];
  actions: { label: string; does: (desk: Desk) => unknown }[];
  /** The words of the button that puts it away; without it the notice stays until its cause is gone. */
  hide?: string;
}

const { notices } = words;

const action = (id: ActionId, label: string) => ({ label, does: (desk: Desk) => perform(desk, id) });

export function toldOf(notice: Notice): Told {
  switch (notice.type) {
    case "disk_full":
      return { id: "disk_full", tone: "bad", title: notices.diskFull, text: notices.diskFullWhat, actions: [] };
    case "database_set_aside": {
      const text = notices.setAsideWhat(notice.path, notice.missing, notice.unreadable);
      const actions = notice.unreadable ? [action("library", words.actions.library)] : [];
      return { id: `aside ${notice.path}`, tone: "warn", title: notices.setAside, text, actions, hide: notices.hide };
    }
    case "no_network": {
      const actions = [action("room", words.room.change)];
      return { id: "no_network", tone: "warn", title: notices.noNetwork, text: notices.noNetworkWhat, actions };
    }
    case "stage_closed": {
      const actions = [action("show-stage", words.actions["show-stage"])];
      return { id: "stage_closed", tone: "warn", title: notices.stageClosed, text: notices.stageClosedWhat, actions };
    }
    case "projector_gone": {
      const actions = [action("screens", words.actions.screens)];
      return { id: "projector_gone", tone: "warn", title: notices.projectorGone, text: notices.projectorGoneWhat, actions };
    }
    case "screens_mirrored": {
      const actions = [action("fullscreen", words.actions.fullscreen)];
      return { id: "screens_mirrored", tone: "bad", title: notices.mirrored, text: notices.mirroredWhat, actions, hide: notices.hide };
    }
    case "talk_mistakes": {
      const { file, mistakes, more } = notice;
      const said = mistakes.map((mistake) => (mistake.line ? notices.line(mistake.line) : "") + mistake[language]);
      const lines = more ? [...said, notices.mistakesMore(more)] : said;
      const title = notices.talkMistakes(file, mistakes.length + more);
      return { id: "talk_mistakes", tone: "warn", title, text: notices.talkMistakesWhat, lines, actions: [] };
    }
    case "questions_kept": {
      const { polls } = notice;
      const [title, text] = [notices.questionsKept(polls), notices.questionsKeptWhat(polls)];
      return { id: `kept ${polls.join(" ")}`, tone: "info", title, text, actions: [], hide: notices.hide };
    }
    case "profiles_kept": {
      const actions = [action("new-session", words.actions["new-session"])];
      return { id: "profiles_kept", tone: "warn", title: notices.profilesKept, text: notices.profilesKeptWhat, actions };
    }
    case "port_taken": {
      const title = notices.portTaken(notice.wanted, notice.used);
      return { id: `port ${notice.used}`, tone: "info", title, text: notices.portTakenWhat, actions: [], hide: notices.hide };
    }
    case "scrub_waiting":
      return { id: "scrub_waiting", tone: "warn", title: notices.scrubWaiting, text: notices.scrubWaitingWhat, actions: [] };
    case "recovered":
      return { id: "recovered", tone: "warn", title: notices.recovered, text: notices.recoveredWhat, actions: [], hide: notices.hide };
  }
}

/** Phones of one address that wait. Who is not let in stays listed with the address; the presenter is asked once. */
function waitingAt(door: DoorView): Told[] {
  return door.waiting
    .filter((group) => !group.refused && group.waiting > 0)
    .map(({ group, joins, waiting }) => ({
      id: `door ${group}`,
      tone: "warn",
      title: words.door.arrivals(joins + waiting),
      text: words.door.arrivalsWhat(waiting),
      actions: [
        { label: words.door.yes, does: (desk) => desk.letIn(group, true) },
        { label: words.door.no, does: (desk) => desk.letIn(group, false) },
      ],
    }));
}

/** Phones that want to control the talk. */
function asking(view: ConsoleView): Told[] {
  const waiting = view.remote.phones.filter((phone) => !phone.allowed);
  return waiting.map(({ name }) => ({
    id: `remote ${name}`,
    tone: "warn",
    title: words.remote.asks(name),
    text: words.remote.asksWhat,
    actions: [
      { label: words.remote.allow, does: (desk) => desk.press(() => desk.control.allowRemote(name, true)) },
      { label: words.remote.refuse, does: (desk) => desk.press(() => desk.control.allowRemote(name, false)) },
    ],
  }));
}

/** All there is to tell, what matters most first. */
export function noticesOf(view: ConsoleView, lost: boolean): Told[] {
  const told: Told[] = [];
  if (lost) told.push({ id: "lost", tone: "bad", title: notices.lost, text: notices.lostWhat, actions: [] });
  told.push(...asking(view), ...waitingAt(view.door), ...view.notices.map(toldOf));
  const { session, finished } = view.stage;
  if (finished) {
    const actions = [action("export", words.actions.export), action("new-session", words.actions["new-session"])];
    told.push({ id: `finished ${session}`, tone: "info", title: notices.finished, text: notices.finishedWhat, actions });
  } else if (view.resumed) {
    const actions = [action("new-session", notices.startOver)];
    const text = notices.resumedWhat;
    told.push({ id: `resumed ${session}`, tone: "info", title: notices.resumed, text, actions, hide: notices.goOn });
  }
  return told;
}
