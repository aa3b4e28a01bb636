import { expect, test } from "vitest";
import { slideOf } from "../../console/logic/fixtures";
import type { Block } from "../../protocol/generated";
import { videoAt, videosOf } from "./videos";

const video = (src: string, step: number): Block => ({ type: "video", src, alt: "", poster: null, step });

test("videos are found wherever they stand on a slide", () => {
  const slide = slideOf("default");
  slide.blocks = [
    { type: "quote", blocks: [video("a.webm", 1)] },
    { type: "list", ordered: false, items: [{ step: 2, blocks: [video("b.webm", 3)] }] },
  ];
  slide.right = [video("c.webm", 4)];
  expect(videosOf(slide).map(({ src }) => src)).toEqual(["a.webm", "b.webm", "c.webm"]);
});

test("of the videos whose step has come the last one has its turn", () => {
  const slide = slideOf("default");
  slide.blocks = [video("a.webm", 1), video("b.webm", 3)];
  const turns = [0, 1, 2, 3, 4].map((step) => videoAt(slide, step)?.src ?? null);
  expect(turns).toEqual([null, "a.webm", "a.webm", "b.webm", "b.webm"]);
});
