import type { Block, StageSlide } from "../../protocol/generated";

type VideoBlock = Extract<Block, { type: "video" }>;

/** The videos of a slide, in the order of their steps. */
export function videosOf(slide: StageSlide): VideoBlock[] {
  const within = (blocks: Block[]): VideoBlock[] =>
    blocks.flatMap((block) => {
      if (block.type === "video") return [block];
      if (block.type === "quote") return within(block.blocks);
      if (block.type === "list") return block.items.flatMap((item) => within(item.blocks));
      return [];
    });
  return [...within(slide.blocks), ...within(slide.right)];
}

/** The one whose turn it is: of those whose step has come, the last. The others stand still. */
export function videoAt(slide: StageSlide, step: number): VideoBlock | null {
  const begun = videosOf(slide).filter((video) => video.step <= step);
  return begun.reduce<VideoBlock | null>((last, video) => (last && last.step >= video.step ? last : video), null);
}
