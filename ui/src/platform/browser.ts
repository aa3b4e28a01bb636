import type { Platform, Saved } from "./index";

/** Long enough for any browser to have taken the bytes. */
const KEEP_BLOB_MS = 60_000;

/** A plain browser: it can download, and nothing else. */
export const browser: Platform = {
  saveSummary: ({ fetch }) => download(fetch),
  saveHandout: ({ fetch }) => download(fetch),
};

async function download(fetch: () => Promise<{ bytes: Blob; name: string }>): Promise<Saved> {
  const { bytes, name } = await fetch();
  const url = URL.createObjectURL(bytes);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_BLOB_MS);
  return { kind: "downloaded" };
}
