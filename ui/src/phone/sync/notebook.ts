import type { Answer, MyProfile } from "../../protocol/generated";
import type { Ballot } from "./ballot";

/** What a phone remembers of the session it takes part in. */
export interface Page {
  /** `null` until the phone has joined. */
  readonly session: string | null;
  /** 128 random bits, new for every session, so that two talks cannot be linked. */
  readonly token: string;
  readonly ballots: Readonly<Record<string, Ballot>>;
  /** For each poll the answer that is not sent yet; it need not be whole. */
  readonly unsent?: Readonly<Record<string, Answer>>;
}

/** A profile and the session that gave it; it outlives the session and the server. */
export interface KeptProfile {
  readonly session: string;
  /** A phone that kept it from an earlier version of the app knows of no neighbours. */
  readonly profile: Omit<MyProfile, "close"> & Partial<Pick<MyProfile, "close">>;
}

export type Shelf = Pick<Storage, "getItem" | "setItem">;

const PAGE = "gazouillis";
const PROFILE = "gazouillis.profile";

/**
 * The phone's memory. Every change reads the shelf anew, changes, and writes: several tabs of one phone share it.
 * Where the browser refuses storage, as in some private windows, it lasts as long as the tab.
 */
export class Notebook {
  constructor(
    private readonly shelf: () => Shelf,
    private readonly newToken: () => string,
    private readonly memory = new Map<string, string>(),
  ) {}

  /** The page of the session last entered. */
  get page(): Page | null {
    return this.read(PAGE) as Page | null;
  }

  get profile(): KeptProfile | null {
    return this.read(PROFILE) as KeptProfile | null;
  }

  set profile(kept: KeptProfile | null) {
    this.write(PROFILE, kept);
  }

  /** The page last used; a new one on a phone that has none. */
  open(): Page {
    return this.page ?? this.turn();
  }

  /** Turns to a new page under a new token. What was on the old one is forgotten. */
  turn(session: string | null = null): Page {
    const page: Page = { session, token: this.newToken(), ballots: {} };
    this.write(PAGE, page);
    return page;
  }

  /** The phone is in this session now: a page that has none is its page, and that of another session is forgotten. */
  enter(session: string): void {
    const page = this.open();
    if (page.session === null) this.write(PAGE, { ...page, session });
    else if (page.session !== session) this.turn(session);
  }

  /** Changes one ballot, unless the phone has turned to another session since. */
  change(session: string | null, poll: string, step: (before: Ballot | undefined) => Ballot): void {
    const page = this.page;
    if (page?.session !== session) return;
    this.write(PAGE, { ...page, ballots: { ...page.ballots, [poll]: step(page.ballots[poll]) } });
  }

  /** Remembers an answer that is not sent yet; `null` when there is none. */
  draft(poll: string, answer: Answer | null): void {
    const page = this.page;
    if (!page) return;
    const { [poll]: _, ...others } = page.unsent ?? {};
    this.write(PAGE, { ...page, unsent: answer ? { ...others, [poll]: answer } : others });
  }

  private read(key: string): unknown {
    try {
      return JSON.parse(this.memory.get(key) ?? this.shelf().getItem(key) ?? "null");
    } catch {
      return null;
    }
  }

  private write(key: string, value: unknown): void {
    const text = JSON.stringify(value);
    try {
      this.shelf().setItem(key, text);
      this.memory.delete(key);
    } catch {
      this.memory.set(key, text);
    }
  }
}

/** 32 hexadecimal digits. `crypto.randomUUID` is missing on plain http; this is not. */
export function randomToken(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
