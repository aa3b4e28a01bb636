import type { Answer, BallotReceipt, Joined, JoinRequest, MyView } from "../../protocol/generated";
import { acknowledged, cast, reconciled, turnedDown, type Ballot } from "./ballot";
import { call, Refusal } from "./call";
import { isDoor, wantsCode, type Door } from "./door";
import type { Notebook, Page } from "./notebook";

/** The outside world as the courier needs it; tests bring their own. */
export interface World {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly setTimeout: (task: () => void, delay: number) => number;
  readonly clearTimeout: (timer: number) => void;
}

export interface Courier {
  /** Joins the session this phone took part in last; when another one runs, that one under a new token. */
  start(): void;
  /** The room has turned to this session: the phone turns with it, and joins it. */
  enter(session: string): void;
  /** Asks to be let in with a code from the printed sheet. */
  knock(code: string): void;
  /** The server no longer knows this phone's token. */
  forgotten(): void;
  /** The server does know it: the live view is here. */
  recognised(): void;
  /** Keeps an answer and sends it, now or as soon as it can be. */
  vote(poll: string, answer: Answer): void;
  /** Asks the server what it has of this phone: ballots, and the profile when there is one. */
  ask(): void;
  /** The network may be back, the phone awake, another tab may have written: tries at once. */
  wake(): void;
  /** Whether the last try failed and the next is being waited for. */
  readonly troubled: boolean;
  /** Whether the last try got no answer at all. */
  readonly silent: boolean;
  /** Why the phone has not been let in. */
  readonly door: Door | null;
  /** Whether a code is on its way. */
  readonly knocking: boolean;
}

interface Listener {
  /** Something a person can see has changed. */
  changed(): void;
  /** The phone has joined under this token: the answer carries the public view. */
  joined(joined: Joined, token: string): void;
  /** What is shown belongs to a session that is no longer this phone's. */
  turned(): void;
  /** The server told what it has of this phone. */
  told(me: MyView): void;
}

/** A request without an answer for this long is given up and tried again. */
const PATIENCE_MS = 8_000;
const RETRY_MS = [400, 1_000, 2_000, 4_000, 8_000];
/** A door of which the server does not say when to ask again is asked about this often. */
const DOOR_MS = 10_000;

/**
 * Runs this phone's errands at the server, one at a time and until each is done: join, then deliver the answers that
 * wait, then ask for the truth where an answer was turned down. What has to be done is read from the notebook every
 * time, so a reload, another tab or a new session in the middle changes nothing.
 */
export function courier(notebook: Notebook, world: World, listener: Listener): Courier {
  /** The token under which this tab has joined. */
  let welcome: string | undefined;
  let door: Door | null = null;
  let code: string | undefined;
  /** How often in a row the live view has not known the phone that has just joined. */
  let strange = 0;
  let asking = false;
  let attempt = 0;
  let running = false;
  let timer: number | undefined;
  let notBefore = 0;
  let silent = false;
  let current: { poll?: string; abort: AbortController; superseded?: boolean } | undefined;

  async function send<Got>(page: Page, method: "GET" | "POST" | "PUT", url: string, body?: unknown, poll?: string): Promise<Got | undefined> {
    const mine: typeof current = { abort: new AbortController(), ...(poll !== undefined && { poll }) };
    current = mine;
    const patience = world.setTimeout(() => mine.abort.abort(), PATIENCE_MS);
    try {
      const token = method === "POST" ? {} : { token: page.token };
      const got = await call<Got>(world.fetch, { method, url, body, signal: mine.abort.signal, ...token });
      return notebook.page?.token === page.token ? got : undefined;
    } catch (failure) {
      if (mine.superseded) return undefined;
      throw failure;
    } finally {
      world.clearTimeout(patience);
      current = undefined;
    }
  }

  async function join(page: Page): Promise<void> {
    const { token, session } = page;
    const typed = code;
    const request: JoinRequest = { token, ...(session !== null && { session }), ...(typed && { code: typed }) };
    let joined: Joined | undefined;
    try {
      joined = await send<Joined>(page, "POST", "/api/participants", request);
    } catch (failure) {
      const answered = !!(failure as Partial<Refusal>).status;
      if (answered && code === typed) code = undefined;
      return turnedAway(page, failure as Partial<Refusal>);
    }
    if (!joined) return;
    notebook.enter(joined.session);
    welcome = token;
    door = null;
    code = undefined;
    listener.joined(joined, token);
    listener.changed();
  }

  /** Says what a refused join means; throws where it is to be tried again. */
  function turnedAway(page: Page, failure: Partial<Refusal>): void {
    const { code: why = "" } = failure;
    // Another tab has turned the page meanwhile.
    if (notebook.page?.token !== page.token) return;
    if (why === "other_session" && page.session !== null) {
      notebook.turn();
      door = null;
      return listener.turned();
    }
    if (!isDoor(why)) throw failure;
    // What was wrong with a code stays said until the next one is tried.
    const stays = why === "code_needed" && door !== null && wantsCode(door);
    if (!stays) door = why;
    if (why === "session_finished") {
      // The session ended before this phone came: what it still holds can no longer count.
      for (const [poll, ballot] of waiting(page)) {
        notebook.change(page.session, poll, (now = ballot) => turnedDown(now, ballot.revision, "late"));
      }
    }
    throw failure;
  }

  async function deliver(page: Page, poll: string, { pending: answer, revision }: Ballot & { pending: Answer }): Promise<void> {
    try {
      const receipt = await send<BallotReceipt>(page, "PUT", `/api/polls/${encodeURIComponent(poll)}/ballot`, { answer, revision }, poll);
      if (!receipt) return;
      attempt = 0;
      notebook.change(page.session, poll, (before) => (before ? acknowledged(before, poll, answer, receipt) : cast(before, answer)));
    } catch (failure) {
      const { status, code } = failure as Refusal;
      // 401, 429, 5xx and silence are for the loop; every other refusal is final for this revision.
      if (!status || status === 401 || status === 429 || status >= 500) throw failure;
      attempt = 0;
      asking = true;
      const verdict = code === "stale_ballot" ? null : status === 410 ? "late" : "refused";
      notebook.change(page.session, poll, (before) => turnedDown(before as Ballot, revision, verdict));
    }
    listener.changed();
  }

  async function askTruth(page: Page): Promise<void> {
    asking = false;
    try {
      const me = await send<MyView>(page, "GET", "/api/me");
      if (me?.session !== page.session) return;
      attempt = 0;
      for (const truth of me.ballots) notebook.change(page.session, truth.poll, (before) => reconciled(before, truth));
      listener.told(me);
    } catch (failure) {
      const { status } = failure as Refusal;
      // Once the session is over the server no longer knows whose answers are whose.
      if (status === 404 || status === 410) return;
      asking = true;
      throw failure;
    }
    listener.changed();
  }

  function nextErrand(page: Page): Promise<void> | undefined {
    if (welcome !== page.token) return join(page);
    const [first] = waiting(page);
    if (first) return deliver(page, ...first);
    return asking ? askTruth(page) : undefined;
  }

  async function run(): Promise<void> {
    if (running || timer !== undefined) return;
    running = true;
    try {
      for (let errand; (errand = nextErrand(notebook.open())); ) await errand;
      attempt = 0;
      silent = false;
    } catch (failure) {
      pause(failure as Partial<Refusal>);
    }
    running = false;
  }

  function pause({ status, code: why = "", retryAfter = 0 }: Partial<Refusal>): void {
    if (status === 401) welcome = undefined;
    silent = !status;
    const backoff = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] as number;
    const shut = isDoor(why);
    // Forgotten by the server: joining again with the same token mends it, so the first time there is nothing to wait for.
    const patience = shut ? (code ? 0 : retryAfter || DOOR_MS) : status === 401 && !attempt ? 0 : Math.max(retryAfter, backoff);
    // A server that answers is no trouble, and a door that opens is to be seen soon.
    attempt = shut ? 0 : attempt + 1;
    notBefore = retryAfter && world.now() + retryAfter;
    timer = world.setTimeout(again, patience * (1 + world.random() / 2));
    listener.changed();
  }

  function again(): void {
    timer = undefined;
    void run();
  }

  function wake(): void {
    if (world.now() < notBefore) return;
    attempt = 0;
    world.clearTimeout(timer ?? 0);
    again();
  }

  return {
    wake,
    start: () => void run(),
    enter(session) {
      if (notebook.page?.session === session) return;
      notebook.enter(session);
      asking = false;
      if (current) current.superseded = true;
      current?.abort.abort();
      wake();
    },
    knock(typed) {
      code = typed;
      listener.changed();
      wake();
    },
    forgotten() {
      welcome = undefined;
      if (running || timer !== undefined) return;
      attempt = strange++;
      pause({ status: 401 });
    },
    recognised() {
      strange = 0;
    },
    vote(poll, answer) {
      const session = notebook.page?.session;
      if (session === undefined || session === null) return;
      notebook.change(session, poll, (before) => cast(before, answer));
      if (current?.poll === poll) {
        current.superseded = true;
        current.abort.abort();
      }
      listener.changed();
      wake();
    },
    ask() {
      asking = true;
      void run();
    },
    get troubled() {
      return attempt > 0;
    },
    get silent() {
      return silent;
    },
    get door() {
      return door;
    },
    get knocking() {
      return code !== undefined;
    },
  };
}

/** The ballots that the server has not acknowledged. */
function waiting(page: Page): [string, Ballot & { pending: Answer }][] {
  return Object.entries(page.ballots).filter((entry): entry is [string, Ballot & { pending: Answer }] => !!entry[1].pending);
}
