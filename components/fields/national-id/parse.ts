import { halfWidth } from '../half-width.ts';

/** Capitals, half width, no separators. */
export const parseNationalId = (text: string): string | undefined =>
  halfWidth(text).replaceAll('-', '').toUpperCase() || undefined;
