import { expect, fixture, html } from '@open-wc/testing';
import '../define/mydata-form.ts';
import type { Field, FormDefinition } from '#schemas/form/definition.ts';
import type { Validate } from './answer-problems.ts';
import type { MydataForm } from './form-element.ts';
import { FormDriver } from './testing/form-driver.ts';

const say = (text: string) => ({ 'zh-Hant': text, en: text });
const number = (id: string, more = {}): Field => ({ id, type: 'number', label: say(id), ...more });
const step = (id: string, ...fields: Field[]) => ({
  id,
  title: say(id),
  sections: [{ id: `${id}s`, title: say(id), fields }],
});

const definition: FormDefinition = {
  $schema: 'https://mydata-county-kit.example/schemas/form-1.json',
  id: 'rules',
  title: say('rules'),
  roles: [{ id: 'applicant', title: say('申請人') }],
  steps: [
    step(
      'one',
      number('salary'),
      number('rent'),
      number('income', { calculate: { '+': [{ var: 'salary' }, { var: 'rent' }] } }),
      {
        id: 'rows',
        type: 'group',
        label: say('rows'),
        rowTitle: say('row'),
        maxRows: 3,
        minRows: 1,
        fields: [number('price'), number('twice', { calculate: { '*': [{ var: 'price' }, 2] } })],
      },
      number('total', { calculate: { sum: [{ var: 'rows' }, 'twice'] } }),
      { id: 'why', type: 'text', label: say('why'), show: { '>': [{ var: 'income' }, 100] } },
    ),
    step('rich', number('wealth', { requiredWhen: { '>': [{ var: 'income' }, 100] } })),
  ],
  ends: [
    { id: 'much', when: { '>': [{ var: 'income' }, 1000] }, title: say('收入超過標準'), text: say('請洽社會科。') },
    { id: 'none', when: { '!=': [{ var: 'wealth' }, 5] }, title: say('沒有財產'), text: say('不用申請。') },
  ],
};
const good: Validate = () => true;

const open = async (density: 'steps' | 'all' = 'steps') => {
  const form = await fixture<MydataForm>(
    html`<mydata-form .definition=${definition} .validator=${good} .density=${density}></mydata-form>`,
  );
  const driver = new FormDriver(form);
  await driver.settled();
  return { form, driver };
};
const shown = (driver: FormDriver, id: string) => driver.field(id).renderRoot.querySelector('input')!;

it('works out answers while others are typed; nobody types them', async () => {
  const { form, driver } = await open();
  expect(shown(driver, 'income').readOnly).to.equal(true);
  expect(driver.field('income').renderRoot.textContent).not.to.contain('選填');
  await driver.type('salary', '30');
  await driver.type('rent', '12.5');
  expect(shown(driver, 'income').value).to.equal('42.5');
  expect(form.answers['income']).to.equal(42.5);
  expect(driver.asks('why')).to.equal(false);
  await driver.type('salary', '300');
  expect(driver.asks('why')).to.equal(true);
});

it('works out rows, and what is made of them', async () => {
  const { form, driver } = await open();
  const inner = (id: string) =>
    driver.field('rows').renderRoot.querySelector<HTMLElement & { renderRoot: ParentNode }>(`[data-field="${id}"]`)!;
  const input = inner('price').renderRoot.querySelector('input')!;
  input.value = '7';
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await driver.settled();
  expect(inner('twice').renderRoot.querySelector('input')!.value).to.equal('14');
  expect(shown(driver, 'total').value).to.equal('14');
  expect(form.answers['rows']).to.deep.equal([{ price: 7, twice: 14 }]);
});

it('an end keeps the resident on the page, with the reason and what to do, until the answer is another one', async () => {
  const { driver } = await open();
  await driver.type('salary', '2000');
  await driver.press('下一步');
  expect(driver.title).to.equal('one');
  const alert = driver.root.querySelector('[role=alert]')!;
  expect(alert.textContent).to.equal('收入超過標準\n請洽社會科。');
  await driver.type('salary', '20');
  await driver.press('下一步');
  expect(driver.title).to.equal('rich');
});

it('an end is told when its questions were asked, not before', async () => {
  const { driver } = await open();
  await driver.press('下一步');
  expect(driver.title).to.equal('rich');
  await driver.press('確認內容');
  expect(driver.text).to.contain('沒有財產');
  await driver.type('wealth', '5');
  await driver.press('確認內容');
  expect(driver.title).to.equal('確認內容');
});

it('is accessible', async () => {
  const { form } = await open('all');
  await expect(form).to.be.accessible();
});
