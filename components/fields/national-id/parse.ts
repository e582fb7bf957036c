import { tight } from '../tight.ts';

/** Capitals, half width, no separators. */
export const parseNationalId = (text: string): string | undefined =>
  tight(text).replaceAll('-', '').toUpperCase() || undefined;
