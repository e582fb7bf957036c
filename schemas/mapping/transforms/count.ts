/** How many there are; 0 is an answer, where the dataset was received and the list is empty. */
import type { Transform } from './transform.ts';

export const count: Transform = {
  name: 'count',
  parameters: {},
  to: ({ list }) => (list ? { item: 'number', list: false } : undefined),
  apply: (value) => (Array.isArray(value) ? value.length : undefined),
};
