/**
 * A live view over Server-Sent Events, read with `fetch` so that it can carry a bearer token. Every event is a whole
 * view, so after a lost connection the newest one is all that is needed.
 */
export interface LiveOptions<View> {
  url: string;
  token?: string;
  onView: (view: View) => void;
  /** Told when the connection is up and when it is lost. */
  onConnected?: (connected: boolean) => void;
}

/** Silence for this long means the connection is dead; the server speaks at least every 10 s. */
const SILENCE_MS = 25_000;
const RETRY_MS = [250, 500, 1_000, 2_000, 4_000];

/** Follows a live view until the returned function is called. Comes back by itself after sleep, loss or restart. */
export function follow<View>(options: LiveOptions<View>): () => void {
  let stopped = false;
  let attempt = 0;
  let current: AbortController | undefined;
  let wake: (() => void) | undefined;

  const run = async () => {
    while (!stopped) {
      current = new AbortController();
      try {
        await read(options, current, () => {
          attempt = 0;
        });
      } catch {
        // A lost connection is normal here; what matters is coming back.
      }
      if (stopped) return;
      options.onConnected?.(false);
      const delay = RETRY_MS[Math.min(attempt++, RETRY_MS.length - 1)] ?? 1_000;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, delay + Math.random() * delay * 0.3);
      });
    }
  };
  const reconnect = () => {
    if (document.visibilityState === "hidden") return;
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

async function read<View>(options: LiveOptions<View>, abort: AbortController, alive: () => void): Promise<void> {
  let silence = setTimeout(() => abort.abort(), SILENCE_MS);
  try {
    const headers: HeadersInit = { Accept: "text/event-stream" };
    if (options.token) headers["Authorization"] = `Bearer ${options.token}`;
    const response = await fetch(options.url, { headers, signal: abort.signal, cache: "no-store" });
    if (!response.ok || !response.body) throw new Error(`live view: ${response.status}`);
    options.onConnected?.(true);
    alive();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let buffer = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      clearTimeout(silence);
      silence = setTimeout(() => abort.abort(), SILENCE_MS);
      buffer += value;
      let end: number;
      let newest: string | undefined;
      while ((end = buffer.indexOf("\n\n")) >= 0) {
        newest = dataOf(buffer.slice(0, end)) ?? newest;
        buffer = buffer.slice(end + 2);
      }
      if (newest !== undefined) options.onView(JSON.parse(newest) as View);
    }
  } finally {
    clearTimeout(silence);
  }
}

function dataOf(event: string): string | undefined {
  const lines = event.split("\n").filter((line) => line.startsWith("data:"));
  return lines.length ? lines.map((line) => line.slice(5).trimStart()).join("\n") : undefined;
}
