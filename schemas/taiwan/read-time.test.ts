import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRead, valueOf } from './reading.ts';
import { readTime } from './read-time.ts';

const read: readonly (readonly [typed: string, value: string])[] = [
  ['14:30', '14:30'],
  ['9:05', '09:05'],
  ['１４：３０', '14:30'],
  ['1430', '14:30'],
  ['0000', '00:00'],
  ['23:59', '23:59'],
  ['下午2:30', '14:30'],
  ['下午 2 點半', '14:30'],
  ['下午2點', '14:00'],
  ['下午3', '15:00'],
  ['14時30分', '14:30'],
  ['下午 14:30', '14:30'],
  ['上午12:10', '00:10'],
  ['中午12:00', '12:00'],
  ['中午11:30', '11:30'],
  ['凌晨12點', '00:00'],
  ['2:30 PM', '14:30'],
  ['12:00 a.m.', '00:00'],
  [' 8:00 ', '08:00'],
];
for (const [typed, value] of read) test(`${typed} is ${value}`, () => assert.equal(valueOf(readTime(typed)), value));

const refused: readonly (readonly [typed: string, part: string])[] = [
  ['', 'whole'],
  ['3', 'whole'],
  ['930', 'whole'],
  ['noon', 'whole'],
  ['24:00', 'hour'],
  ['上午 14:30', 'hour'],
  ['9:60', 'minute'],
  ['9:5', 'minute'],
  ['上午9:00 PM', 'whole'],
];
for (const [typed, part] of refused)
  test(`${typed || 'nothing'} is refused for its ${part}`, () => {
    const reading = readTime(typed);
    assert.ok(!isRead(reading));
    assert.equal(reading.part, part);
    assert.equal(valueOf(readTime(reading.example)), reading.example);
  });
