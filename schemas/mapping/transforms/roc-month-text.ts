/** `2019-06` → 「民國108年6月」. */
import { formatRocMonth } from '../../taiwan/roc-date.ts';
import { textTransform } from './transform.ts';

export const rocMonthText = textTransform('roc-month-text', ['month'], 'text', formatRocMonth);
