/** ISO date → as people write it. `style`: `words` 民國114年3月5日 (default), `slashes` 114/03/05, `digits` 1140305. */
import { compactRocDate, formatRocDate, rocDateOf } from '../../taiwan/roc-date.ts';
import { textTransform } from './transform.ts';

const styles: Readonly<Record<string, (iso: string) => string | undefined>> = {
  words: formatRocDate,
  digits: compactRocDate,
  slashes: (iso) => {
    const date = rocDateOf(iso);
    return date && `${date.beforeRepublic ? '-' : ''}${date.year}/${iso.slice(5, 7)}/${iso.slice(8)}`;
  },
};

export const rocDateText = textTransform(
  'roc-date-text',
  ['date'],
  'text',
  (iso, step) => styles[typeof step['style'] === 'string' ? step['style'] : 'words']?.(iso),
  { style: { required: false, fits: (value) => typeof value === 'string' && Object.hasOwn(styles, value) } },
);
