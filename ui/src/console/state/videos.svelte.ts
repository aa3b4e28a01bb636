import { onMount } from "svelte";
import { videoAddress } from "../../protocol/pictures";
import type { VideosStand } from "../logic/checks";
import { videosOf } from "../../stage/content/videos";
import type { Desk } from "./desk.svelte";

/** Tries each of the talk's videos once, as far as its first frame, while a component is there. A talk without any has no stand. */
export function tryVideos(desk: Desk): { readonly now: VideosStand | null } {
  const files = [...new Set(desk.deck.stage.slides.flatMap((slide) => videosOf(slide).map(({ src }) => src)))];
  let unplayable: string[] | null = $state(null);
  onMount(() => {
    let left = false;
    void (async () => {
      const found: string[] = [];
      // One after the other: a laptop decodes few at once.
      for (const file of files) {
        if (left) return;
        if (!(await plays(file))) found.push(file);
      }
      unplayable = found;
    })();
    return () => (left = true);
  });
  return {
    get now() {
      return files.length ? { count: files.length, unplayable } : null;
    },
  };
}

async function plays(src: string): Promise<boolean> {
  const video = document.createElement("video");
  try {
    const address = await videoAddress(src);
    return await new Promise<boolean>((done) => {
      video.muted = true;
      video.preload = "auto";
      video.onloadeddata = () => done(video.videoWidth > 0);
      video.onerror = () => done(false);
      video.src = address;
    });
  } catch {
    return false;
  } finally {
    video.removeAttribute("src");
    video.load();
  }
}
