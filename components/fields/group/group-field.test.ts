import { expect, fixture, html } from '@open-wc/testing';
import '../../define/fields.ts';
import type { Field, GroupField } from '#schemas/form/definition.ts';
import type { FieldElement } from '../field-element.ts';
import { officialOf, type } from '../../testing/field-suite.ts';
import type { MydataFieldGroup } from './group-field.ts';
import { rowsFrom } from './official-in-row.ts';
import { claimsAfter, noteOf } from './row-claims.ts';
import { parseRowPath, rowPath } from './row-path.ts';
import { atLeast, withAnswer, withoutRow, withRowAt } from './rows.ts';

const text = (zh: string) => ({ 'zh-Hant': zh, en: zh });
const fill = (policy: 'locked' | 'confirm' | 'editable') => ({ policy, from: [] });
const name: Field = { type: 'text', id: 'name', label: text('姓名'), required: true, fill: fill('locked') };
const kin: Field = {
  type: 'choice',
  as: 'radio',
  id: 'kin',
  label: text('稱謂'),
  required: true,
  options: [
    { value: 'child', label: text('子女') },
    { value: 'other', label: text('其他') },
  ],
};
const which: Field = {
  type: 'text',
  id: 'which',
  label: text('請說明'),
  required: true,
  show: { '==': [{ var: 'kin' }, 'other'] },
};
const field: GroupField = {
  type: 'group',
  id: 'members',
  label: text('家庭成員'),
  hint: text('同住的人'),
  required: true,
  rowTitle: text('成員'),
  maxRows: 3,
  fields: [name, kin, which],
};

const mount = (properties: Partial<MydataFieldGroup> = {}) => {
  const { field: given = field, value, official, officialRows, errors } = properties;
  return fixture<MydataFieldGroup>(
    html`<mydata-field-group
      .field=${given}
      .value=${value}
      .official=${official}
      .officialRows=${officialRows}
      .errors=${errors}
    ></mydata-field-group>`,
  );
};
const inner = (element: MydataFieldGroup) => [...element.renderRoot.querySelectorAll<FieldElement>('[data-field]')];
const buttons = (element: MydataFieldGroup, text: string) =>
  [...element.renderRoot.querySelectorAll<HTMLButtonElement>('button')].filter((button) =>
    button.textContent!.includes(text),
  );
const settled = async (element: MydataFieldGroup) => {
  await element.updateComplete;
  await Promise.all(inner(element).map((one) => one.updateComplete));
};
const facts = (element: MydataFieldGroup) =>
  [...element.renderRoot.querySelectorAll('dl > div')].map((pair) =>
    [...pair.children].map(({ textContent }) => textContent),
  );
const live = (element: MydataFieldGroup) => element.renderRoot.querySelector('[role=status]')!.textContent;

describe('mydata-field-group', () => {
  it('is accessible, empty, with rows, and with errors', async () => {
    const element = await mount();
    await expect(element).to.be.accessible();
    element.value = [{ name: '王一' }, {}];
    element.errors = { 'members[1].name': '請輸入姓名' };
    element.error = '請再確認';
    await settled(element);
    await expect(element).to.be.accessible();
    expect(inner(element)[2]!.error).to.equal('請輸入姓名');
    expect(element.renderRoot.querySelector('legend')!.textContent).to.equal('家庭成員');
    expect(element.matches(':state(invalid)')).to.equal(true);
  });

  it('adds a row, goes to it, and says so; no more than allowed', async () => {
    const element = await mount({ value: [{ name: '王一' }, { name: '王二' }] });
    const events: string[] = [];
    for (const event of ['input', 'change']) element.addEventListener(event, ({ type }) => events.push(type));
    buttons(element, '新增')[0]!.click();
    await settled(element);
    expect(element.value).to.deep.equal([{ name: '王一' }, { name: '王二' }, {}]);
    expect(events).to.deep.equal(['input', 'change']);
    expect(element.shadowRoot!.activeElement).to.equal(inner(element).filter((one) => one.name === 'name')[2]);
    expect(live(element)).to.equal('已新增「成員 3」');
    expect(buttons(element, '新增')[0]!.disabled).to.equal(true);
    expect(element.renderRoot.textContent).to.contain('最多 3 筆');
  });

  it('answers with rows; an edit inside is one edit of the group', async () => {
    const element = await mount({ value: [{}, {}] });
    const events: EventTarget[] = [];
    for (const event of ['input', 'change'])
      element.parentElement!.addEventListener(event, ({ target }) => events.push(target!));
    type(inner(element)[2]!, '#i', '王二');
    expect(element.value).to.deep.equal([{}, { name: '王二' }]);
    expect(events).to.deep.equal([element, element]);
  });

  it('asks the questions of a row by the answers of that row', async () => {
    const element = await mount({ value: [{ kin: 'child' }, { kin: 'other' }] });
    expect(inner(element).map((one) => one.name)).to.deep.equal(['name', 'kin', 'name', 'kin', 'which']);
    inner(element)[1]!.renderRoot.querySelector<HTMLElement>('[value=other]')!.click();
    await settled(element);
    expect(inner(element).map((one) => one.name)).to.deep.equal(['name', 'kin', 'which', 'name', 'kin', 'which']);
  });

  it('says whose row it is, once the name is known', async () => {
    const named = { ...name, label: text('姓名') };
    const element = await mount({ field: { ...field, fields: [named, kin] }, value: [{ name: '王一' }, {}] });
    const titles = () =>
      [...element.renderRoot.querySelectorAll('.card > .label')].map(({ textContent }) => textContent.trim());
    expect(titles()).to.deep.equal(['成員 1 王一', '成員 2']);
    expect(element.renderRoot.querySelector('.who')!.getAttribute('translate')).to.equal('no');
    const input = inner(element)[2]!.renderRoot.querySelector('input')!;
    input.value = '王二';
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await settled(element);
    expect(titles()[1]).to.equal('成員 2 王二');
  });

  it('removes a row without asking, and brings it back as it was', async () => {
    const element = await mount({ value: [{ name: '王一' }, { name: '王二' }, { name: '王三' }] });
    buttons(element, '移除')[0]!.click();
    await settled(element);
    expect(element.value).to.deep.equal([{ name: '王二' }, { name: '王三' }]);
    expect(live(element)).to.equal('已移除「成員 1」');
    expect(element.shadowRoot!.activeElement).to.equal(buttons(element, '復原')[0]);
    const shown = () =>
      inner(element)
        .filter((one) => one.name === 'name')
        .map((one) => one.renderRoot.querySelector('input')!.value);
    expect(shown()).to.deep.equal(['王二', '王三']);
    buttons(element, '復原')[0]!.click();
    await settled(element);
    expect(element.value).to.deep.equal([{ name: '王一' }, { name: '王二' }, { name: '王三' }]);
    expect(shown()).to.deep.equal(['王一', '王二', '王三']);
    expect(buttons(element, '復原')).to.deep.equal([]);
  });

  it('keeps the least number of rows', async () => {
    const element = await mount({ field: { ...field, minRows: 2 } });
    expect(inner(element).filter((one) => one.name === 'name').length).to.equal(2);
    expect(buttons(element, '移除')).to.deep.equal([]);
    type(inner(element)[2]!, '#i', '王二');
    expect(element.value).to.deep.equal([{}, { name: '王二' }]);
  });

  it('locks official rows: values as text, no removing, no adding to a locked list', async () => {
    const official = officialOf('locked', [{ name: '王一' }, { name: '王二' }]);
    const locked = { ...field, rows: { policy: 'locked', from: [] } } as GroupField;
    const element = await mount({ field: locked, official });
    expect(element.value).to.deep.equal([{ name: '王一' }, { name: '王二' }]);
    expect(facts(element)).to.deep.equal([
      ['姓名', '王一'],
      ['姓名', '王二'],
    ]);
    const sources = [...element.renderRoot.querySelectorAll('.source')].map(({ textContent }) => textContent);
    expect(sources, 'said once').to.have.length(1);
    expect(sources[0]).to.contain('官方資料').and.to.contain('內政部戶政司');
    expect(inner(element).map((one) => [one.name, !!one.official])).to.deep.equal([
      ['kin', false],
      ['kin', false],
    ]);
    expect(buttons(element, '新增').length + buttons(element, '移除').length).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('lets an editable list be added to; only added rows can be removed', async () => {
    const official = officialOf('editable', [{ name: '王一' }]);
    const editable = { ...field, rows: { policy: 'editable', from: [] } } as GroupField;
    const element = await mount({ field: editable, official, value: [{ name: '王一' }, { name: '李四' }] });
    expect(buttons(element, '新增').length).to.equal(1);
    expect(buttons(element, '移除').map((button) => button.textContent!.trim())).to.deep.equal(['移除「成員 2」']);
    expect(facts(element)).to.deep.equal([['姓名', '王一']]);
    expect(inner(element).map((one) => one.name)).to.deep.equal(['kin', 'name', 'kin']);
  });

  it('asks beside its element what of a row is to be confirmed', async () => {
    const asked = { ...field, fields: [name, { ...kin, fill: fill('confirm') } as Field] };
    const element = await mount({ field: asked, official: officialOf('locked', [{ name: '王一', kin: 'child' }]) });
    expect(facts(element)).to.deep.equal([['姓名', '王一']]);
    expect(inner(element).map((one) => [one.name, one.official?.policy])).to.deep.equal([['kin', 'confirm']]);
  });

  it('takes one note for a row, about those values that are ticked, each by its path', async () => {
    const both = { ...field, fields: [name, { ...which, show: undefined, fill: fill('locked') } as Field, kin] };
    const element = await mount({ field: both, official: officialOf('locked', [{ name: '王一', which: '甲' }]) });
    const details: { path: string; claim?: unknown }[] = [];
    let answered = 0;
    element.addEventListener('mydata-claim-changed', (event) => details.push((event as CustomEvent).detail));
    element.addEventListener('input', () => (answered += 1));
    const box = (path: string) => element.renderRoot.querySelector<HTMLInputElement>(`input[value="${path}"]`)!;
    const disclosure = element.renderRoot.querySelector('details')!;
    expect(disclosure.textContent).to.contain('資料有誤？').and.to.contain('成員 1').and.to.contain('內政部戶政司');
    expect(element.renderRoot.querySelector('textarea')).to.equal(null);
    disclosure.open = true;
    box('members[0].name').click();
    await settled(element);
    type(element, 'textarea', '錯字');
    box('members[0].which').click();
    await settled(element);
    expect(element.claims).to.deep.include({
      'members[0].name': { kind: 'wrong', text: '錯字' },
      'members[0].which': { kind: 'wrong', text: '錯字' },
    });
    await expect(element).to.be.accessible();
    box('members[0].name').click();
    expect(details.map(({ path, claim }) => [path, claim])).to.deep.equal([
      ['members[0].name', { kind: 'wrong', text: '' }],
      ['members[0].name', { kind: 'wrong', text: '錯字' }],
      ['members[0].which', { kind: 'wrong', text: '錯字' }],
      ['members[0].name', undefined],
    ]);
    box('members[0].which').click();
    await settled(element);
    expect(element.renderRoot.querySelector('textarea')).to.equal(null);
    expect(disclosure.open, 'stays open under the hands').to.equal(true);
    expect(answered).to.equal(0);
    expect(element.value).to.deep.equal([{ name: '王一', which: '甲' }]);
  });

  it('leads to what is wrong with an official value', async () => {
    const element = await mount({ official: officialOf('locked', [{ name: '王一' }]) });
    element.claims = { 'members[0].name': { kind: 'wrong', text: '' } };
    element.errors = { 'members[0].name': '請說明「姓名」哪裡有誤' };
    await settled(element);
    expect(element.renderRoot.querySelector('details')!.open).to.equal(true);
    expect(element.renderRoot.querySelector('#error0')!.textContent).to.equal('請說明「姓名」哪裡有誤');
    element.focusPath('members[0].name');
    expect(element.shadowRoot!.activeElement!.localName).to.equal('textarea');
    await expect(element).to.be.accessible();
  });

  it('focuses its first field, or the one of a path', async () => {
    const element = await mount({ value: [{}, {}] });
    element.focus();
    expect(element.shadowRoot!.activeElement).to.equal(inner(element)[0]);
    element.focusPath('members[1].kin');
    expect(element.shadowRoot!.activeElement).to.equal(inner(element)[3]);
    element.focusPath('members');
    expect(element.shadowRoot!.activeElement).to.equal(inner(element)[0]);
  });

  it('keeps silent when it is set by the page', async () => {
    const element = await mount();
    let events = 0;
    for (const event of ['input', 'change']) element.addEventListener(event, () => (events += 1));
    element.value = [{ name: '王一' }];
    element.official = officialOf('locked', [{ name: '王一' }]);
    await settled(element);
    element.value = undefined;
    await settled(element);
    expect(events).to.equal(0);
  });
});

describe('rows', () => {
  it('change without changing the given ones', () => {
    const rows = Object.freeze([Object.freeze({ a: 1 }), Object.freeze({})]);
    expect(withAnswer(rows, 1, 'a', 2)).to.deep.equal([{ a: 1 }, { a: 2 }]);
    expect(withAnswer(rows, 0, 'a', undefined)).to.deep.equal([{}, {}]);
    expect(withRowAt(withoutRow(rows, 0), 0, { a: 1 })).to.deep.equal(rows);
    expect(atLeast(undefined, 2)).to.deep.equal([{}, {}]);
    expect(atLeast(rows, 1)).to.equal(rows);
  });
  it('share a note among the values that it is about', () => {
    const [a, b] = ['m[0].a', 'm[0].b'];
    const said = (text: string) => ({ kind: 'wrong' as const, text });
    expect(noteOf(undefined, [a, b])).to.equal('');
    expect(noteOf({ [a]: said('錯'), [b]: said('錯') }, [a, b])).to.equal('錯');
    expect(noteOf({ [a]: said('甲'), [b]: said('乙') }, [a, b])).to.equal('甲；乙');
    expect(claimsAfter({ [a]: said('錯') }, [a, b], new Set([a, b]), '錯')).to.deep.equal({ [b]: said('錯') });
    expect(claimsAfter({ [a]: said('錯') }, [a, b], new Set(), '')).to.deep.equal({ [a]: undefined });
  });
  it('are named by paths', () => {
    expect(parseRowPath(rowPath('members', 2, 'name'))).to.deep.equal({ group: 'members', row: 2, field: 'name' });
    expect(parseRowPath('members')).to.equal(undefined);
  });
  it('begin without what is still to be confirmed', () => {
    const asked = { ...name, fill: fill('confirm') } as Field;
    expect(rowsFrom(officialOf('locked', [{ name: '王一', kin: 'child' }]), [asked, kin])).to.deep.equal([
      { kin: 'child' },
    ]);
  });
});
