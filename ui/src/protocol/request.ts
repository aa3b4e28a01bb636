import type { ErrorBody } from "./generated";

/** An answer that is not a success, with the server's code and words. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
  ) {
    super(body.message);
  }
}

/** Sends JSON, returns JSON. Throws `RequestError` for a refusal and `TypeError` when the server cannot be reached. */
export async function request<Answer>(method: string, url: string, token?: string, body?: unknown): Promise<Answer> {
  const headers: HeadersInit = { "Accept-Language": document.documentElement.lang || navigator.language };
  if (token) headers["Authorization"] = `Bearer ${token}`;
  const init: RequestInit = { method, headers, cache: "no-store" };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    init.body = JSON.stringify(body);
  }
  const response = await fetch(url, init);
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new RequestError(response.status, (answer ?? { code: "internal", message: `${response.status}` }) as ErrorBody);
  return answer as Answer;
}
