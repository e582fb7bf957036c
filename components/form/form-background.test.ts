import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { DraftView, SaveDraft } from '#schemas/wire/county-api.ts';
import { fakeCounty } from '../controllers/testing/fake-county.ts';
import type { FakeCounty } from '../controllers/testing/fake-county.ts';
import { FakeEvents } from '../controllers/testing/fake-events.ts';
import '../define/mydata-form.ts';
import { withoutFrames } from '../testing/without-frames.ts';
import type { MydataForm } from './form-element.ts';
import { draft, officialValue } from './testing/definition.ts';
import { FormDriver } from './testing/form-driver.ts';

const path = '/services/emergency-relief';
const validatorUrl = new URL('./testing/validator.ts', import.meta.url).pathname;
const soon = { timeout: 4000 };

describe('<mydata-form>, in a tab behind another', () => {
  const realEvents = window.EventSource;
  let county: FakeCounty;
  let now: DraftView;
  let saves: SaveDraft[];
  let show: () => void;

  beforeEach(() => {
    window.EventSource = FakeEvents as unknown as typeof EventSource;
    now = draft({ validatorUrl, transfer: { status: 'fetching', noRecord: [] }, pending: ['name'], revision: 1 });
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
      [`POST ${path}/applications`]: {
        status: 201,
        body: { applicationNo: 'CY1151123-0000014', submittedAt: '2026-11-23T06:06:00Z', processingDays: 7 },
      },
    });
  });
  afterEach(() => {
    show();
    county.restore();
    window.EventSource = realEvents;
  });

  const open = async () => {
    const form = await fixture<MydataForm>(html`<mydata-form service="emergency-relief" lang="zh-Hant"></mydata-form>`);
    const page = new FormDriver(form);
    await waitUntil(() => page.title);
    await page.settled();
    return page;
  };
  const arrive = () => {
    now = {
      ...now,
      transfer: { status: 'filled', noRecord: [] },
      pending: [],
      official: { name: officialValue('locked', '王小明') },
      revision: now.revision + 1,
    };
    FakeEvents.last!.dispatchEvent(new MessageEvent('transfer', { data: '{}' }));
  };

  it('opens there, takes what arrives, says so and shows it', async () => {
    show = withoutFrames();
    const page = await open();
    arrive();
    await waitUntil(() => page.text.includes('已帶入 1 個欄位'), 'told', soon);
    await page.settled();
    expect(page.field('name').renderRoot.querySelector('.value')!.textContent).to.equal('王小明');
  });

  it('saves at once what was typed before the resident went to another tab', async () => {
    show = () => undefined;
    const page = await open();
    await page.type('phone', '0912345678');
    expect(saves).to.be.empty;
    show = withoutFrames();
    await waitUntil(() => saves.length, 'without the second that a save waits', { timeout: 500 });
    expect(saves[0]!.answers).to.deep.equal({ phone: '0912345678' });
  });

  it('saves again by itself what could not be saved, also where an arrival made the draft another', async () => {
    show = () => undefined;
    const page = await open();
    const save = county.answers[`PUT ${path}/draft`]!;
    county.answers[`PUT ${path}/draft`] = 'offline';
    await page.type('phone', '0912345678');
    show = withoutFrames();
    await waitUntil(() => page.text.includes('還沒有儲存'), 'told', soon);
    county.answers[`PUT ${path}/draft`] = save;
    now = { ...now, revision: now.revision + 1, answers: { reason: '失業' } };
    await waitUntil(() => saves.length, 'saved', { timeout: 8000 });
    expect(saves.at(-1)!.answers).to.deep.equal({ phone: '0912345678', reason: '失業' });
  });

  it('goes on from step to step and submits', async () => {
    now = { ...now, transfer: { status: 'none', noRecord: [] }, pending: [] };
    now = { ...now, answers: { name: '王小明', phone: '0912345678', for: 'self', reason: '失業' } };
    show = withoutFrames();
    const page = await open();
    await page.press('下一步');
    await page.press('確認內容');
    const submitted = oneEvent(page.form, 'mydata-application-submitted');
    page.button('送出申請')!.click();
    await submitted;
    await page.settled();
    expect(page.title).to.equal('已收到您的申請');
  });
});
