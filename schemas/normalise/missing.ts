/** One kind of missing: agencies write `""`, `"N/A"`, `"0000000"`, `null`, `"-"`, or leave the key out. */
import type { JsonValue } from '../datasets/types.ts';
import { toHalfWidth } from '../taiwan/full-width.ts';

const placeholders: ReadonlySet<string> = new Set(['', 'N/A', 'NA', 'NULL', '0000000', '00000000', '-', '--']);

export const isMissing = (value: JsonValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && placeholders.has(toHalfWidth(value).trim().toUpperCase()));
