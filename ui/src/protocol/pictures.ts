import type { VideoAddress } from "./generated";

/**
 * The talk's pictures and videos. Pictures need the bearer token, so they are fetched and shown as blobs; each is fetched once.
 */
let secret = "";
const pictures = new Map<string, Promise<string>>();

/** Says with which secret pictures are fetched: the stage's or the console's. Those of an earlier talk are forgotten. */
export function usePictures(bearer: string): void {
  secret = bearer;
  pictures.clear();
}

/** The picture's blob URL; rejects when there is no such picture. */
export function picture(src: string): Promise<string> {
  const known = pictures.get(src);
  if (known) return known;
  const fetched = fetchPicture(src);
  pictures.set(src, fetched);
  fetched.catch(() => pictures.delete(src));
  return fetched;
}

async function fetchPicture(src: string): Promise<string> {
  return URL.createObjectURL(await (await ask("pictures", src)).blob());
}

/** Where a video is played from. A player sends no token, and asks for the pieces it needs itself. Rejects when there is no such video. */
export async function videoAddress(src: string): Promise<string> {
  const { address } = (await (await ask("videos", src)).json()) as VideoAddress;
  return address;
}

async function ask(what: "pictures" | "videos", src: string): Promise<Response> {
  const path = src.split("/").map(encodeURIComponent).join("/");
  const response = await fetch(`/stage/${what}/${path}`, { headers: { Authorization: `Bearer ${secret}` } });
  if (!response.ok) throw new Error(`${what} ${src}: ${response.status}`);
  return response;
}
