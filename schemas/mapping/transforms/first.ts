/** A list → its first item. */
import type { NormalValue } from '../../datasets/types.ts';
import type { Transform } from './transform.ts';

export const first: Transform = {
  name: 'first',
  parameters: {},
  to: ({ item, list }) => (list ? { item, list: false } : undefined),
  apply: (value) => (Array.isArray(value) ? (value as readonly NormalValue[])[0] : undefined),
};
