import type { video as fr } from "./video.fr";

/** The video of a slide, in English. */
export const video: typeof fr = {
  title: "The video",
  pause: "Pause the video",
  resume: "Resume the video",
  stop: "Pause",
  goOn: "Resume",
  again: "Restart",
  next: "The video starts with the next step, without sound.",
  trouble: {
    missing: (file) => `The video “${file}” is no longer in the talk’s folder: the room sees its picture, or its description. Put the file back, then return to the slide.`,
    unplayable: (file) =>
      `This computer cannot play “${file}”: the room sees its picture, or its description. Convert it to WebM (VP9) or, on Linux, install gstreamer1.0-libav and restart Gazouillis.`,
  },
  check: {
    fine: (videos) => (videos === 1 ? "The talk’s video plays on this computer." : `The talk’s ${videos} videos play on this computer.`),
    looking: "Trying the talk’s videos…",
    trouble: (files) => (files.length === 1 ? `The video “${files[0]!}” does not play on this computer.` : `${files.length} videos do not play on this computer: ${files.map((file) => `“${file}”`).join(", ")}.`),
    troubleWhat: "The room will see its picture, or its description. Convert it to WebM (VP9) or, on Linux, install gstreamer1.0-libav and restart Gazouillis.",
  },
};
