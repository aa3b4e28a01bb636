import type { MyProfile } from "../../protocol/generated";
import type { Ballot } from "./ballot";

/** What a phone remembers of the session it takes part in. */
export interface Page {
  readonly session: string;
  /** 128 random bits, new for every session, so that two talks cannot be linked. */
  readonly token: string;
  readonly ballots: Readonly<Record<string, Ballot>>;
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
  private readonly memory = new Map<string, string>();

  constructor(
    private readonly shelf: () => Shelf,
    private readonly newToken: () => string,
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

  /** Turns to a session's page. The page of another session is forgotten with its token and ballots. */
  enter(session: string): void {
    if (this.page?.session !== session) this.write(PAGE, { session, token: this.newToken(), ballots: {} });
  }

  /** Changes one ballot, unless the phone has turned to another session since. */
  change(session: string, poll: string, step: (before: Ballot | undefined) => Ballot): void {
    const page = this.page;
    if (page?.session !== session) return;
    this.write(PAGE, { ...page, ballots: { ...page.ballots, [poll]: step(page.ballots[poll]) } });
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
