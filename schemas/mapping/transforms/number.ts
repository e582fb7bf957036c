/** Text with digits → number; a number stays. Thousands separators and full-width digits are read. */
import type { NormalValue } from '../../datasets/types.ts';
import { toHalfWidth } from '../../taiwan/full-width.ts';
import type { Transform } from './transform.ts';

const read = (value: NormalValue): number | undefined => {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const plain = toHalfWidth(value).replace(/[,\s]/g, '');
  return /^-?\d{1,15}(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
};

export const number: Transform = {
  name: 'number',
  parameters: {},
  to: ({ item, list }) => (!list && (item === 'text' || item === 'number') ? { item: 'number', list } : undefined),
  apply: read,
};
