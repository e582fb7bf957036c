/** What each kind of column reads, and what it leaves unread. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonValue, NormalValue } from '../datasets/types.ts';
import {
  businessNumber,
  code,
  date,
  dateTime,
  image,
  money,
  month,
  nationalId,
  number,
  text,
  texts,
  yesNo,
} from './columns.ts';
import { readValue } from './read-value.ts';
import { sampleJpeg } from './sample-image.ts';
import type { ValueColumn } from './shape.ts';

const names = ['A', 'a'] as const;
const sex = code(names, '性別', 'sex', { M: '男', F: '女', 1: '男', 2: '女' }, '男');
const married = yesNo(names, '已婚', 'married', '是');

const read: readonly [column: ValueColumn, cell: JsonValue, value: NormalValue][] = [
  [text(names, '', '', ''), ' 陳筱玲\u0000', '陳筱玲'],
  [text(names, '', '', ''), 612, '612'],
  [texts(names, '', '', ''), ['a', null, 'b'], ['a', 'b']],
  [nationalId(names, '', '', ''), 'ａ123456789 ', 'A123456789'],
  [businessNumber(names, '', '', ''), 4595257, '04595257'],
  [businessNumber(names, '', '', ''), '０４５９５２５７', '04595257'],
  [businessNumber(names, '', '', ''), '0459', '0459'],
  [date(names, '', '', ''), '0690101', '1980-01-01'],
  [month(names, '', '', ''), '201906', '2019-06'],
  [month(names, '', '', ''), '10806', '2019-06'],
  [month(names, '', '', ''), '108年6月', '2019-06'],
  [month(names, '', '', ''), '1080601', '2019-06'],
  [dateTime(names, '', '', ''), '1141103083000', '2025-11-03T08:30:00+08:00'],
  [number(names, '', '', ''), '１，２３４.5', 1234.5],
  [money(names, '', '', ''), 1234, 1234],
  [money(names, '', '', ''), 'NT$1,234', 1234],
  [money(names, '', '', ''), '＄1,234元', 1234],
  [money(names, '', '', ''), '-1234元整', -1234],
  [sex, 'F', '女'],
  [sex, ' f ', '女'],
  [sex, 1, '男'],
  [sex, '女', '女'],
  [sex, '未說明', '未說明'],
  [married, true, '是'],
  [married, false, '否'],
  [married, 0, '否'],
  [married, '無', '否'],
  [married, 'y', '是'],
  [image(names, '', '', ''), sampleJpeg, sampleJpeg],
  [image(names, '', '', ''), `data:image/jpeg;base64,${sampleJpeg.slice(0, 40)}\n${sampleJpeg.slice(40)}`, sampleJpeg],
];
for (const [column, cell, value] of read) {
  test(`${column.kind}: ${JSON.stringify(cell).slice(0, 40)}`, () =>
    assert.deepEqual(readValue(column, cell), { is: 'value', value }));
}

const others: readonly [column: ValueColumn, cell: JsonValue, is: string][] = [
  [sex, '9', 'unreadable'],
  [sex, 'toString', 'unreadable'],
  [sex, ['F'], 'wrong-type'],
  [month(names, '', '', ''), '201913', 'unreadable'],
  [dateTime(names, '', '', ''), '上午', 'unreadable'],
  [money(names, '', '', ''), '一千元', 'unreadable'],
  [money(names, '', '', ''), true, 'wrong-type'],
  [image(names, '', '', ''), 'R0lGODlhAQABAAAAACw=', 'unreadable'],
  [image(names, '', '', ''), '<svg/>', 'unreadable'],
  [image(names, '', '', ''), {}, 'wrong-type'],
  [businessNumber(names, '', '', ''), '-', 'missing'],
  [text(names, '', '', ''), false, 'wrong-type'],
];
for (const [column, cell, is] of others) {
  test(`${column.kind}: ${JSON.stringify(cell)} is ${is}`, () => assert.equal(readValue(column, cell).is, is));
}
