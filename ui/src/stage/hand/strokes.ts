import { getStroke } from "perfect-freehand";
import type { HandPoint } from "../../protocol/generated";

/** The width of the pen, in units of the stage. */
const WIDTH = 14;

/** The outline of a stroke, as the data of an SVG path in units of the stage (1920 × 1080). */
export function pathOf(stroke: readonly HandPoint[]): string {
  const points = stroke.map(({ x, y }) => [x * 1920, y * 1080]);
  const outline = getStroke(points, { size: WIDTH, thinning: 0.35, smoothing: 0.6, streamline: 0.4 });
  const [first, ...rest] = outline;
  if (!first) return "";
  const at = ([x, y]: number[]) => `${x!.toFixed(1)} ${y!.toFixed(1)}`;
  // Curves through the middles of the outline's edges, which its own points pull.
  const curves = rest.map((point, n) => {
    const next = rest[n + 1] ?? first;
    return `Q${at(point)} ${at([(point[0]! + next[0]!) / 2, (point[1]! + next[1]!) / 2])}`;
  });
  return `M${at(first)}${curves.join("")}Z`;
}
