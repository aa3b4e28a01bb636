/** The date and time of a session, as people write them. */
export function dateOf(unixMilliseconds: number, locale: string): string {
  return new Date(unixMilliseconds).toLocaleString(locale, { dateStyle: "long", timeStyle: "short" });
}
