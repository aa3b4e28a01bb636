/** A mean or a spread: always one decimal, so that 3,0 is known to be as exact as 3,1 beside it. */
export function tenths(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}
