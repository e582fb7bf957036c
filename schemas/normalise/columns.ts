/** Short makers of columns, so that a dataset's table reads as a table. What else a column may say: `column-marks.ts`. */
import type { Text } from '../text.ts';
import type { AddressColumn, Column, RowsColumn, Sensitivity, ValueColumn, ValueKind } from './shape.ts';

type Names = readonly [from: string, to: string];

const value =
  (kind: Exclude<ValueKind, 'code'>, usual: Sensitivity) =>
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
/** 統一編號; a number of the payload gets its leading zeros back. */
export const businessNumber = value('business-number', 'plain');
/** Normal form and sample `1980-01-01`. */
export const date = value('date', 'personal');
/** Normal form and sample `2019-06`. */
export const month = value('month', 'personal');
/** Normal form and sample `2025-11-03T08:30:00+08:00`. */
export const dateTime = value('date-time', 'personal');
export const number = value('number', 'plain');
/** New Taiwan dollars; `1,234`, `NT$1234` and `1234元` are read too. */
export const money = value('money', 'personal');
/** JPEG or PNG in Base64; the normal form is the Base64 alone. */
export const image = value('image', 'personal');

/** `labels`: what the agency writes → words. Forms get the words; a word in the place of a code stays. The sample is a label. */
export const code = (
  names: Names,
  zh: string,
  en: string,
  labels: { readonly [code: string]: string },
  sample: string,
  sensitivity: Sensitivity = 'personal',
): ValueColumn => ({
  kind: 'code',
  from: names[0],
  to: names[1],
  label: { 'zh-Hant': zh, en },
  labels,
  sample,
  sensitivity,
});

const yesAndNo = { Y: '是', N: '否', 1: '是', 0: '否', TRUE: '是', FALSE: '否', T: '是', F: '否', 有: '是', 無: '否' };

/** 是 or 否, however the agency writes it: JSON's own, `Y`/`N`, `1`/`0`, 有/無. */
export const yesNo = (
  names: Names,
  zh: string,
  en: string,
  sample: '是' | '否',
  sensitivity: Sensitivity = 'personal',
): ValueColumn => code(names, zh, en, yesAndNo, sample, sensitivity);

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

/** Rows may hold rows. */
export const rows = (names: Names, label: Text, columns: readonly Column[]): RowsColumn => ({
  kind: 'rows',
  from: names[0],
  to: names[1],
  label,
  sensitivity: 'personal',
  columns,
});
