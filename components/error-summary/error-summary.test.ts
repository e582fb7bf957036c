import { expect, fixture, html } from '@open-wc/testing';
import '../define/mydata-error-summary.ts';
import '../define/mydata-field-text.ts';
import '../define/mydata-field-group.ts';
import type { MydataErrorSummary } from './error-summary.ts';

const field = { type: 'text', id: 'name', label: { 'zh-Hant': '姓名', en: 'Name' }, required: true } as const;
const group = {
  type: 'group',
  id: 'members',
  label: { 'zh-Hant': '成員', en: 'Members' },
  rowTitle: { 'zh-Hant': '成員', en: 'Member' },
  maxRows: 3,
  fields: [field],
} as const;

const mount = async () => {
  const page = await fixture(
    html`<div>
      <mydata-error-summary></mydata-error-summary>
      <mydata-field-text data-field="name" .field=${field}></mydata-field-text>
      <mydata-field-group data-field="members" .field=${group} .value=${[{}, {}]}></mydata-field-group>
    </div>`,
  );
  return { page, summary: page.querySelector<MydataErrorSummary>('mydata-error-summary')! };
};
const links = (summary: MydataErrorSummary) => [...summary.renderRoot.querySelectorAll('a')];

describe('mydata-error-summary', () => {
  it('is accessible, and takes focus when it is shown', async () => {
    const { summary } = await mount();
    expect(summary.renderRoot.querySelector('[role=alert]')).to.equal(null);
    summary.errors = [{ fieldId: 'name', message: '請輸入姓名' }];
    await summary.updateComplete;
    await expect(summary).to.be.accessible();
    expect(summary.shadowRoot!.activeElement?.getAttribute('role')).to.equal('alert');
    expect(summary.renderRoot.textContent).to.contain('還有 1 個地方需要修改').and.to.contain('請輸入姓名');
  });
  it('leads to the field, and to the one inside a group', async () => {
    const { page, summary } = await mount();
    summary.errors = [
      { fieldId: 'name', message: '請輸入姓名' },
      { fieldId: 'members[1].name', message: '請輸入姓名' },
    ];
    await summary.updateComplete;
    links(summary)[0]!.click();
    expect(document.activeElement).to.equal(page.querySelector('mydata-field-text'));
    links(summary)[1]!.click();
    const members = page.querySelector('mydata-field-group')!;
    expect(document.activeElement).to.equal(members);
    expect(members.shadowRoot!.activeElement).to.equal(members.renderRoot.querySelectorAll('[data-field]')[1]);
  });
  it('leaves the focusing to a page that prevents it', async () => {
    const { page, summary } = await mount();
    const asked: string[] = [];
    page.addEventListener('mydata-error-followed', (event) => {
      asked.push((event as CustomEvent<{ fieldId: string }>).detail.fieldId);
      event.preventDefault();
    });
    summary.errors = [{ fieldId: 'name', message: '請輸入姓名' }];
    await summary.updateComplete;
    links(summary)[0]!.click();
    expect(asked).to.deep.equal(['name']);
    expect(document.activeElement).to.equal(summary);
  });
  it('disappears when nothing is wrong', async () => {
    const { summary } = await mount();
    summary.errors = [{ fieldId: 'name', message: '請輸入姓名' }];
    await summary.updateComplete;
    summary.errors = [];
    await summary.updateComplete;
    expect(summary.renderRoot.querySelector('div')).to.equal(null);
  });
});
