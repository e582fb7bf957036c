/** Text with digits → number, by the one reader of amounts; a number stays. What cannot be read without a change is none. */
import type { NormalValue } from '../../datasets/types.ts';
import { readAmount } from '../../taiwan/amount.ts';
import { valueOf } from '../../taiwan/reading.ts';
import type { Transform } from './transform.ts';

const read = (value: NormalValue): number | undefined =>
  typeof value === 'number' ? value : typeof value === 'string' ? valueOf(readAmount(value)) : undefined;

export const number: Transform = {
  name: 'number',
  parameters: {},
  to: ({ item, list }) => (!list && (item === 'text' || item === 'number') ? { item: 'number', list } : undefined),
  apply: read,
};
