import { expect } from '@open-wc/testing';
import type { Field } from '#schemas/form/definition.ts';
import { commonSource, saidOf, shownAnswer, shownRows } from './check-origin.ts';
import { FormModel } from './form-model.ts';
import { definition, officialValue } from './testing/definition.ts';

const field: Field = { id: 'name', type: 'text', label: { 'zh-Hant': '姓名', en: 'Name' } };
const other: Field = { ...field, id: 'kin', label: { 'zh-Hant': '稱謂', en: 'Relation' } };
const wrong = (text: string) => ({ kind: 'wrong', text }) as const;

describe('where an answer on the check page comes from', () => {
  const shown = (...rest: [value?: string, official?: Parameters<typeof shownAnswer>[2]]) =>
    shownAnswer(field, rest[0], rest[1], undefined, 'zh-Hant');

  it('is said of what is official, changed or compared, not of what was typed', () => {
    expect(shown('王')).to.deep.equal({ field, value: '王', claim: undefined });
    expect(shown(undefined, officialValue('compare')).remark).to.equal(undefined);
    expect(shown('王', officialValue('compare')).remark).to.contain('核對');
    expect(shown('王', officialValue('locked', '王')).source).to.equal('MyData：內政部戶政司，民國115年11月23日 09:30');
    expect(shown('陳', officialValue('editable', '王')).remark).to.contain('官方資料為：王');
    expect(shown('陳', officialValue('editable', '王')).source).to.equal(undefined);
  });

  it('is one source where all that is official shares it', () => {
    const at = (source?: string) => ({ field, value: '王', claim: undefined, source });
    expect(commonSource([at(), at('甲'), at('甲')])).to.equal('甲');
    expect(commonSource([at('甲'), at('乙')])).to.equal(undefined);
    expect(commonSource([at()])).to.equal(undefined);
  });

  it('goes with each text that was noted, once', () => {
    const note = (one: Field, claim?: ReturnType<typeof wrong>) => ({ field: one, value: '王', claim });
    expect(saidOf([note(field), note(other, wrong(''))], 'zh-Hant')).to.deep.equal([]);
    expect(saidOf([note(field, wrong('錯字')), note(other, wrong('錯字'))], 'zh-Hant')).to.deep.equal([
      '您說明「姓名、稱謂」有誤：錯字',
    ]);
    expect(saidOf([note(field, wrong('甲')), note(other, wrong('乙'))], 'zh-Hant')).to.have.length(2);
  });

  it('is known for each answer of a row', () => {
    const model = new FormModel(definition);
    const members = definition.steps[2]!.sections[0]!.fields[1]!;
    model.load({
      official: { members: officialValue('locked', [{ memberName: '王大明' }]) },
      officialRows: { members: 1 },
      answers: { members: [{ memberWork: '廚師' }, { memberName: '王小美' }] },
    });
    const rows = shownRows(model, members, model.value('members'), 'zh-Hant')!;
    expect(rows.map((row) => row.map(({ value, source }) => [value, !!source]))).to.deep.equal([
      [
        ['王大明', true],
        ['廚師', false],
      ],
      [
        ['王小美', false],
        [undefined, false],
      ],
    ]);
    expect(shownRows(model, field, '王', 'zh-Hant')).to.equal(undefined);
  });
});
