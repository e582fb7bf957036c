import { expect } from '@open-wc/testing';
import type { Field } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import { officialOf } from '../testing/field-suite.ts';
import { displayAnswer } from './display.ts';
import { isChanged, owedBeside } from './official-state.ts';
import { dateText, timeText } from './roc-time.ts';
import { sameAnswer } from './same-answer.ts';

const text = (zh: string) => ({ 'zh-Hant': zh, en: zh });

describe('times', () => {
  it('are those of Taiwan, whatever the offset', () => {
    expect(timeText('2026-11-23T06:05:00Z', 'zh-Hant')).to.equal('民國115年11月23日 14:05');
    expect(timeText('2026-12-31T23:00:00-05:00', 'zh-Hant')).to.equal('民國116年1月1日 12:00');
    expect(timeText('2026-11-23T06:05:00Z', 'en')).to.equal('2026-11-23 14:05');
    expect(timeText('soon', 'zh-Hant')).to.equal('soon');
  });
  it('know years before the Republic', () => expect(dateText('1911-12-31', 'zh-Hant')).to.equal('民國前1年12月31日'));
});

describe('sameAnswer', () => {
  const rows: [AnswerValue | undefined, AnswerValue | undefined, boolean][] = [
    ['a', 'a', true],
    ['1', 1, false],
    [undefined, undefined, true],
    [undefined, 'a', false],
    [['a', 'b'], ['a', 'b'], true],
    [['a'], ['a', 'b'], false],
    [{ a: '1' }, { a: '1', b: undefined }, true],
    [{ a: '1' }, { a: '1', b: '2' }, false],
    [[], {}, false],
    [[{ a: ['x'] }], [{ a: ['x'] }], true],
  ];
  for (const [a, b, same] of rows)
    it(`${JSON.stringify(a)} ${same ? '=' : '≠'} ${JSON.stringify(b)}`, () => expect(sameAnswer(a, b)).to.equal(same));
});

describe('what is owed beside an official value', () => {
  const wrong = (said: string) => ({ kind: 'wrong' as const, text: said });
  it('confirm: first the verdict, then what is wrong', () => {
    const official = officialOf('confirm', 'a');
    expect(owedBeside(official, undefined, undefined)).to.equal('confirm');
    expect(owedBeside(official, 'a', undefined)).to.equal(undefined);
    expect(owedBeside(official, 'a', wrong(' '))).to.equal('claim');
    expect(owedBeside(official, 'a', wrong('錯字'))).to.equal(undefined);
  });
  it('editable: a reason for a change, emptying included', () => {
    const official = officialOf('editable', 'a');
    expect(owedBeside(official, 'a', undefined)).to.equal(undefined);
    expect(owedBeside(official, 'b', undefined)).to.equal('reason');
    expect(isChanged(official, undefined)).to.equal(true);
    expect(owedBeside(official, 'b', { kind: 'changed', text: '搬家' })).to.equal(undefined);
  });
  it('nothing for locked, compare, or no official value', () => {
    expect(owedBeside(officialOf('locked', 'a'), 'a', undefined)).to.equal(undefined);
    expect(owedBeside(officialOf('compare'), undefined, undefined)).to.equal(undefined);
    expect(owedBeside(undefined, undefined, undefined)).to.equal(undefined);
  });
});

describe('displayAnswer', () => {
  const group: Field = {
    type: 'group',
    id: 'g',
    label: text('成員'),
    rowTitle: text('成員'),
    maxRows: 3,
    fields: [
      { type: 'text', id: 'name', label: text('姓名') },
      { type: 'roc-date', id: 'born', label: text('生日') },
    ],
  };
  const base = { id: 'x', label: text('題') };
  const rows: [Field, AnswerValue | undefined, string][] = [
    [{ ...base, type: 'text' }, undefined, '未填寫'],
    [{ ...base, type: 'roc-date' }, '114/2/30', '114/2/30'],
    [{ ...base, type: 'number', unit: text('元') }, 0, '0 元'],
    [
      { ...base, type: 'address' },
      { county: '嘉義縣', town: '太保市', detail: '1號', postcode: '612' },
      '612 嘉義縣太保市1號',
    ],
    [{ ...base, type: 'declaration', statement: text('真') }, true, '已閱讀並同意'],
    [{ ...base, type: 'file', accept: [], maxBytes: 1, maxFiles: 1 }, [{ id: '1', name: 'a.pdf' }], 'a.pdf'],
    [group, [{ name: '王一', born: '1980-01-02' }, { name: '王二' }], '王一，民國69年1月2日；王二'],
    [group, [], '未填寫'],
  ];
  for (const [field, value, shown] of rows)
    it(`${field.type}: ${shown}`, () => expect(displayAnswer(field, value, 'zh-Hant')).to.equal(shown));
});
