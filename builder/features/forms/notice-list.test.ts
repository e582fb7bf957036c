import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../define/mydata-builder-forms.ts';
import type { Notice } from '#schemas/wire/builder-api.ts';
import { FormsProblem, type FormsApi } from '../store/forms-api.ts';
import type { BuilderNotices } from './notice-list.ts';

const notice = (id: string, more: Partial<Notice> = {}): Notice => ({
  id,
  what: 'approve',
  form: 'emergency-relief',
  name: { 'zh-Hant': '急難救助', en: 'Relief' },
  at: '2026-11-23T02:00:00Z',
  by: '王怡君',
  read: false,
  ...more,
});

async function open(notices: readonly Notice[], failing = false) {
  const read: (readonly string[])[] = [];
  const opened: unknown[] = [];
  const api: Partial<FormsApi> = {
    notices: async () => {
      if (failing) throw new FormsProblem(503, 'busy');
      return notices;
    },
    readNotices: async (ids) => void read.push(ids),
  };
  const list = await fixture<BuilderNotices>(
    html`<mydata-builder-notices
      .api=${api as FormsApi}
      @mydata-form-opened=${(event: CustomEvent) => {
        event.preventDefault();
        opened.push(event.detail);
      }}
    ></mydata-builder-notices>`,
  );
  await waitUntil(() => list.failed || list.notices.length === notices.length);
  await list.updateComplete;
  return { list, root: list.shadowRoot!, read, opened };
}

it('tells whose turn it is, counts what is new, and leads to where it is done', async () => {
  const { list, root, read, opened } = await open([
    notice('a', { notes: '請看標題' }),
    notice('b', { what: 'published', version: 4, read: true }),
  ]);
  expect(root.querySelector('.badge')!.textContent).to.equal('1');
  expect(root.textContent).to.contain('「急難救助」待您核定').and.to.contain('請看標題').and.to.contain('第 4 版');
  const [first, second] = root.querySelectorAll('a');
  expect(first!.getAttribute('href')).to.equal('/builder/emergency-relief?view=review');
  first!.click();
  await waitUntil(() => opened.length === 1);
  expect(opened).to.deep.equal([{ form: 'emergency-relief', view: 'review' }]);
  second!.click();
  await waitUntil(() => opened.length === 2);
  expect(read).to.deep.equal([['a']]);
  await list.updateComplete;
  expect(root.querySelector('.badge')).to.equal(null);
  await expect(list).to.be.accessible();
});

it('marks all as read at once', async () => {
  const { list, root, read } = await open([notice('a'), notice('b')]);
  root.querySelector('button')!.click();
  await waitUntil(() => read.length === 1);
  await list.updateComplete;
  expect(read).to.deep.equal([['a', 'b']]);
  expect(root.querySelector('button')).to.equal(null);
});

it('is not there where there is nothing to tell, and says where it can not tell', async () => {
  expect((await open([])).root.textContent.trim()).to.equal('');
  expect((await open([], true)).root.textContent).to.contain('表單可以照常使用');
});
