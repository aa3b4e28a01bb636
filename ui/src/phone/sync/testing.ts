import type { Answer, ErrorCode, Joined, JoinRequest, KindName, MyProfile, MyView, PhoneView } from "../../protocol/generated";
import { sameAnswer } from "./ballot";

/** Lets everything that is not waiting for a timer happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}

/** A clock that moves only when a test says so. */
export class FakeTime {
  private clock = 0;
  private count = 0;
  private readonly timers = new Map<number, { at: number; task: () => void }>();

  readonly world = {
    now: () => this.clock,
    setTimeout: (task: () => void, delay: number) => {
      this.timers.set(++this.count, { at: this.clock + delay, task });
      return this.count;
    },
    clearTimeout: (timer: number) => void this.timers.delete(timer),
  };

  /** How long each timer still has to go, soonest first. */
  delays(): number[] {
    return [...this.timers.values()].map(({ at }) => at - this.clock).sort((one, other) => one - other);
  }

  /** Jumps to the next timer. */
  async next(): Promise<void> {
    const [first] = [...this.timers].sort(([, one], [, other]) => one.at - other.at);
    if (!first) throw new Error("nothing is waiting");
    this.timers.delete(first[0]);
    this.clock = first[1].at;
    first[1].task();
    await settle();
  }
}

export const view: PhoneView = { seq: 1, session: "s1", title: "T", language: "fr", rehearsal: false, finished: false, profile_ready: false, poll: null };

/** The server's rules for joins and ballots, as ARCHITECTURE.md tells them, over a network that can fail. */
export class FakeServer {
  session = "s1";
  /** What a join is answered with. */
  view = view;
  /** The kinds of question of its talk. */
  kinds: KindName[] = ["single"];
  people = new Set<string>();
  /** What it tells each phone of itself. */
  profile: MyProfile | null = null;
  ballots = new Map<string, { answer: Answer; revision: number; seq: number }>();
  /** How many ballots changed something. */
  taken = 0;
  down = false;
  closed = false;
  over = false;
  /** Why nobody new is let in, and after how many seconds to ask again. */
  door: { code: ErrorCode; retryAfter?: number } | null = null;
  /** The codes that open a door that needs one. */
  codes = new Set<string>();
  /** Says no to every join, whoever comes. */
  refuseJoins: "other_session" | "too_many_requests" | null = null;
  /** What the joins said, one after another. */
  joins: JoinRequest[] = [];
  /** Forgets every phone as soon as it has joined. */
  amnesia = false;
  /** Ballots that are taken, but whose acknowledgement is lost. */
  swallow = 0;
  held: (() => void)[] | null = null;
  private refusal: Response | undefined;

  refuse(status: number, code: string, retryAfter?: number): void {
    this.refusal = said(status, { code, message: "" }, retryAfter);
  }

  /** From now on requests wait on the way. */
  hold(): void {
    this.held = [];
  }

  release(order?: "last first"): void {
    const waiting = this.held ?? [];
    this.held = null;
    for (const go of order ? waiting.reverse() : waiting) go();
  }

  readonly fetch = async (url: unknown, init?: RequestInit): Promise<Response> => {
    if (this.down) throw new TypeError("network");
    if (this.held) {
      const { held } = this;
      await new Promise<void>((resolve, reject) => {
        held.push(resolve);
        // A request that is cut short may still arrive, so it stays among the held.
        init?.signal?.addEventListener("abort", () => {
          held.push(() => this.answer(`${url}`, init));
          reject(new Error("aborted"));
        });
      });
    }
    const answer = this.answer(`${url}`, init);
    if (init?.method === "PUT" && this.swallow-- > 0) throw new TypeError("network");
    return answer;
  };

  private answer(url: string, { method, headers, body }: RequestInit = {}): Response {
    const sent = JSON.parse(`${body ?? "null"}`) as { token: string; answer: Answer; revision: number };
    if (method === "POST") return this.join(sent as unknown as JoinRequest & { token: string });
    const token = new Headers(headers).get("Authorization")?.slice(7) ?? "";
    if (!this.people.has(token)) return said(401, { code: "unauthorized", message: "" });
    if (method === "GET") return said(200, this.me());
    const { refusal } = this;
    this.refusal = undefined;
    return refusal ?? this.cast(url.split("/")[3] ?? "", sent);
  }

  private join(sent: JoinRequest & { token: string }): Response {
    this.joins.push(sent);
    if (this.refuseJoins === "other_session") return said(409, { code: "other_session", message: "" });
    if (this.refuseJoins) return said(429, { code: this.refuseJoins, message: "" }, 2);
    if (sent.session !== undefined && sent.session !== this.session) return said(409, { code: "other_session", message: "" });
    if (!this.people.has(sent.token)) {
      if (this.over) return said(410, { code: "session_finished", message: "" });
      const opened = sent.code !== undefined && this.codes.delete(sent.code);
      if (this.door && !opened) return said(403, { code: this.door.code, message: "" }, this.door.retryAfter);
      if (!this.amnesia) this.people.add(sent.token);
    }
    const joined: Joined = { token: sent.token, session: this.session, view: { ...this.view, session: this.session, finished: this.over }, kinds: this.kinds };
    return said(201, joined);
  }

  private cast(poll: string, { answer, revision }: { answer: Answer; revision: number }): Response {
    const old = this.ballots.get(poll);
    if (old?.revision === revision && sameAnswer(old.answer, answer)) return said(200, { revision, seq: old.seq });
    if (old && old.revision >= revision) return said(409, { code: "stale_ballot", message: "" });
    if (this.closed) return said(410, { code: "poll_closed", message: "" });
    const seq = ++this.taken;
    this.ballots.set(poll, { answer, revision, seq });
    return said(200, { revision, seq });
  }

  private me(): MyView {
    return { session: this.session, ballots: [...this.ballots].map(([poll, ballot]) => ({ poll, ...ballot })), profile: this.profile };
  }
}

function said(status: number, body: unknown, retryAfter?: number): Response {
  return new Response(JSON.stringify(body), { status, headers: retryAfter ? { "Retry-After": `${retryAfter}` } : {} });
}
