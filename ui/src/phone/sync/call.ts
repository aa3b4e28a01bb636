import type { ErrorBody } from "../../protocol/generated";

/** An answer that is not a success. The phone has words of its own, so only the code matters here. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** Milliseconds the server asks to be left alone for. */
    readonly retryAfter: number,
  ) {
    super(code);
  }
}

export interface Call {
  readonly method: "GET" | "POST" | "PUT";
  readonly url: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

/** Sends JSON, returns JSON. Unlike the desk's `request`, it can be cut short and heeds `Retry-After`. */
export async function call<Answer>(fetch: typeof globalThis.fetch, { method, url, token, body, signal }: Call): Promise<Answer> {
  const headers: Record<string, string> = {};
  if (token) headers["Authorization"] = `Bearer ${token}`;
  if (body) headers["Content-Type"] = "application/json";
  const response = await fetch(url, { method, headers, body: body ? JSON.stringify(body) : null, signal, cache: "no-store" });
  if (response.ok) return (await response.json()) as Answer;
  const { code } = (await response.json().catch(() => ({}))) as Partial<ErrorBody>;
  throw new Refusal(response.status, code ?? "", 1000 * (Number(response.headers.get("Retry-After")) || 0));
}
