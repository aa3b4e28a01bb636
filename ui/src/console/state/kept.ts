/** Small things the console remembers by itself, such as the size of the notes. Losing them harms nothing. */
const PREFIX = "gazouillis.console.";

export function kept<Value>(key: string, valid: (value: unknown) => boolean): Value | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? "null");
    return valid(value) ? (value as Value) : null;
  } catch {
    return null;
  }
}

export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Storage may be full or forbidden; then it is remembered until the page closes.
  }
}
