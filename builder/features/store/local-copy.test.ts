import { expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-form-builder.ts';
import { reliefDocument } from '../../testing/documents.ts';
import { Designer, FormsCounty } from '../../testing/forms-county.ts';
import { set, text } from '../../testing/two-designers.ts';
import type { BuilderContext } from '../builder-context.ts';
import { browserCopies, type LocalCopy } from './local-copy.ts';
import type { BuilderSaved } from './saved-state.ts';

const copy: LocalCopy = {
  ...{ document: reliefDocument, history: { done: [], undone: [] }, revision: 3, by: '王怡君' },
  at: '2026-11-23T02:00:00.000Z',
};
const fresh = (): string => `copies-${crypto.randomUUID()}`;

describe('copies in this browser', () => {
  it('are kept, read again by another window, and taken away', async () => {
    const name = fresh();
    const copies = browserCopies(name);
    expect(await copies.read('relief')).to.equal(undefined);
    await copies.write('relief', copy);
    expect(await browserCopies(name).read('relief')).to.deep.equal(copy);
    expect(await copies.read('other')).to.equal(undefined);
    await copies.remove('relief');
    expect(await copies.read('relief')).to.equal(undefined);
  });

  it('without room for one, it says so, and what was kept before is still there', async () => {
    const copies = browserCopies(fresh());
    await copies.write('relief', copy);
    const { put } = IDBObjectStore.prototype;
    // As browsers do: the request goes well, and the disk is found full when it is written.
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
      const request = put.apply(this, args);
      request.addEventListener('success', () => this.transaction.abort());
      return request;
    };
    try {
      const problem = await copies.write('relief', { ...copy, revision: 4 }).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(problem).to.be.an('error');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect((await copies.read('relief'))!.revision).to.equal(3);
  });
});

it('where the work is neither at the county nor here, the bar does not say that it is here', async () => {
  const county = new FormsCounty(reliefDocument);
  let full = false;
  const ann = await new Designer(county, '王怡君', ['designer'], {
    read: async () => undefined,
    remove: async () => undefined,
    write: async () => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
    },
  }).opened();
  const builder = { store: ann.store, language: 'zh-Hant' } as unknown as BuilderContext;
  const bar = await fixture<BuilderSaved>(html`<mydata-builder-saved .builder=${builder}></mydata-builder-saved>`);
  const said = async () => {
    await bar.updateComplete;
    return bar.shadowRoot!.textContent!.trim();
  };
  county.broken = 'away';
  await ann.does(set('field/email', 'label', text('甲')));
  expect(await said()).to.contain('已保存在這台電腦');
  full = true;
  await ann.does(set('field/email', 'label', text('乙')));
  expect(await said())
    .to.contain('請不要關閉這個視窗')
    .and.not.to.contain('已保存');
});
