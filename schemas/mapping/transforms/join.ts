/** A list of texts → one text; `with` between them, 「、」 where it is not given. */
import type { NormalValue } from '../../datasets/types.ts';
import { anyText } from './transform.ts';
import type { Transform } from './transform.ts';

export const join: Transform = {
  name: 'join',
  parameters: { with: { required: false, fits: (value) => typeof value === 'string' } },
  to: ({ item, list }) => (list && anyText.includes(item) ? { item: 'text', list: false } : undefined),
  apply: (value, step) => {
    if (!Array.isArray(value)) return undefined;
    const items = value as readonly NormalValue[];
    if (!items.length || !items.every((item) => typeof item === 'string')) return undefined;
    return items.join(typeof step['with'] === 'string' ? step['with'] : '、');
  },
};
