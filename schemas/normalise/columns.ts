/** Short makers of columns, so that a dataset's table reads as a table. */
import type { Text } from '../text.ts';
import type { AddressColumn, Column, RowsColumn, Sensitivity, ValueColumn } from './shape.ts';

type Names = readonly [from: string, to: string];

const value =
  (kind: ValueColumn['kind'], usual: Sensitivity) =>
  (names: Names, zh: string, en: string, sample: string, sensitivity: Sensitivity = usual): ValueColumn => ({
    kind,
    from: names[0],
    to: names[1],
    label: { 'zh-Hant': zh, en },
    sample,
    sensitivity,
  });

export const text = value('text', 'personal');
export const texts = value('texts', 'personal');
export const nationalId = value('national-id', 'personal');
export const date = value('date', 'personal');
export const number = value('number', 'plain');

export const address = (
  names: Names,
  zh: string,
  en: string,
  sample: string,
  in_: AddressColumn['in'] = 'household-parts',
): AddressColumn => ({
  kind: 'address',
  in: in_,
  from: names[0],
  to: names[1],
  label: { 'zh-Hant': zh, en },
  sample,
  sensitivity: 'personal',
});

export const rows = (names: Names, label: Text, columns: readonly Column[]): RowsColumn => ({
  kind: 'rows',
  from: names[0],
  to: names[1],
  label,
  sensitivity: 'personal',
  columns,
});
