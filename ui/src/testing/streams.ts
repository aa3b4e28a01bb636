import { vi } from "vitest";


/** One request for a live view: the test answers it when it likes. */
export interface Asked {
  url: string;
  token: string | null;
  aborted: boolean;
  /** The headers arrive, and no byte of the body yet. */
  opens(): void;
  says(view: unknown): void;
  /** A line that keeps the connection awake and says nothing. */
  breathes(): void;
  /** Newer streams of the same phone take its place. */
  isReplaced(): void;
  ends(): void;
  refuses(status: number, retryAfter?: number): void;
}

/** A server of live views under a test's thumb. It takes the place of `fetch`. */
export class Streams {
  readonly asked: Asked[] = [];

  readonly fetch = (url: unknown, init: RequestInit = {}): Promise<Response> =>
    new Promise((resolve, reject) => {
      const bytes = new TextEncoder();
      let body: ReadableStreamDefaultController<Uint8Array>;
      const stream = new ReadableStream<Uint8Array>({ start: (controller) => void (body = controller) });
      let open = false;
      const asked: Asked = {
        url: `${url}`,
        token: new Headers(init.headers).get("Authorization"),
        aborted: false,
        opens: () => {
          if (!open) resolve(new Response(stream, { status: 200 }));
          open = true;
        },
        says: (view) => {
          asked.opens();
          body.enqueue(bytes.encode(`data: ${JSON.stringify(view)}\n\n`));
        },
        breathes: () => {
          asked.opens();
          body.enqueue(bytes.encode(":\n\n"));
        },
        isReplaced: () => {
          asked.opens();
          body.enqueue(bytes.encode("event: replaced\ndata: {}\n\n"));
        },
        ends: () => {
          asked.opens();
          body.close();
        },
        refuses: (status, retryAfter) =>
          resolve(new Response("{}", { status, headers: retryAfter ? { "Retry-After": `${retryAfter}` } : {} })),
      };
      init.signal?.addEventListener("abort", () => {
        asked.aborted = true;
        const gone = new DOMException("aborted", "AbortError");
        reject(gone);
        try {
          body.error(gone);
        } catch {
          // It had ended already.
        }
      });
      this.asked.push(asked);
    });

  get last(): Asked {
    const last = this.asked.at(-1);
    if (!last) throw new Error("nobody has asked for a view");
    return last;
  }
}

/** Lets streams and promises run on; no timer moves. */
export async function calm(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await turnOfTheLoop();
}

/** A message to oneself: unlike a timer it takes no time, and stands still with no fake clock. */
function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Time passes; what it sets going runs to its end. */
export async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  await calm();
}
