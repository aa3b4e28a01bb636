import { tied } from "../../design/spaces";

/** U+FE0F asks for the coloured emoji. Ours always are, and WebKitGTK draws a box for a letter that it follows. */
const SELECTOR = /\uFE0F/g;
/** What is no text to be read: names that the program goes by, and code, which is shown letter by letter. */
const NAMES = new Set(["id", "src", "href", "session", "bird", "profile", "handle", "lines", "spans", "tex"]);
const known = new WeakMap<object, unknown>();

/**
 * The same value with every text in it as it can be drawn: free of what WebKitGTK cannot draw, and in French with punctuation that
 * stays on the line of its word.
 */
export function legible<Value extends object>(value: Value): Value {
  const before = known.get(value);
  if (before) return before as Value;
  const isFrench = "language" in value && value.language === "fr";
  const clean = mended(value, isFrench) as Value;
  known.set(value, clean);
  return clean;
}

/** Whatever has nothing to mend stays the very same value. */
function mended(value: unknown, french: boolean): unknown {
  if (typeof value === "string") {
    const drawn = value.replace(SELECTOR, "");
    return french ? tied(drawn) : drawn;
  }
  if (Array.isArray(value)) {
    const all = value.map((one) => mended(one, french));
    return all.every((one, n) => one === value[n]) ? value : all;
  }
  if (value === null || typeof value !== "object") return value;
  const isCode = "type" in value && value.type === "code";
  const entries = Object.entries(value);
  const all = entries.map(([key, one]) => [key, mended(one, french && !isCode && !NAMES.has(key))] as const);
  return all.every(([, one], n) => one === entries[n]![1]) ? value : Object.fromEntries(all);
}
