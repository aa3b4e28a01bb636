/** One option as a measure: words, a figure and a bar. */
export interface Measure {
  id: string;
  text: string;
  /** Its place from 1, once the room has ranked it or the right order is shown. */
  place: number | null;
  /** Null as long as the room may not see it. */
  figure: { value: number; format: (value: number) => string } | null;
  /** A small figure beside it. */
  beside: string | null;
  /** The bar's length as a percentage of its line. */
  share: number;
  /** As much of the line, from its beginning on, is drawn stronger. */
  strong: number;
  tone: "plain" | "leads" | "right" | "rest";
}
