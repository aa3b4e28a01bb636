import type { ChannelRequest, ConsoleDeck, CutRequest, HandRequest, ModerateRequest, ObserveRequest, ScreenAct, SessionEntry, Template } from "../protocol/generated";
import { fileOf, request } from "../protocol/request";
import { NOTHING_STATED, type HandoutOptions, type SummaryFormat, type SummaryStated } from "../platform";

/** A PDF of a large session is set page by page. */
const SUMMARY_MS = 60_000;

/** What ends a session sums it up, and rewrites the file without what must be gone from it. */
const ERASING_MS = 30_000;

/** The part of an address that says what was stated, and nothing where nothing was. */
function queryOf(stated: Record<string, string | number | null>): string {
  const said = Object.entries(stated).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
  return said.length === 0 ? "" : `?${new URLSearchParams(said).toString()}`;
}

/** The commands of the control listener, each one call. */
export class Control {
  constructor(readonly secret: string) {}

  deck(): Promise<ConsoleDeck> {
    return request("GET", "/control/deck", this.secret);
  }

  sessions(): Promise<SessionEntry[]> {
    return request("GET", "/control/sessions", this.secret);
  }

  forget(session: string): Promise<unknown> {
    return request("DELETE", `/control/sessions/${encodeURIComponent(session)}`, this.secret, undefined, ERASING_MS);
  }

  advance = () => this.#post("/control/advance");
  back = () => this.#post("/control/back");
  goto = (slide: number, step = 0) => this.#post("/control/goto", { slide, step });
  open = (poll: string, reopen: boolean) => this.#post(`/control/polls/${encodeURIComponent(poll)}/open`, { reopen });
  close = (poll: string) => this.#post(`/control/polls/${encodeURIComponent(poll)}/close`);
  reveal = (poll: string) => this.#post(`/control/polls/${encodeURIComponent(poll)}/reveal`);
  answer = (poll: string) => this.#post(`/control/polls/${encodeURIComponent(poll)}/answer`);
  again = (poll: string, compare: boolean) => this.#post(`/control/polls/${encodeURIComponent(poll)}/again`, { compare });
  /** So many seconds from now; null gives the poll all the time it takes. */
  timer = (poll: string, seconds: number | null) => this.#post(`/control/polls/${encodeURIComponent(poll)}/timer`, { seconds });
  hands = (poll: string, hands: number[]) => this.#post(`/control/polls/${encodeURIComponent(poll)}/hands`, { hands });
  /** One tap; sent again it counts no second time. */
  observe = (tap: ObserveRequest) => this.#post("/control/observed", tap);
  showObserved = (shown: boolean) => this.#post("/control/observed/shown", { shown });
  improve = (poll: string, text: number) => this.#post(`/control/polls/${encodeURIComponent(poll)}/texts/${text}/improve`, {});
  improvise = (template: Template, ask: string) => this.#post("/control/improvise", ask ? { template, ask } : { template });
  screen = (act: ScreenAct) => this.#post("/control/screen", { act });
  uncover = () => this.#post("/control/uncover");
  moderate = (poll: string, act: ModerateRequest) => this.#post(`/control/polls/${encodeURIComponent(poll)}/moderate`, act);
  /** Decides about questions of the room; `on: false` takes back what was said. */
  rule = (questions: number[], ruling: "approve" | "hide" | "answer" | "pin", on: boolean) => this.#post(`/control/questions/${ruling}`, { questions, on });
  channel = (channel: "qa" | "reactions", to: ChannelRequest) => this.#post(`/control/channels/${channel}`, to);
  refreshBreakdown = () => this.#post("/control/breakdown/refresh");
  offerRemote = () => this.#post("/control/remote");
  withdrawRemote = () => request("DELETE", "/control/remote", this.secret);
  allowRemote = (phone: string, allow: boolean) => this.#post(`/control/remote/${encodeURIComponent(phone)}`, { allow });
  wifi = (name: string | null, password: string | null) => this.#post("/control/wifi", { name, password });
  hand = (request: HandRequest) => this.#post("/control/hand", request);
  home = () => this.#post("/control/home");
  finish = () => this.#post("/control/session/finish", {}, ERASING_MS);
  startNew = () => this.#post("/control/session/new", {}, ERASING_MS);
  resume = () => this.#post("/control/session/resume");
  cut = (minutes: number) => this.#post("/control/cut", { minutes } satisfies CutRequest);
  door = (open: boolean) => this.#post("/control/door", { open });
  letIn = (group: string, let_in: boolean) => this.#post(`/control/door/groups/${encodeURIComponent(group)}`, { let_in });
  chooseAddress = (address: string) => this.#post("/control/address", { address });

  summary(session: string, format: SummaryFormat, stated: SummaryStated = NOTHING_STATED): Promise<{ bytes: Blob; name: string }> {
    const url = `/control/sessions/${encodeURIComponent(session)}/summary.${format}${queryOf({ population: stated.population, lang: stated.language })}`;
    return fileOf(url, this.secret, SUMMARY_MS);
  }

  /** The talk on paper, with what the session's room answered. */
  handout(session: string, { pages, notes }: HandoutOptions): Promise<{ bytes: Blob; name: string }> {
    return fileOf(`/control/sessions/${encodeURIComponent(session)}/handout.pdf?pages=${pages}&notes=${notes}`, this.secret, SUMMARY_MS);
  }

  #post(path: string, body: object = {}, deadline?: number): Promise<unknown> {
    return request("POST", path, this.secret, body, deadline);
  }
}
