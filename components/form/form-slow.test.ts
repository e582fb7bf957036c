import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { DraftView, SaveDraft, TransferView } from '#schemas/wire/county-api.ts';
import { fakeCounty } from '../controllers/testing/fake-county.ts';
import type { FakeCounty } from '../controllers/testing/fake-county.ts';
import { FakeEvents } from '../controllers/testing/fake-events.ts';
import '../define/mydata-form.ts';
import type { MydataForm } from './form-element.ts';
import { draft, officialValue } from './testing/definition.ts';
import { FormDriver } from './testing/form-driver.ts';

const path = '/services/emergency-relief';
const validatorUrl = new URL('./testing/validator.ts', import.meta.url).pathname;
const preparing: TransferView = {
  status: 'preparing',
  readyAbout: '2026-11-23T02:40:00Z',
  until: '2026-11-23T10:00:00Z',
  waitsFor: [{ id: 'API.Mo23SDWhsn', name: { 'zh-Hant': '財產資料', en: 'Property' } }],
  noRecord: [],
};
const filled: TransferView = { status: 'filled', noRecord: [], receivedAt: '2026-11-23T02:39:00Z' };
const soon = { timeout: 4000 };

describe('<mydata-form>, while data is being prepared', () => {
  const realEvents = window.EventSource;
  let county: FakeCounty;
  let now: DraftView;
  let saves: SaveDraft[];

  beforeEach(() => {
    window.EventSource = FakeEvents as unknown as typeof EventSource;
    now = draft({ validatorUrl, transfer: preparing, pending: ['name', 'marriage'], revision: 1 });
    saves = [];
    county = fakeCounty({
      [`GET ${path}/draft`]: () => ({ body: now }),
      [`PUT ${path}/draft`]: ({ body }) => {
        const save = body as SaveDraft;
        if (save.revision !== now.revision)
          return {
            status: 409,
            body: { error: { code: 'draft-conflict', message: { 'zh-Hant': '已更新', en: 'Changed' } } },
          };
        saves.push(save);
        now = { ...now, answers: save.answers, revision: now.revision + 1, savedAt: '2026-11-23T02:05:00Z' };
        return { body: { savedAt: now.savedAt, revision: now.revision } };
      },
    });
  });
  afterEach(() => {
    county.restore();
    window.EventSource = realEvents;
    FakeEvents.last = undefined;
  });

  const mount = async () => {
    const form = await fixture<MydataForm>(html`<mydata-form service="emergency-relief" lang="zh-Hant"></mydata-form>`);
    const page = new FormDriver(form);
    await waitUntil(() => page.title);
    await page.settled();
    return page;
  };
  const arrive = (more: Partial<DraftView>) => {
    now = { ...now, transfer: filled, pending: [], revision: now.revision + 1, ...more };
    FakeEvents.last!.dispatchEvent(new MessageEvent('transfer', { data: '{}' }));
  };
  const marks = (page: FormDriver) =>
    [...page.root.querySelectorAll<HTMLElement>('.missing')].map((mark) => mark.textContent);

  it('marks each question that will be filled, and tells it aloud once', async () => {
    const page = await mount();
    expect(marks(page)).to.deep.equal(['資料準備中，預計 10:40 前帶入', '資料準備中，預計 10:40 前帶入']);
    const said = [...page.root.querySelectorAll('[role="status"]')].map((node) => node.textContent!.trim());
    expect(said.filter((text) => text.includes('準備中'))).to.have.length(1);
    expect(said.join()).to.contain('財產資料').and.to.contain('10:40').and.to.contain('18:00');
    expect(page.root.querySelector('.missing')!.closest('[role="status"]')).to.equal(null);
    await expect(page.form).to.be.accessible();
    expect(FakeEvents.last!.url).to.equal(`/api${path}/draft/events`);
  });

  it('fills in what arrives, tells how many, and moves neither focus nor caret', async () => {
    const page = await mount();
    await page.type('phone', '0912345678');
    await waitUntil(() => saves.length, 'saved', soon);
    const input = page.field('phone').renderRoot.querySelector('input')!;
    input.setSelectionRange(2, 4);
    const told: unknown[] = [];
    page.form.addEventListener('mydata-transfer-changed', (event) => told.push((event as CustomEvent).detail));
    arrive({ official: { name: officialValue('locked', '王小明'), marriage: officialValue('editable', '有偶') } });
    await waitUntil(() => page.text.includes('已帶入 2 個欄位'), 'told', soon);
    await page.settled();
    expect(page.form.answers).to.deep.equal({ name: '王小明', marriage: '有偶', phone: '0912345678' });
    expect(page.field('phone').renderRoot).to.have.property('activeElement', input);
    expect([input.selectionStart, input.selectionEnd]).to.deep.equal([2, 4]);
    expect(marks(page)).to.be.empty;
    expect(told).to.deep.equal([filled]);
    expect(FakeEvents.last!.readyState, 'no more is listened for').to.equal(2);
    await expect(page.form).to.be.accessible();
  });

  it('takes nothing from under the fingers, and loses nothing that was typed', async () => {
    const page = await mount();
    await page.type('name', '王大明');
    const input = page.field('name').renderRoot.querySelector('input')!;
    input.focus();
    arrive({ official: { name: officialValue('locked', '王小明') } });
    await waitUntil(() => page.text.includes('已帶入 1 個欄位'), 'told', soon);
    await page.settled();
    expect(page.field('name').renderRoot.querySelector('input')).to.equal(input);
    input.value = '王大明明';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    input.blur();
    page.field('name').dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
    await page.settled();
    expect(page.field('name').renderRoot.querySelector('.value')!.textContent).to.equal('王小明');
    expect(marks(page)).to.deep.equal(['您先前填的：王大明明', ...marks(page).slice(1)]);
    expect(page.form.answers['name']).to.equal('王小明');
    await waitUntil(() => saves.at(-1)?.answers['name'] === '王大明明', 'what was typed is kept', soon);
  });

  it('shows what was typed before beside the official value, and offers the official one where it may be changed', async () => {
    now = {
      ...now,
      transfer: filled,
      pending: [],
      answers: { marriage: '離婚' },
      typedBefore: { name: '王大明' },
      official: { name: officialValue('confirm', '王小明'), marriage: officialValue('editable', '有偶') },
    };
    const page = await mount();
    expect(marks(page)).to.deep.equal(['您先前填的：王大明']);
    expect(page.field('name').renderRoot.querySelector('input:checked'), 'still to be confirmed').to.equal(null);
    expect(page.form.answers['marriage']).to.equal('離婚');
    expect(page.text).to.contain('官方資料為：有偶').and.to.contain('還原為官方資料');
    await expect(page.form).to.be.accessible();
  });

  it('lets the resident go on to the check page, and there wait or go on by hand', async () => {
    const page = await mount();
    await page.type('phone', '0912345678');
    await page.choose('for', 'self');
    await page.press('下一步');
    expect(page.title, 'what is still to come is not missing').to.equal('急難事由');
    await page.type('reason', '失業');
    await page.press('下一步');
    expect(page.title).to.equal('確認內容');
    expect(page.text).to.contain('還在等資料的題目：姓名、婚姻狀況');
    const shown = [...page.root.querySelectorAll('.answer dd')].map((node) => node.textContent!.trim());
    expect(shown.filter((text) => text === '資料準備中，預計 10:40 前帶入')).to.have.length(2);
    expect(page.button('送出申請')).to.equal(undefined);
    await expect(page.form).to.be.accessible();
    await page.press('不等了，自己填寫');
    await waitUntil(() => page.title === '申請人');
    await page.settled();
    expect(marks(page)).to.be.empty;
    const summary = page.root.querySelector('mydata-error-summary')!;
    await waitUntil(() => summary.shadowRoot!.textContent!.includes('姓名'));
    await page.type('name', '王小明');
    await page.press('回到確認內容');
    expect(page.button('送出申請')).to.be.ok;
  });

  it('is ready to be sent as soon as all has come', async () => {
    now = { ...now, pending: ['name'], answers: { phone: '0912345678', for: 'self', reason: '失業' } };
    const page = await mount();
    await page.press('下一步');
    await page.press('下一步');
    arrive({ official: { name: officialValue('locked', '王小明') } });
    await waitUntil(() => page.button('送出申請'), 'sendable', soon);
    expect(page.text).not.to.contain('還在等資料的題目');
  });

  it('says when it did not come, and asks everything', async () => {
    const page = await mount();
    arrive({ transfer: { status: 'failed', code: 'expired', noRecord: [] } });
    await waitUntil(() => page.text.includes('這次沒有帶入'), 'told', soon);
    expect(marks(page)).to.be.empty;
    await page.press('下一步');
    expect(page.title).to.equal('申請人');
  });

  it('hears of an arrival from a save that came too late, and keeps what is typed', async () => {
    const page = await mount();
    now = {
      ...now,
      transfer: filled,
      pending: [],
      revision: 7,
      official: { name: officialValue('locked', '王小明') },
    };
    await page.type('phone', '0912345678');
    await waitUntil(() => saves.length, 'saved', soon);
    expect(saves[0]).to.deep.include({ revision: 7, answers: { phone: '0912345678' } });
    expect(page.button('保留我剛才填的')).to.equal(undefined);
    expect(page.text).to.contain('已帶入 1 個欄位');
  });

  it('asks by time where no events get through', async () => {
    window.EventSource = class extends FakeEvents {
      override readyState = 2;
    } as unknown as typeof EventSource;
    const page = await mount();
    now = { ...now, transfer: filled, pending: [], official: { name: officialValue('locked', '王小明') }, revision: 2 };
    await waitUntil(() => page.text.includes('已帶入 1 個欄位'), 'told', soon);
  });
});
