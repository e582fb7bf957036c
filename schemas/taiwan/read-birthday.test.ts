import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholeDate } from '../keyboard/date-boxes.ts';
import { readBirthday } from './read-birthday.ts';
import { valueOf } from './reading.ts';

const boxes = (year: string, month: string, day: string) => ({ before: false, year, month, day });

test('birthdays are read as people write them', () => {
  for (const typed of [
    '0690101',
    '690101',
    '069/01/01',
    '０６９０１０１',
    ' 069 0101 ',
    '69/1/1',
    '69.1.1',
    '民國69年1月1日',
    '1980-01-01',
    '19800101',
    '六十九年元月一日',
    boxes('69', '1', '1'),
    boxes('１９８０', '01', ' 1\u200B'),
    boxes('民國69年', '1月', '1日'),
    boxes('', '690101', ''),
    boxes('69/1/1', '', ''),
    boxes('', '', '1980-01-01'),
  ])
    assert.equal(valueOf(readBirthday(typed)), '1980-01-01', JSON.stringify(typed));
});

test('what is no birthday is refused, and its part is named', () => {
  const refused: readonly (readonly [string | ReturnType<typeof boxes>, string])[] = [
    ['', 'whole'],
    ['abc', 'whole'],
    ['0691301', 'month'],
    ['0690230', 'day'],
    ['0000101', 'year'],
    ['民國前1年1月1日', 'year'],
    ['2079-01-01', 'year'],
    [boxes('69', '13', '1'), 'month'],
    [boxes('69', '2', '30'), 'day'],
    [boxes('', '2', '3'), 'year'],
    [boxes('69', '', '3'), 'month'],
  ];
  for (const [typed, part] of refused) {
    const reading = readBirthday(typed, '2026-01-01');
    assert.equal('part' in reading ? reading.part : JSON.stringify(reading), part, JSON.stringify(typed));
  }
});

test('a whole date is told from what belongs into one box', () => {
  assert.deepEqual(wholeDate('75/9/21', 'birthday'), { beforeRepublic: false, year: 75, month: 9, day: 21 });
  assert.deepEqual(wholeDate('750921', 'birthday'), { beforeRepublic: false, year: 75, month: 9, day: 21 });
  assert.deepEqual(wholeDate('民國前1年2月3日', 'day'), { beforeRepublic: true, year: 1, month: 2, day: 3 });
  for (const text of ['75', '1986', '民國75年', '民國114年', '12月'])
    assert.equal(wholeDate(text, 'birthday'), undefined, text);
});
