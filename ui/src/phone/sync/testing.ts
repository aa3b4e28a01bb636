import type { Answer, MyView } from "../../protocol/generated";
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

/** The server's rules for ballots, as ARCHITECTURE.md tells them, over a network that can fail. */
export class FakeServer {
  session = "s1";
  people = new Set<string>();
  ballots = new Map<string, { answer: Answer; revision: number; seq: number }>();
  /** How many ballots changed something. */
  taken = 0;
  down = false;
  closed = false;
  over = false;
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
    if (method === "POST") {
      if (this.over) return said(410, { code: "session_finished", message: "" });
      if (!this.amnesia) this.people.add(sent.token);
      return said(201, { token: sent.token, session: this.session });
    }
    const token = new Headers(headers).get("Authorization")?.slice(7) ?? "";
    if (!this.people.has(token)) return said(401, { code: "unauthorized", message: "" });
    if (method === "GET") return said(200, this.me());
    const { refusal } = this;
    this.refusal = undefined;
    return refusal ?? this.cast(url.split("/")[3] ?? "", sent);
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
    return { session: this.session, ballots: [...this.ballots].map(([poll, ballot]) => ({ poll, ...ballot })), profile: null };
  }
}

function said(status: number, body: unknown, retryAfter?: number): Response {
  return new Response(JSON.stringify(body), { status, headers: retryAfter ? { "Retry-After": `${retryAfter}` } : {} });
}
