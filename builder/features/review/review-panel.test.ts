import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../define/mydata-form-builder.ts';
import type { ApprovalChange, BuilderStaff, Review } from '#schemas/wire/builder-api.ts';
import { reliefDocument } from '../../testing/documents.ts';
import { FormsCounty, memoryCopies, staffOf } from '../../testing/forms-county.ts';
import { palette } from '../../testing/palette.ts';
import type { MydataFormBuilder } from '../shell/form-builder.ts';
import { FormsProblem, type FormsApi } from '../store/forms-api.ts';
import { FormStore } from '../store/form-store.ts';

const say = (text: string) => ({ 'zh-Hant': text, en: text });
const change = (more: Partial<ApprovalChange>): ApprovalChange => ({
  what: 'changed',
  place: say('題目「電子郵件」的說明'),
  part: 'field/email',
  path: '/form',
  old: say('請附影本'),
  new: say('請不附影本'),
  harmless: false,
  why: say('民眾看到的文字改變了。'),
  ...more,
});

async function open(
  more: Partial<Review> = {},
  roles: BuilderStaff['roles'] = ['approver'],
  calls: Partial<FormsApi> = {},
) {
  const county = new FormsCounty(reliefDocument);
  county.draft = { ...county.draft, revision: 3, savedAt: '2026-11-23T02:00:00Z', savedBy: '王怡君', stage: 'sent' };
  const review: Review = {
    id: 'emergency-relief',
    revision: 3,
    stage: 'sent',
    trail: [{ what: 'sent', revision: 3, by: '王怡君', at: '2026-11-23T02:01:00Z', notes: '請看說明' }],
    editors: ['王怡君'],
    own: false,
    live: 1,
    before: reliefDocument,
    after: reliefDocument,
    changes: [change({}), change({ harmless: true, old: say('甲乙'), new: say('甲 乙'), why: say('空白') })],
    approval: [say('民眾看到的文字改變了。')],
    ...more,
  };
  const done: unknown[] = [];
  const api: FormsApi = {
    ...county.as('黃國棟'),
    review: async () => review,
    approve: async (...call) => void done.push(['approve', ...call]),
    giveBack: async (...call) => void done.push(['return', ...call]),
    ...calls,
  };
  const store = new FormStore('emergency-relief', { api, copies: memoryCopies(), staff: staffOf('黃國棟', roles) });
  const builder = await fixture<MydataFormBuilder>(
    html`<mydata-form-builder style="block-size: 800px" .catalogue=${palette} .store=${store}></mydata-form-builder>`,
  );
  await store.load(builder);
  builder.view = 'review';
  await builder.updateComplete;
  const panel = builder.shadowRoot!.querySelector('mydata-builder-review')!;
  const root = panel.shadowRoot!;
  await waitUntil(() => root.querySelector('.change'));
  const press = async (words: string): Promise<void> => {
    [...root.querySelectorAll('button')].find((one) => one.textContent.includes(words))!.click();
    await waitUntil(() => !panel.busy);
    await panel.updateComplete;
  };
  return { builder, panel, root, press, done, notes: () => root.querySelector('textarea')! };
}

it('shows old beside new with the difference marked, what may skip apart, and the form itself', async () => {
  const { root, builder } = await open();
  expect([...root.querySelectorAll('h3')].map((one) => one.textContent)).to.include.members([
    '要核定的修改（1 項）',
    '不必核定的修改（1 項）',
  ]);
  // White space is shown as it is: nothing of the template's own lies in between.
  expect([...root.querySelectorAll('dd')].map((one) => one.textContent)).to.deep.equal([
    '請附影本',
    '請不附影本',
    '甲乙',
    '甲 乙',
  ]);
  expect([...root.querySelectorAll('mark')].map((one) => one.textContent)).to.deep.equal(['不', ' ']);
  expect(root.textContent).to.contain('請看說明');
  expect(root.querySelector('mydata-builder-preview')).to.exist;
  await expect(builder).to.be.accessible();
});

it('approves the revision that was looked at, and gives it back only with a reason', async () => {
  const { root, press, done, notes } = await open();
  await press('退回');
  expect(done).to.deep.equal([]);
  expect(notes().getAttribute('aria-invalid')).to.equal('true');
  expect(root.activeElement).to.equal(notes());
  notes().value = '少了一個字';
  await press('退回');
  await press('核定這次修改');
  expect(done).to.deep.equal([
    ['return', 'emergency-relief', 3, '少了一個字'],
    ['approve', 'emergency-relief', 3, '少了一個字'],
  ]);
});

it('says that it has changed meanwhile, and loads it again', async () => {
  let turns = 0;
  const { root, press } = await open({}, ['approver'], {
    approve: async () => {
      turns += 1;
      throw new FormsProblem(409, 'not-sent', say('已撤回'));
    },
  });
  await press('核定這次修改');
  expect(turns).to.equal(1);
  expect(root.querySelector('[role=alert]')!.textContent).to.contain('請重新載入再決定');
  await press('重新載入');
  await waitUntil(() => !root.querySelector('[role=alert]'));
});

it('offers no decision to an author, to other roles, or on what was not sent', async () => {
  const texts = await Promise.all(
    (
      [
        [{ own: true }, ['approver']],
        [{}, ['publisher']],
        [{ stage: 'draft' }, ['approver']],
      ] as const
    ).map(async ([more, roles]) => {
      const { root } = await open(more, roles);
      expect(root.querySelector('form')).to.equal(null);
      return root.querySelector('.decide')!.textContent;
    }),
  );
  for (const [index, words] of ['另一位核定人員', '沒有核定權限', '還沒送核'].entries())
    expect(texts[index]).to.contain(words);
});
