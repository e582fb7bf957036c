/** One kind of missing: agencies write `""`, `"N/A"`, `"0000000"`, `null`, `"-"`, or leave the key out. */
import type { JsonValue } from '../datasets/types.ts';
import { plain } from '../taiwan/plain-text.ts';

const placeholders: ReadonlySet<string> = new Set(['', 'N/A', 'NA', 'NULL', '0000000', '00000000', '-', '--', '---']);
/** A zero date as databases write it, with or without a time. */
const zeroDate = /^0{2,4}([-/.])0{1,2}\1 ?0{1,2}(?:[T ][0:.]+)?$/;

export const isMissing = (value: JsonValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && isPlaceholder(plain(value).toUpperCase()));

const isPlaceholder = (text: string): boolean => placeholders.has(text) || zeroDate.test(text);
