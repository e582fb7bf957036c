import { expect } from '@open-wc/testing';
import type { FormDefinition, GroupField } from '#schemas/form/definition.ts';
import { problemsOf } from './answer-problems.ts';
import { FormModel } from './form-model.ts';
import { definition, officialValue } from './testing/definition.ts';

const members = definition.steps[2]!.sections[0]!.fields[1] as GroupField;
const confirmedMembers: GroupField = {
  ...members,
  fields: members.fields.map((field) =>
    field.id === 'memberName' ? { ...field, fill: { policy: 'confirm', from: [] } } : field,
  ),
};
const inRows: FormDefinition = {
  ...definition,
  steps: [
    {
      id: 'only',
      title: definition.title,
      sections: [{ ...definition.steps[2]!.sections[0]!, fields: [confirmedMembers] }],
    },
  ],
};
const rows = (...names: string[]) =>
  officialValue(
    'locked',
    names.map((memberName) => ({ memberName })),
  );

describe('what is to be confirmed', () => {
  it('is an answer that counts, and one that is not yet given', () => {
    const model = new FormModel(definition);
    model.load({ official: { name: officialValue('confirm', '王小明') } });
    expect([model.value('name'), model.shown('name'), model.confirmed]).to.deep.equal(['王小明', undefined, []]);
    model.set('name', '王小明');
    expect([model.shown('name'), model.confirmed]).to.deep.equal(['王小明', ['name']]);
    expect(model.ownAnswers, 'never the value').to.deep.equal({});
    expect(model.unsaved.has('name')).to.equal(true);
  });

  it('is known from the draft, and asked again for another value', () => {
    const model = new FormModel(definition);
    const official = { name: officialValue('confirm', '王小明'), marriage: officialValue('confirm', '有偶') };
    model.load({ official, confirmed: ['name'] });
    expect(model.confirmed).to.deep.equal(['name']);
    model.set('marriage', '有偶');
    model.load({ official: { ...official, name: officialValue('confirm', '王大明') } });
    expect(model.confirmed, 'no draft to tell: kept where the value is the same').to.deep.equal(['marriage']);
    model.load({ official, confirmed: [] }, new Set(['marriage']));
    expect(model.confirmed, 'newer here than in the draft').to.deep.equal(['marriage']);
    model.load({ official, confirmed: [] });
    expect(model.confirmed).to.deep.equal([]);
  });

  it('is asked in each row of a group, and owed there', () => {
    const model = new FormModel(inRows);
    model.load({ official: { members: rows('王大明', '王小美') }, confirmed: ['members[1].memberName'] });
    expect(model.value('members')).to.deep.equal([{ memberName: '王大明' }, { memberName: '王小美' }]);
    expect(model.shown('members')).to.deep.equal([{}, { memberName: '王小美' }]);
    expect([...problemsOf(model, undefined, 'zh-Hant').keys()]).to.deep.equal(['members[0].memberName']);
    model.set('members', [{ memberWork: '廚師' }, { memberName: '王小美' }]);
    expect(model.confirmed, 'an edit beside it confirms nothing').to.deep.equal(['members[1].memberName']);
    model.set('members', [{ memberName: '王大明', memberWork: '廚師' }, { memberName: '王小美' }]);
    expect(model.confirmed).to.have.length(2);
    expect(problemsOf(model, undefined, 'zh-Hant').size).to.equal(0);
    expect(model.ownAnswers).to.deep.equal({ members: [{ memberWork: '廚師' }, {}] });
  });
});
