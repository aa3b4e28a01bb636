/**
 * A live view over Server-Sent Events, read with `fetch` so that it can carry a bearer token. Every event is a whole
 * view, so after a lost connection the newest one is all that is needed.
 */
export interface LiveOptions<View> {
  url: string;
  token?: string;
  onView: (view: View) => void;
  /** Told when the first byte of a connection arrives, and when it is lost or could not be had. */
  onConnected?: (connected: boolean) => void;
  /** Told when the server answers and says no, with the HTTP status. */
  onRefused?: (status: number) => void;
  /** The page has just woken: a network that died meanwhile swallows requests, so the first byte is not waited for long. */
  hurried?: boolean;
}

/** Silence for this long means the connection is dead; the server speaks at least every 10 s. */
const SILENCE_MS = 25_000;
/** The server speaks first, and at once: a connection whose first byte takes longer is given up. */
const FIRST_BYTE_MS = 10_000;
const HURRIED_MS = 3_000;
const RETRY_MS = [250, 500, 1_000, 2_000, 4_000];

/** Follows a live view until the returned function is called. Comes back by itself after sleep, loss or restart. */
export function follow<View>(options: LiveOptions<View>): () => void {
  let stopped = false;
  let hurried = options.hurried ?? false;
  let attempt = 0;
  let notBefore = 0;
  let current: AbortController | undefined;
  let wake: (() => void) | undefined;

  const run = async () => {
    while (!stopped) {
      current = new AbortController();
      let retryAfter = 0;
      let replaced = false;
      try {
        // Only a view that the page could show says that all is well: a stream that opens proves nothing.
        await read(options, current, hurried ? HURRIED_MS : FIRST_BYTE_MS, () => (attempt = 0));
      } catch (failure) {
        // A lost connection is normal here; what matters is coming back.
        replaced = failure instanceof Replaced;
        if (failure instanceof Refused && !stopped) {
          retryAfter = failure.retryAfter;
          options.onRefused?.(failure.status);
        }
      }
      hurried = false;
      if (stopped) return;
      options.onConnected?.(false);
      const backoff = RETRY_MS[Math.min(attempt++, RETRY_MS.length - 1)] ?? 1_000;
      notBefore = retryAfter && Date.now() + retryAfter;
      await new Promise<void>((resolve) => {
        wake = resolve;
        // A page that comes back by itself would push out the one that replaced it, and so for ever.
        if (!replaced) setTimeout(resolve, spread(Math.max(backoff, retryAfter), retryAfter));
      });
    }
  };
  const reconnect = () => {
    if (document.visibilityState === "hidden" || Date.now() < notBefore) return;
    attempt = 0;
    wake?.();
  };
  document.addEventListener("visibilitychange", reconnect);
  addEventListener("pageshow", reconnect);
  addEventListener("online", reconnect);
  void run();
  return () => {
    stopped = true;
    current?.abort();
    wake?.();
    document.removeEventListener("visibilitychange", reconnect);
    removeEventListener("pageshow", reconnect);
    removeEventListener("online", reconnect);
  };
}

/** A whole room loses its server at the same moment and must not come back in step; but never before it was asked to. */
function spread(delay: number, atLeast: number): number {
  return Math.max(atLeast, delay * (0.5 + Math.random()));
}

/** The server answered, and said no. */
class Refused extends Error {
  constructor(
    readonly status: number,
    /** Milliseconds the server asks to be left alone for. */
    readonly retryAfter: number,
  ) {
    super(`live view: ${status}`);
  }
}

/** The server gives this stream's place to newer ones of the same phone. */
class Replaced extends Error {}

async function read<View>(options: LiveOptions<View>, abort: AbortController, firstByte: number, handled: () => void): Promise<void> {
  let silence = setTimeout(() => abort.abort(), firstByte);
  try {
    const headers: HeadersInit = { Accept: "text/event-stream" };
    if (options.token) headers["Authorization"] = `Bearer ${options.token}`;
    const response = await fetch(options.url, { headers, signal: abort.signal, cache: "no-store" });
    if (!response.ok || !response.body) throw new Refused(response.status, 1000 * (Number(response.headers.get("Retry-After")) || 0));
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let connected = false;
    let buffer = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done || abort.signal.aborted) return;
      clearTimeout(silence);
      silence = setTimeout(() => abort.abort(), SILENCE_MS);
      if (!connected) options.onConnected?.((connected = true));
      buffer += value;
      let end: number;
      let newest: string | undefined;
      while ((end = buffer.indexOf("\n\n")) >= 0) {
        const event = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (/^event: ?replaced$/m.test(event)) throw new Replaced();
        newest = dataOf(event) ?? newest;
      }
      if (newest === undefined) continue;
      show(options, newest);
      handled();
    }
  } finally {
    clearTimeout(silence);
    // A view that threw leaves the stream open: nobody reads it any more.
    abort.abort();
  }
}

function show<View>(options: LiveOptions<View>, data: string): void {
  try {
    options.onView(JSON.parse(data) as View);
  } catch (error) {
    console.error("This view could not be shown; the page asks for it again.", error);
    throw error;
  }
}

function dataOf(event: string): string | undefined {
  const lines = event.split("\n").filter((line) => line.startsWith("data:"));
  return lines.length ? lines.map((line) => line.slice(5).trimStart()).join("\n") : undefined;
}
