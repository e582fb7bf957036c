import { toHalfWidth } from '../../schemas/taiwan/full-width.ts';

/** Half width and without any space, for codes and numbers that a Chinese input method may have widened. */
export const tight = (text: string): string => toHalfWidth(text).replace(/\s/g, '');
