import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../define/mydata-form-builder.ts';
import type { Field } from '#schemas/form/definition.ts';
import { addQuestion } from '../../commands/add-question.ts';
import { remove } from '../../commands/remove.ts';
import { rename } from '../../commands/rename.ts';
import { setCalculation } from '../../commands/set-calculation.ts';
import { isRefusal } from '../../model/command.ts';
import { findField } from '../../model/locate.ts';
import { reliefDocument } from '../../testing/documents.ts';
import { palette } from '../../testing/palette.ts';
import type { MydataFormBuilder } from '../shell/form-builder.ts';
import { calculationText, conditionText } from './rule-words.ts';
import { readFormula, writeFormula } from './formula.ts';

const open = async (view = 'rules') => {
  const builder = await fixture<MydataFormBuilder>(
    html`<mydata-form-builder .document=${reliefDocument} .catalogue=${palette}></mydata-form-builder>`,
  );
  builder.view = view;
  await builder.updateComplete;
  await nextFrame();
  return builder;
};
const rules = (builder: MydataFormBuilder) => builder.shadowRoot!.querySelector('mydata-builder-rules')!.shadowRoot!;
/** Two numbers at the end of the first section. */
const withNumbers = (builder: MydataFormBuilder): readonly [string, string] => {
  const context = builder.builder!;
  const section = context.session.document.form.steps[0]!.sections[0]!;
  for (const index of [0, 1])
    context.run(addQuestion, { type: 'number', to: { parent: `section/${section.id}`, index } });
  const [one, two] = context.session.document.form.steps[0]!.sections[0]!.fields as [Field, Field];
  return [one.id, two.id];
};

it('says every rule as a sentence, with the way to its part', async () => {
  const builder = await open();
  const text = rules(builder).textContent;
  expect(text).to.contain('「婚姻狀況」是「有配偶」，才問');
  const chosen: string[] = [];
  builder.shadowRoot!.addEventListener('mydata-part-chosen', (event) =>
    chosen.push((event as CustomEvent<{ ref: string }>).detail.ref),
  );
  rules(builder).querySelector<HTMLElement>('.name')!.click();
  expect(chosen[0]).to.match(/^(field|section|step)\//);
  await builder.updateComplete;
  expect(builder.view).to.equal('edit');
});

it('adds an end with reason and what to do, and tells when what it names goes', async () => {
  const builder = await open();
  const add = [...rules(builder).querySelectorAll('button')].find((one) => one.textContent.includes('新增一種情形'))!;
  add.click();
  await nextFrame();
  const [end] = builder.document!.form.ends!;
  expect(end!.title['zh-Hant']).to.equal('不符合申請資格');
  const named = (Object.values(end!.when)[0] as [{ var: string }])[0].var;
  const outcome = builder.builder!.session.ask(remove, { refs: [`field/${named}`] });
  expect(isRefusal(outcome) && outcome.refused['zh-Hant']).to.contain('結束規則「不符合申請資格」');
  builder.builder!.run(rename, { ref: `field/${named}`, id: 'renamedNow' });
  expect(JSON.stringify(builder.document!.form.ends)).to.contain('renamedNow');
  builder.builder!.session.undo();
  builder.builder!.session.undo();
  expect(builder.document!.form.ends).to.equal(undefined);
});

it('calculates from the settings, in a sentence; the rule follows and names what goes round', async () => {
  const builder = await open('edit');
  const [one, two] = withNumbers(builder);
  builder.builder!.session.select([`field/${two}`]);
  await nextFrame();
  await nextFrame();
  const settings = builder.shadowRoot!.querySelector('mydata-builder-properties')!.shadowRoot!;
  const how = [...settings.querySelectorAll('label')].find((label) => label.textContent.includes('答案怎麼來'))!;
  const select = how.querySelector('select')!;
  select.value = '+';
  select.dispatchEvent(new Event('change'));
  await nextFrame();
  expect(findField(builder.document!, `field/${two}`)!.part).to.deep.include({ calculate: { '+': [{ var: one }, 1] } });
  builder.view = 'rules';
  await builder.updateComplete;
  await nextFrame();
  expect(rules(builder).textContent).to.contain('＋ 1');
  builder.builder!.run(setCalculation, { question: `field/${one}`, calculate: { '+': [{ var: two }, 1] } });
  await nextFrame();
  expect(rules(builder).querySelector('.problem')!.textContent).to.contain('繞回');
});

it('puts any rule of the grammar in words', () => {
  const fields = new Map(
    [
      { id: 'a', type: 'number', label: { 'zh-Hant': '甲', en: 'A' } },
      { id: 'd', type: 'roc-date', label: { 'zh-Hant': '生日', en: 'Birthday' } },
    ].map((field) => [field.id, field as Field]),
  );
  expect(conditionText({ and: [{ '<': [5, { var: 'a' }] }, { '!': { var: 'd' } }] }, fields, 'zh-Hant')).to.equal(
    '「甲」大於（晚於）5，而且「生日」沒有填寫',
  );
  expect(calculationText({ years: [{ var: 'd' }, 'today'] }, fields, 'zh-Hant')).to.equal('從「生日」到今天滿幾年');
  const some = [
    { '*': [{ var: 'a' }, 2] },
    { sum: [{ var: 'g' }, 'i'] },
    { count: [{ var: 'g' }] },
    { years: [{ var: 'd' }, 'today'] },
    { if: [{ '!!': [{ var: 'a' }] }, 1, 0] },
  ];
  for (const one of some) expect(writeFormula(readFormula(one)!)).to.deep.equal(one);
  expect(readFormula({ '+': [{ '*': [1, 2] }, 1] })).to.equal(undefined);
});

it('is accessible', async () => {
  const builder = await open();
  await expect(builder).to.be.accessible();
});
