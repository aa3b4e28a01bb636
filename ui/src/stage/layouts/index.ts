import type { Component } from "svelte";
import type { Layout, StageSlide } from "../../protocol/generated";
import Breakdown from "./Breakdown.svelte";
import Center from "./Center.svelte";
import Cover from "./Cover.svelte";
import Default from "./Default.svelte";
import ImageRight from "./ImageRight.svelte";
import Join from "./Join.svelte";
import Leaderboard from "./Leaderboard.svelte";
import Poll from "./Poll.svelte";
import Portrait from "./Portrait.svelte";
import Qa from "./Qa.svelte";
import Quote from "./Quote.svelte";
import Results from "./Results.svelte";
import Section from "./Section.svelte";
import Statement from "./Statement.svelte";
import Survey from "./survey/Survey.svelte";
import TwoCols from "./TwoCols.svelte";

const layouts: Record<Layout, Component> = {
  default: Default,
  cover: Cover,
  section: Section,
  statement: Statement,
  quote: Quote,
  "two-cols": TwoCols,
  "image-right": ImageRight,
  center: Center,
  end: Cover,
  join: Join,
  poll: Poll,
  results: Results,
  profiles: Breakdown,
  qa: Qa,
  leaderboard: Leaderboard,
};

/** What draws a slide. A poll is drawn as a poll whatever layout its author asked for. */
export function layoutOf(slide: StageSlide): Component {
  if (slide.poll) return Poll;
  if (slide.survey) return Survey;
  if (slide.layout === "profiles" && slide.profile !== null) return Portrait;
  return layouts[slide.layout];
}

/** What a slide stands on: paper, the night of openings and ends, or a profile's tint. */
export function groundOf(slide: StageSlide): "paper" | "night" | "tint" {
  if (slide.layout === "cover" || slide.layout === "section" || slide.layout === "end") return "night";
  return slide.layout === "profiles" && slide.profile !== null ? "tint" : "paper";
}
