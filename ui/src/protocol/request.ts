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

/** The server is in this very computer: what takes longer than this is not on its way any more. */
const DEADLINE_MS = 5_000;

/**
 * Sends JSON, returns JSON. Throws `RequestError` for a refusal and `TypeError` when the server cannot be reached or has
 * not answered within `deadline` milliseconds.
 */
export async function request<Answer>(method: string, url: string, token?: string, body?: unknown, deadline = DEADLINE_MS): Promise<Answer> {
  const headers: Record<string, string> = { "Accept-Language": document.documentElement.lang || navigator.language };
  if (token) headers["Authorization"] = `Bearer ${token}`;
  const init: RequestInit = { method, headers, cache: "no-store" };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    init.body = JSON.stringify(body);
  }
  return inTime(deadline, async (signal) => {
    const response = await fetch(url, { ...init, signal });
    if (response.ok) return (await response.json().catch(unlessAborted(signal))) as Answer;
    throw await refusalOf(response, signal);
  });
}

/** Fetches a file, with the name it is saved under: the server's, else that of its address. */
export function fileOf(url: string, token: string, deadline: number): Promise<{ bytes: Blob; name: string }> {
  return inTime(deadline, async (signal) => {
    const headers = { Authorization: `Bearer ${token}`, "Accept-Language": document.documentElement.lang || navigator.language };
    const response = await fetch(url, { headers, cache: "no-store", signal });
    if (!response.ok) throw await refusalOf(response, signal);
    const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
    return { bytes: await response.blob(), name: name ?? url.replace(/^.*\/|\?.*$/g, "") };
  });
}

/** Does what `work` does, in so many milliseconds or not at all: the body of an answer counts, too. */
export async function inTime<Done>(deadline: number, work: (signal: AbortSignal) => Promise<Done>): Promise<Done> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), deadline);
  try {
    return await work(limit.signal);
  } catch (error) {
    throw limit.signal.aborted ? new TypeError(`no answer within ${deadline} ms`, { cause: error }) : error;
  } finally {
    clearTimeout(timer);
  }
}

/** What the server says about an answer that is not a success. */
export async function refusalOf(response: Response, signal: AbortSignal): Promise<RequestError> {
  const body = (await response.json().catch(unlessAborted(signal))) as ErrorBody | null;
  return new RequestError(response.status, body ?? { code: "internal", message: `${response.status}` });
}

/** A body that is no JSON is none; one that did not arrive in time is an error. */
function unlessAborted(signal: AbortSignal): (error: unknown) => null {
  return (error) => {
    if (signal.aborted) throw error;
    return null;
  };
}
