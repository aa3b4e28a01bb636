import type { HandPoint, HandRequest, PointerKind } from "../../protocol/generated";

export type Tool = PointerKind | "pen";

/** Points that came while a request was on its way are sent together, and no more than the server takes at once. */
const MOST_AT_ONCE = 64;

/** The presenter's hand, one request at a time: where it is now is sent, not where it was meanwhile; but of what it draws nothing is left out. */
export class HandSender {
  #drawn: { points: HandPoint[]; begins: boolean }[] = [];
  #next: HandRequest | null = null;
  #busy = false;

  constructor(private readonly send: (request: HandRequest) => Promise<unknown>) {}

  point(kind: PointerKind, at: HandPoint): void {
    this.#next = { act: "point", pointer: { kind, at } };
    void this.#go();
  }

  lift(): void {
    this.#next = { act: "lift" };
    void this.#go();
  }

  draw(at: HandPoint, begins: boolean): void {
    const last = this.#drawn.at(-1);
    if (begins || !last || last.points.length >= MOST_AT_ONCE) this.#drawn.push({ points: [at], begins });
    else last.points.push(at);
    void this.#go();
  }

  async #go(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (;;) {
        const drawn = this.#drawn.shift();
        const next = drawn ? ({ act: "draw", ...drawn } as const) : this.#next;
        if (!next) break;
        if (!drawn) this.#next = null;
        await this.send(next);
      }
    } catch {
      // What was pointed at a moment ago is of no use any more; the desk says itself that it has lost its line.
      this.#next = null;
      this.#drawn = [];
    } finally {
      this.#busy = false;
    }
  }
}

/** Where a pointer is on a picture of the slide, in shares of it; outside it is at its edge. */
export function shareOf(box: { left: number; top: number; width: number; height: number }, x: number, y: number): HandPoint {
  const share = (at: number, size: number) => Math.round(Math.min(1, Math.max(0, at / size)) * 10_000) / 10_000;
  return { x: share(x - box.left, box.width), y: share(y - box.top, box.height) };
}
