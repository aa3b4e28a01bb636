const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * 86_400_000],
  ["month", 30 * 86_400_000],
  ["week", 7 * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** How long ago something was, as people say it: “yesterday”, “3 minutes ago”. */
export function ago(at: number, now: number, locale: string, justNow: string): string {
  const past = now - at;
  const [unit, length] = UNITS.find(([, length]) => past >= length) ?? [null, 1];
  return unit ? new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-Math.floor(past / length), unit) : justNow;
}
