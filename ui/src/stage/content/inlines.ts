import type { Block, Inline } from "../../protocol/generated";

/** The words of a run of text, without their look. */
export function plain(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === "text" || inline.type === "code") return inline.text;
      if (inline.type === "formula") return inline.formula.tex;
      return inline.type === "break" ? " " : plain(inline.children);
    })
    .join("");
}

/** The blocks without a first heading that only repeats the slide's title. */
export function withoutTitle(blocks: Block[], title: string | null): Block[] {
  const first = blocks[0];
  const repeated = first?.type === "heading" && plain(first.inlines).trim() === title?.trim();
  return repeated ? blocks.slice(1) : blocks;
}
