import { halfWidth } from '../half-width.ts';

/** Digits, with `#` before an extension; the usual separators are dropped, anything else stays to be found wrong. */
export const parsePhone = (text: string): string | undefined =>
  halfWidth(text)
    .replace(/[-()－–]/g, '')
    .replace(/^\+8860?/, '0')
    .replace(/分機|轉|ext\.?/i, '#') || undefined;
