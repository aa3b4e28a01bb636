/** A language that the app speaks. */
export type Language = "fr" | "en";

/** The language of a page: the one its address names (`?lang=fr`), else that of the browser, where French is French and all else English. */
export function languageOf(search: string, browser: string): Language {
  const named = new URLSearchParams(search).get("lang");
  if (named === "fr" || named === "en") return named;
  return browser.toLowerCase().startsWith("fr") ? "fr" : "en";
}
