import type { Bin, Language, NumberView } from "../../../protocol/generated";

/** How numbers of a question are written, and what is said of them, on stage and console. */
export interface NumberWords {
  /** A number alone. */
  plain: (value: number) => string;
  /** A number with its unit. */
  number: (value: number) => string;
  bin: (bin: Bin) => string;
  median: (value: string) => string;
  half: (low: string, high: string) => string;
  right: (value: string) => string;
  within: (count: number, ballots: number, tolerance: string | null) => string;
  closest: (value: string) => string;
  range: (low: string, high: string) => string;
}

export function numberWords(language: Language, { decimals, unit }: NumberView): NumberWords {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: decimals + 1 });
  const plain = (value: number) => format.format(value).replace("-", "−");
  const number = (value: number) => (unit ? `${plain(value)}\u202f${unit}` : plain(value));
  const span = (low: string, high: string) => (/−/.test(low + high) ? `${low} – ${high}` : `${low}–${high}`);
  const bin = (below: string, above: string) => ({ from, to }: Bin) => {
    if (from === null) return `${below}\u00a0${plain(to ?? 0)}`;
    if (to === null) return `${above}\u00a0${plain(from)}`;
    return from === to ? plain(from) : span(plain(from), plain(to));
  };
  if (language === "fr") {
    const people = (n: number, one: string, many: string) => `${plain(n)}\u00a0${n < 2 ? one : many}`;
    return {
      plain,
      number,
      bin: bin("≤", "≥"),
      median: (value) => `médiane ${value}`,
      half: (low, high) => `la moitié de la salle entre ${low} et ${high}`,
      right: (value) => `Réponse\u00a0: ${value}`,
      within: (count, ballots, tolerance) => `${people(count, "juste", "justes")} sur ${plain(ballots)}${tolerance ? ` (à ±\u00a0${tolerance})` : ""}`,
      closest: (value) => `la plus proche\u00a0: ${value}`,
      range: (low, high) => `de ${low} à ${high}`,
    };
  }
  return {
    plain,
    number,
    bin: bin("≤", "≥"),
    median: (value) => `median ${value}`,
    half: (low, high) => `half of the room between ${low} and ${high}`,
    right: (value) => `Answer: ${value}`,
    within: (count, ballots, tolerance) => `${plain(count)} right of ${plain(ballots)}${tolerance ? ` (±\u00a0${tolerance})` : ""}`,
    closest: (value) => `closest: ${value}`,
    range: (low, high) => `from ${low} to ${high}`,
  };
}
