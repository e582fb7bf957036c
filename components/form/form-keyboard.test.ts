/** The form by real key presses alone. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Field, FormDefinition } from '#schemas/form/definition.ts';
import '../define/mydata-form.ts';
import type { MydataForm } from './form-element.ts';
import { definition, officialValue, validator } from './testing/definition.ts';
import { FormDriver } from './testing/form-driver.ts';

const press = (key: string) => sendKeys({ press: key });
const typeKeys = (type: string) => sendKeys({ type });

const mount = async (more: Partial<MydataForm> = {}) => {
  const form = await fixture<MydataForm>(html`<mydata-form lang="zh-Hant"></mydata-form>`);
  Object.assign(form, { definition, validator, ...more });
  const page = new FormDriver(form);
  await page.settled();
  return page;
};
const complete = { name: '王小明', phone: '0912345678', for: 'self', reason: '失業' };

/** What has the focus, through all shadow roots. */
const focused = (): Element | null => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
};
const words = () => focused()?.textContent?.trim();

const withFields = (...fields: Field[]): FormDefinition => ({
  ...definition,
  steps: [{ ...definition.steps[0]!, sections: [{ ...definition.steps[0]!.sections[0]!, fields }] }],
});

describe('<mydata-form>, by the keyboard', () => {
  it('is one form with a name, which the browser does not judge', async () => {
    const page = await mount();
    const form = page.root.querySelector('form')!;
    expect(form.getAttribute('aria-label')).to.equal('急難救助');
    expect(form.noValidate).to.equal(true);
    expect(page.field('name').form).to.equal(form);
    expect([...new FormData(form)], 'nothing is told to it').to.deep.equal([]);
  });

  it('goes on by Enter in a question, to the mistakes or to the next step', async () => {
    const page = await mount();
    page.field('name').focus();
    await typeKeys('Wang');
    await press('Enter');
    await waitUntil(() => page.errors().length);
    expect(page.errors()).to.have.length(2);
    page.form.answers = complete;
    await page.settled();
    page.field('phone').focus();
    await press('Enter');
    await waitUntil(() => page.title === '急難事由');
    expect(words()).to.equal('急難事由');
  });

  it('goes on by Enter in a choice and in a row of a group', async () => {
    const page = await mount({ answers: complete });
    page.field('for').focus();
    await press('Enter');
    await waitUntil(() => page.title === '急難事由');
    page.form.answers = { ...complete, members: [{ memberName: '王大明' }] };
    await page.settled();
    page.field('members').focus();
    expect(focused()!.localName).to.equal('input');
    await press('Enter');
    await waitUntil(() => page.title === '確認內容');
  });

  it('keeps Enter for what it does elsewhere: a new line, the end of a composition', async () => {
    const page = await mount({ answers: complete, step: 'reason' });
    page.field('reason').focus();
    await press('End');
    await press('Enter');
    await typeKeys('x');
    await page.settled();
    expect(page.title).to.equal('急難事由');
    expect(page.form.answers['reason']).to.equal('失業\nx');
    page.form.step = 'person';
    await page.settled();
    const name = page.field('name').renderRoot.querySelector('input')!;
    name.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, composed: true }),
    );
    name.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, composed: true }));
    // Safari ends the composition first, then tells of the key.
    name.dispatchEvent(new CompositionEvent('compositionend', { data: '王', bubbles: true, composed: true }));
    name.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    await page.settled();
    expect(page.title).to.equal('申請人');
    page.field('name').focus();
    await press('Enter');
    await waitUntil(() => page.title !== '申請人');
  });

  it('submits only by its button, once', async () => {
    const page = await mount({ answers: complete, step: 'check' });
    let confirmed = 0;
    page.form.addEventListener('mydata-answers-confirmed', () => (confirmed += 1));
    page.button('送出申請')!.focus();
    await press('Enter');
    await waitUntil(() => confirmed);
    await page.settled();
    expect(confirmed).to.equal(1);
  });

  it('chooses among radio buttons by the arrows, and opens what depends on it', async () => {
    const page = await mount();
    page.field('for').focus();
    await press('Space');
    await page.settled();
    expect(page.form.answers['for']).to.equal('self');
    await press('ArrowDown');
    await page.settled();
    expect(page.form.answers['for']).to.equal('other');
    await press('Tab');
    expect(page.field('relation').matches(':focus-within'), 'the question that opened is the next').to.equal(true);
    await page.settled();
    page.field('for').focus();
    await press('ArrowUp');
    await page.settled();
    expect(page.form.answers['for']).to.equal('self');
  });

  it('adds a row, leaves it, removes it and takes that back', async () => {
    const page = await mount({ answers: complete, step: 'reason' });
    const members = page.field('members');
    const rows = () => (page.form.answers['members'] as unknown[] | undefined)?.length ?? 0;
    members.focus();
    expect(words()).to.contain('新增');
    await press('Enter');
    await waitUntil(() => focused()?.localName === 'input');
    await typeKeys('Wang');
    expect(page.form.answers['members']).to.deep.equal([{ memberName: 'Wang' }]);
    await press('Tab');
    await press('Tab');
    expect(words()).to.equal('移除「成員 1」');
    await press('Space');
    await waitUntil(() => words() === '復原');
    expect(rows()).to.equal(0);
    await press('Enter');
    await waitUntil(() => rows() === 1);
    expect(focused()!.localName).to.equal('input');
    expect(page.title, 'none of it turned the page').to.equal('急難事由');
  });

  it('notes by the keyboard what is wrong with a row, and with a question', async () => {
    const page = await mount({
      answers: complete,
      official: {
        name: officialValue('locked', '王小明'),
        members: officialValue('locked', [{ memberName: '王大明' }]),
      },
    });
    page.field('name').focus();
    expect(words()).to.equal('資料有誤？');
    await press('Enter');
    await press('Tab');
    expect(focused()!.localName).to.equal('textarea');
    await typeKeys('typo');
    expect(page.form.claims['name']).to.deep.equal({ kind: 'wrong', text: 'typo' });
    page.form.step = 'reason';
    await page.settled();
    const group = page.field('members').renderRoot;
    group.querySelector('summary')!.focus();
    await press('Space');
    expect(group.querySelector('details')!.open).to.equal(true);
    await press('Tab');
    await press('Space');
    await page.settled();
    await press('Tab');
    expect(focused()!.localName).to.equal('textarea');
    await typeKeys('old name');
    expect(page.form.claims['members[0].memberName']).to.deep.equal({ kind: 'wrong', text: 'old name' });
    expect(page.title).to.equal('急難事由');
  });

  it('removes a file and stays at its question', async () => {
    const removed: string[] = [];
    const page = await mount({
      definition: withFields({
        id: 'proof',
        type: 'file',
        label: { 'zh-Hant': '診斷書', en: 'Certificate' },
        accept: ['application/pdf'],
        maxBytes: 1000,
        maxFiles: 2,
      }),
      answers: { proof: [{ id: '1', name: 'a.pdf', size: 10, type: 'application/pdf' }] },
      upload: async () => ({ id: '2', name: 'b.pdf', size: 10, type: 'application/pdf' }),
      removeFile: async ({ id }) => removed.push(id),
    });
    page.field('proof').focus();
    expect((focused() as HTMLInputElement).type).to.equal('file');
    await press('Tab');
    expect(focused()!.getAttribute('aria-label')).to.equal('移除 a.pdf');
    await press('Enter');
    await page.settled();
    expect(removed).to.deep.equal(['1']);
    expect(page.form.answers).to.deep.equal({});
    expect((focused() as HTMLInputElement).type, 'the focus is not lost').to.equal('file');
  });

  it('walks from mistake to question and from the check page to a question and back', async () => {
    const page = await mount({ answers: { ...complete, phone: undefined } });
    page.field('name').focus();
    await press('Enter');
    await waitUntil(() => page.errors().length);
    await press('Tab');
    expect(focused()!.localName).to.equal('a');
    await press('Enter');
    await page.settled();
    expect(page.field('phone').matches(':focus-within')).to.equal(true);
    await typeKeys('0912345678');
    page.form.step = 'check';
    await page.settled();
    page.button('修改：電話')!.focus();
    await press('Enter');
    await waitUntil(() => page.field('phone').matches(':focus-within'));
    await press('Enter');
    await waitUntil(() => page.title === '確認內容');
  });
});
