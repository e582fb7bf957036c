/** Birthdays as the identity screen asks them: seven digits, ROC year first (0690101). Writing them: `compactRocDate`. */

/** Six or seven digits, separators and full-width digits allowed → seven digits; undefined when it is no such date. */
export function readRocBirthday(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s/.\-年月日]/g, '');
  if (!/^\d{6,7}$/.test(digits)) return undefined;
  const seven = digits.padStart(7, '0');
  const year = Number(seven.slice(0, 3)) + 1911;
  const date = new Date(Date.UTC(year, Number(seven.slice(3, 5)) - 1, Number(seven.slice(5))));
  return date.getUTCMonth() === Number(seven.slice(3, 5)) - 1 && year > 1911 ? seven : undefined;
}
