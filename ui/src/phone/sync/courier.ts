import type { Answer, BallotReceipt, Joined, MyView } from "../../protocol/generated";
import { acknowledged, cast, reconciled, turnedDown, type Ballot } from "./ballot";
import { call, Refusal } from "./call";
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
  /** Turns to the session that the room is in, and joins it. */
  enter(session: string, finished: boolean): void;
  /** Keeps an answer and sends it, now or as soon as it can be. */
  vote(poll: string, answer: Answer): void;
  /** Asks the server what it has of this phone: ballots, and the profile when there is one. */
  ask(): void;
  /** The network may be back, the phone awake, another tab may have written: tries at once. */
  wake(): void;
  /** Whether the last try failed and the next is being waited for. */
  readonly troubled: boolean;
}

interface Listener {
  /** Something a person can see has changed. */
  changed(): void;
  /** The server told what it has of this phone. */
  told(me: MyView): void;
}

/** A request without an answer for this long is given up and tried again. */
const PATIENCE_MS = 8_000;
const RETRY_MS = [400, 1_000, 2_000, 4_000, 8_000];

/**
 * Runs this phone's errands at the server, one at a time and until each is done: join, then deliver the answers that
 * wait, then ask for the truth where an answer was turned down. What has to be done is read from the notebook every
 * time, so a reload, another tab or a new session in the middle changes nothing.
 */
export function courier(notebook: Notebook, world: World, listener: Listener): Courier {
  let joined = false;
  let finished = false;
  let unwelcome = false;
  let asking = false;
  let attempt = 0;
  let running = false;
  let timer: number | undefined;
  let notBefore = 0;
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
    try {
      if (await send<Joined>(page, "POST", "/api/participants", { token: page.token })) joined = true;
    } catch (failure) {
      if (!(failure instanceof Refusal && failure.status === 410)) throw failure;
      // The session ended before this phone came: what it still holds can no longer count.
      unwelcome = true;
      for (const [poll, ballot] of waiting(page)) {
        notebook.change(page.session, poll, (now = ballot) => turnedDown(now, ballot.revision, "late"));
      }
    }
    listener.changed();
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
    const [first] = waiting(page);
    if (!joined) return unwelcome || (finished && !first && !asking) ? undefined : join(page);
    if (first) return deliver(page, ...first);
    return asking ? askTruth(page) : undefined;
  }

  async function run(): Promise<void> {
    if (running || timer !== undefined) return;
    running = true;
    try {
      for (let page; (page = notebook.page); ) {
        const errand = nextErrand(page);
        if (!errand) break;
        await errand;
      }
      attempt = 0;
    } catch (failure) {
      pause(failure as Partial<Refusal>);
    }
    running = false;
  }

  function pause({ status, retryAfter = 0 }: Partial<Refusal>): void {
    if (status === 401) joined = false;
    const backoff = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] as number;
    // Forgotten by the server: joining again with the same token mends it, so the first time there is nothing to wait for.
    const delay = status === 401 && !attempt ? 0 : Math.max(retryAfter, backoff) * (1 + world.random() / 2);
    attempt++;
    notBefore = retryAfter && world.now() + retryAfter;
    timer = world.setTimeout(again, delay);
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
    enter(session, over) {
      const known = notebook.page?.session === session;
      finished = over;
      if (!known) {
        notebook.enter(session);
        joined = unwelcome = asking = false;
        if (current) current.superseded = true;
        current?.abort.abort();
      }
      wake();
    },
    vote(poll, answer) {
      const session = notebook.page?.session;
      if (session === undefined) return;
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
  };
}

/** The ballots that the server has not acknowledged. */
function waiting(page: Page): [string, Ballot & { pending: Answer }][] {
  return Object.entries(page.ballots).filter((entry): entry is [string, Ballot & { pending: Answer }] => !!entry[1].pending);
}
