/** Which ranges make up a proof (RFC 9162 sections 2.1.3.1 and 2.1.4.1); their hashes, in this order, are the proof. */
import { splitOf, type Range } from './nodes.ts';

/** That leaf `index` is in the tree of `size` leaves. @throws RangeError unless 0 ≤ index < size */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size)
    throw new RangeError('index must be in the tree');
  const path = (start: number, end: number): readonly Range[] => {
    if (end - start === 1) return [];
    const middle = start + splitOf(end - start);
    return index < middle
      ? [...path(start, middle), { start: middle, end }]
      : [...path(middle, end), { start, end: middle }];
  };
  return path(0, size);
}

/** That the tree of `to` leaves begins with the tree of `from` leaves. @throws RangeError unless 1 ≤ from ≤ to */
export function consistencyRanges(from: number, to: number): readonly Range[] {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 1 || from > to)
    throw new RangeError('from must be at least 1 and at most to');
  const path = (start: number, end: number, known: boolean): readonly Range[] => {
    if (end === from) return known ? [] : [{ start, end }];
    const middle = start + splitOf(end - start);
    return from <= middle
      ? [...path(start, middle, known), { start: middle, end }]
      : [...path(middle, end, false), { start, end: middle }];
  };
  return path(0, to, true);
}
