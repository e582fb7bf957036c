import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { NormalValue } from '../../datasets/types.ts';
import type { Kind } from '../kinds.ts';
import type { TransformStep } from '../types.ts';
import { applySteps, checkSteps, transforms } from './index.ts';

const address = {
  county: '嘉義縣',
  town: '太保市',
  village: '祥和里',
  neighbourhood: '1鄰',
  street: '祥和一路1號',
  whole: '嘉義縣太保市祥和里1鄰祥和一路1號',
};
const married = { use: 'code-to-label', table: { 有偶: 'married' } };

const rows: readonly [step: TransformStep, before: NormalValue, after: NormalValue | undefined][] = [
  [{ use: 'roc-date-text' }, '1984-03-15', '民國73年3月15日'],
  [{ use: 'roc-date-text', style: 'digits' }, '1984-03-15', '0730315'],
  [{ use: 'roc-date-text', style: 'slashes' }, '1911-02-12', '-1/02/12'],
  [{ use: 'roc-date-text' }, '2019-06', undefined],
  [{ use: 'roc-date-text' }, ['1984-03-15', '1911-02-12'], ['民國73年3月15日', '民國前1年2月12日']],
  [{ use: 'roc-month-text' }, '2019-06', '民國108年6月'],
  [{ use: 'roc-month-text' }, '1911-02', '民國前1年2月'],
  [{ use: 'roc-month-text' }, '2019', undefined],
  [{ use: 'day-of' }, '2025-11-03T08:30:00+08:00', '2025-11-03'],
  [{ use: 'day-of' }, '2019-06', '2019-06-01'],
  [{ use: 'day-of' }, 'soon', undefined],
  [{ use: 'address-parts' }, address, { county: '嘉義縣', town: '太保市', detail: '祥和里1鄰祥和一路1號' }],
  [{ use: 'address-parts' }, '台北縣板橋市中山路１號', { county: '新北市', town: '板橋區', detail: '中山路1號' }],
  [{ use: 'address-parts' }, '某地', undefined],
  [{ use: 'address-parts' }, { county: '嘉義縣', whole: '嘉義縣' }, undefined],
  [{ use: 'address-parts' }, ['嘉義縣太保市祥和一路1號'], undefined],
  [{ use: 'sex-from-birth-order' }, '長男', 'M'],
  [{ use: 'sex-from-birth-order' }, '參女', 'F'],
  [{ use: 'sex-from-birth-order' }, '有偶', undefined],
  [{ use: 'mask-id' }, 'A123456789', 'A12345****'],
  [{ use: 'mask-name' }, '陳筱玲', '陳○玲'],
  [{ use: 'mask-name' }, ['陳筱玲', '林明'], ['陳○玲', '林○']],
  [{ use: 'mask-mobile' }, '0912345678', '0912***678'],
  [{ use: 'half-width' }, '１２之３號', '12之3號'],
  [{ use: 'full-width' }, '12號', '１２號'],
  [married, '有偶', 'married'],
  [married, '未婚', undefined],
  [married, 'toString', undefined],
  [married, ['有偶', '未婚'], undefined],
  [{ use: 'number' }, '1,798', 1798],
  [{ use: 'number' }, '１２', 12],
  [{ use: 'number' }, 3.5, 3.5],
  [{ use: 'number' }, '3 cats', undefined],
  [{ use: 'first' }, ['a', 'b'], 'a'],
  [{ use: 'first' }, 'a', undefined],
  [{ use: 'first' }, [], undefined],
  [{ use: 'join' }, ['a', 'b'], 'a、b'],
  [{ use: 'join', with: '' }, ['a', 'b'], 'ab'],
  [{ use: 'join' }, [], undefined],
  [{ use: 'join' }, [1], undefined],
  [{ use: 'count' }, ['a', 'b'], 2],
  [{ use: 'count' }, [], 0],
  [{ use: 'count' }, 'ab', undefined],
  [{ use: 'trim' }, '\u3000a b \n', 'a b'],
  [{ use: 'trim' }, ' ', undefined],
  [{ use: 'upper' }, 'abc-1', 'ABC-1'],
  [{ use: 'none-of-them' }, 'a', undefined],
];
for (const [step, before, after] of rows) {
  test(`${JSON.stringify(step)} of ${JSON.stringify(before)}`, () =>
    assert.deepEqual(applySteps(before, [step]), after));
}

test('every transform is in the table above', () => {
  const tried = new Set(rows.map(([step]) => step.use));
  assert.deepEqual(
    [...transforms.keys()].filter((name) => !tried.has(name)),
    [],
  );
});

test('steps run in order, and one that cannot read ends them', () => {
  assert.equal(applySteps(['陳筱玲', '林明'], [{ use: 'first' }, { use: 'mask-name' }]), '陳○玲');
  assert.equal(applySteps('a', []), 'a');
  assert.equal(applySteps('a', [{ use: 'first' }, { use: 'upper' }]), undefined);
});

test('no value makes a transform throw', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.string()),
    fc.dictionary(fc.string(), fc.string()),
  ) as fc.Arbitrary<NormalValue>;
  fc.assert(
    fc.property(value, fc.constantFrom(...transforms.keys()), fc.anything(), (candidate, use, parameter) => {
      applySteps(candidate, [{ use, table: parameter, with: parameter, style: parameter }]);
    }),
  );
});

const text: Kind = { item: 'text', list: false };
const texts: Kind = { item: 'text', list: true };
const checks: readonly [kind: Kind, steps: readonly TransformStep[], result: Kind | string][] = [
  [text, [], text],
  [texts, [{ use: 'first' }, { use: 'upper' }], text],
  [texts, [{ use: 'count' }], { item: 'number', list: false }],
  [{ item: 'row', list: true }, [{ use: 'count' }], { item: 'number', list: false }],
  [{ item: 'row', list: true }, [{ use: 'join' }], 'transform-kind'],
  [text, [{ use: 'first' }], 'transform-kind'],
  [text, [{ use: 'roc-date-text' }], 'transform-kind'],
  [{ item: 'date', list: false }, [{ use: 'roc-date-text' }], text],
  [{ item: 'date', list: false }, [{ use: 'roc-date-text', style: 'toString' }], 'bad-parameter'],
  [{ item: 'month', list: false }, [{ use: 'roc-month-text' }], text],
  [{ item: 'moment', list: false }, [{ use: 'day-of' }], { item: 'date', list: false }],
  [{ item: 'date', list: false }, [{ use: 'day-of' }], 'transform-kind'],
  [text, [{ use: 'nothing' }], 'unknown-transform'],
  [text, [{ use: 'code-to-label' }], 'bad-parameter'],
  [text, [{ use: 'code-to-label', table: { a: 1 } }], 'bad-parameter'],
  [text, [{ use: 'upper', loud: true }], 'bad-parameter'],
  [{ item: 'address', list: false }, [{ use: 'address-parts' }], { item: 'address-answer', list: false }],
];
for (const [kind, steps, result] of checks) {
  test(`check ${JSON.stringify(steps)} on ${kind.list ? 'a list of ' : ''}${kind.item}`, () => {
    const checked = checkSteps(kind, steps);
    assert.deepEqual('code' in checked ? checked.code : checked.kind, result);
  });
}
