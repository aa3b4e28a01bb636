/** A request without an answer for this long is given up. */
const PATIENCE_MS = 8_000;
const TRIES = 3;

/** A request of the channels; all of them may be sent twice without harm. Returns why it was not taken, "" when it was. */
export async function send(token: string, method: "POST" | "PUT" | "DELETE", url: string, body?: unknown): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const [response, code] = await once(token, method, url, body);
    if (response?.ok) return "";
    const final = response && response.status < 500;
    if (final || attempt === TRIES) return code || "silent";
    await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** attempt * (1 + Math.random() / 2)));
  }
}

/** Asks for something that the server has of this phone; null when there is no answer. */
export async function fetched<Got>(token: string, url: string): Promise<Got | null> {
  const [response, , got] = await once(token, "GET", url);
  return response?.ok ? (got as Got) : null;
}

async function once(token: string, method: string, url: string, body?: unknown): Promise<[Response | null, string, unknown]> {
  const abort = new AbortController();
  const patience = setTimeout(() => abort.abort(), PATIENCE_MS);
  const headers: Record<string, string> = { Authorization: `Bearer ${token}` };
  if (body) headers["Content-Type"] = "application/json";
  try {
    const response = await fetch(url, { method, headers, body: body ? JSON.stringify(body) : null, signal: abort.signal, cache: "no-store" });
    const got: unknown = await response.json().catch(() => null);
    return [response, response.ok ? "" : ((got as { code?: string } | null)?.code ?? ""), got];
  } catch {
    return [null, "", null];
  } finally {
    clearTimeout(patience);
  }
}
