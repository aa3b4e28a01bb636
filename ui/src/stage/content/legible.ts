/** U+FE0F asks for the coloured emoji. Ours always are, and WebKitGTK draws a box for a letter that it follows. */
const SELECTOR = /\uFE0F/g;
const known = new WeakMap<object, unknown>();

/** The same value with every text in it free of what WebKitGTK cannot draw. */
export function legible<Value extends object>(value: Value): Value {
  const before = known.get(value);
  if (before) return before as Value;
  const text = JSON.stringify(value);
  const clean = text.includes("\uFE0F") ? (JSON.parse(text.replace(SELECTOR, "")) as Value) : value;
  known.set(value, clean);
  return clean;
}
