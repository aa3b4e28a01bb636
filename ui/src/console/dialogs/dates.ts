/** The date and time of a session, as people write them. */
export function dateOf(unixMilliseconds: number, language: string): string {
  return new Date(unixMilliseconds).toLocaleString(language, { dateStyle: "long", timeStyle: "short" });
}
