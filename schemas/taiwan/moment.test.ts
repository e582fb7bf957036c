import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMoment } from './moment.ts';

const rows: readonly [text: string, moment: string | undefined][] = [
  ['2025-11-03T08:30:00+08:00', '2025-11-03T08:30:00+08:00'],
  ['2025-11-03T00:30:00Z', '2025-11-03T08:30:00+08:00'],
  ['2025-11-03T23:30:15.250+0000', '2025-11-04T07:30:15+08:00'],
  ['2025-11-03T08:30', '2025-11-03T08:30:00+08:00'],
  ['2025-11-03 08:30:59', '2025-11-03T08:30:59+08:00'],
  ['2025/11/3 8:30', '2025-11-03T08:30:00+08:00'],
  ['114/11/03 08:30', '2025-11-03T08:30:00+08:00'],
  ['１１４／１１／０３　０８：３０', '2025-11-03T08:30:00+08:00'],
  ['1141103083000', '2025-11-03T08:30:00+08:00'],
  ['11411030830', '2025-11-03T08:30:00+08:00'],
  ['20251103083000', '2025-11-03T08:30:00+08:00'],
  ['202511030830', '2025-11-03T08:30:00+08:00'],
  ['1141103 083000', '2025-11-03T08:30:00+08:00'],
  ['114年11月3日8時30分', '2025-11-03T08:30:00+08:00'],
  ['民國114年11月03日 08時30分05秒', '2025-11-03T08:30:05+08:00'],
  ['1141103', '2025-11-03T00:00:00+08:00'],
  ['114/02/30 08:30', undefined],
  ['114/11/03 24:00', undefined],
  ['1141103086000', undefined],
  ['2025-02-30T08:30:00Z', undefined],
  ['08:30', undefined],
  ['昨天', undefined],
  ['', undefined],
];
for (const [text, moment] of rows) test(`「${text}」`, () => assert.equal(parseMoment(text), moment));

test('what is written in ISO is read as the same moment, and no text makes it throw', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1912-01-02'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const read = parseMoment(date.toISOString());
      assert.equal(new Date(read ?? '').getTime(), Math.floor(date.getTime() / 1000) * 1000);
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => void parseMoment(text)));
});
