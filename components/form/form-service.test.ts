import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { DraftView, SaveDraft, Submit } from '#schemas/wire/county-api.ts';
import { fakeCounty } from '../controllers/testing/fake-county.ts';
import type { FakeCounty } from '../controllers/testing/fake-county.ts';
import '../define/mydata-form.ts';
import type { MydataForm } from './form-element.ts';
import { draft, officialValue } from './testing/definition.ts';
import { FormDriver } from './testing/form-driver.ts';

const path = '/services/emergency-relief';
const validatorUrl = new URL('./testing/validator.ts', import.meta.url).pathname;
const complete = { name: '王小明', phone: '0912345678', for: 'self', reason: '失業' };
const soon = { timeout: 4000 };

describe('<mydata-form>, with a service', () => {
  let county: FakeCounty;
  let now: DraftView;
  let saves: SaveDraft[];

  beforeEach(() => {
    now = draft({ validatorUrl });
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
        const savedAt = '2026-11-23T06:05:00Z';
        now = { ...now, ...save, confirmed: save.confirmed ?? [], revision: now.revision + 1, savedAt };
        return { body: { savedAt, revision: now.revision } };
      },
      [`POST ${path}/applications`]: () => ({
        status: 201,
        body: { applicationNo: 'CY1151123-0000014', submittedAt: '2026-11-23T06:06:00Z', processingDays: 7 },
      }),
    });
  });
  afterEach(() => county.restore());

  const mount = async () => {
    const form = await fixture<MydataForm>(html`<mydata-form service="emergency-relief" lang="zh-Hant"></mydata-form>`);
    const page = new FormDriver(form);
    await waitUntil(() => page.title || page.button('再試一次'));
    await page.settled();
    return page;
  };

  it('loads the draft with what was typed and what MyData brought', async () => {
    now = { ...now, answers: { phone: '0912345678' }, official: { name: officialValue('locked', '王小明') } };
    const page = await mount();
    expect(page.form.answers).to.deep.equal({ phone: '0912345678', name: '王小明' });
    expect(page.text).to.contain('1 個欄位已由 MyData 帶入');
  });

  it('offers to try again when the draft cannot be loaded', async () => {
    county.answers[`GET ${path}/draft`] = 'offline';
    const page = await mount();
    await expect(page.form).to.be.accessible();
    county.answers[`GET ${path}/draft`] = () => ({ body: now });
    page.button('再試一次')!.click();
    await waitUntil(() => page.title);
  });

  it('saves what was typed, not what is official, and says when', async () => {
    now = {
      ...now,
      official: { name: officialValue('locked', '王小明'), marriage: officialValue('editable', '有偶') },
    };
    const page = await mount();
    await page.type('phone', '0912345678');
    await waitUntil(() => saves.length, 'saved', soon);
    expect(saves[0]).to.deep.equal({ answers: { phone: '0912345678' }, claims: {}, confirmed: [], revision: 0 });
    await waitUntil(() => page.text.includes('已儲存 14:05'));
  });

  it('keeps what was confirmed through a reload, without sending the value', async () => {
    now = { ...now, official: { name: officialValue('confirm', '王小明') } };
    const page = await mount();
    const chosen = (driver: FormDriver) =>
      driver.field('name').renderRoot.querySelector<HTMLInputElement>('input:checked')?.value;
    expect(chosen(page)).to.equal(undefined);
    await page.choose('name', 'correct');
    await waitUntil(() => saves.length, 'saved', soon);
    expect(saves[0]).to.deep.include({ answers: {}, confirmed: ['name'] });
    const again = await mount();
    expect(chosen(again)).to.equal('correct');
    // Another package, another value: to be confirmed anew.
    now = { ...now, confirmed: [], official: { name: officialValue('confirm', '王小華') } };
    expect(chosen(await mount())).to.equal(undefined);
  });

  it('says that saving failed, keeps all, and saves when the connection is back', async () => {
    const save = county.answers[`PUT ${path}/draft`]!;
    county.answers[`PUT ${path}/draft`] = 'offline';
    const page = await mount();
    await page.type('name', '王小明');
    await waitUntil(() => page.text.includes('還沒有儲存'), 'told', soon);
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented, 'warns before leaving').to.equal(true);
    county.answers[`PUT ${path}/draft`] = save;
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => page.text.includes('已儲存'));
    expect(saves[0]!.answers).to.deep.equal({ name: '王小明' });
    const again = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(again);
    expect(again.defaultPrevented, 'nothing to lose').to.equal(false);
  });

  it('says what the county says when it keeps no more for now, loses nothing, and saves later by itself', async () => {
    const save = county.answers[`PUT ${path}/draft`]!;
    county.answers[`PUT ${path}/draft`] = () => ({
      status: 429,
      body: { error: { code: 'too-much-kept', message: { 'zh-Hant': '請 5 分鐘後再試', en: 'Try again' } } },
    });
    const page = await mount();
    await page.type('name', '王小明');
    await waitUntil(() => page.text.includes('請 5 分鐘後再試'), 'told', soon);
    expect(page.form.answers).to.deep.equal({ name: '王小明' });
    county.answers[`PUT ${path}/draft`] = save;
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => page.text.includes('已儲存'));
    expect(saves[0]!.answers).to.deep.equal({ name: '王小明' });
    expect(page.text).to.not.include('5 分鐘');
  });

  it('says until when it is kept', async () => {
    now = { ...now, savedAt: '2026-11-23T06:05:00Z', draftUntil: '2026-11-25T06:05:00Z' };
    const page = await mount();
    expect(page.text).to.contain('保留到 民國115年11月25日 14:05');
  });

  const conflict = async () => {
    const page = await mount();
    now = { ...now, revision: 5, answers: { phone: '0900000000', name: '別的視窗' } };
    await page.type('name', '王小明');
    await waitUntil(() => page.button('保留我剛才填的'), 'told', soon);
    return page;
  };

  it('explains a conflict, and loads the latest without losing what was typed', async () => {
    const page = await conflict();
    await expect(page.form).to.be.accessible();
    expect(page.field('name').value).to.equal('王小明');
    await page.press('保留我剛才填的');
    expect(page.form.answers).to.deep.equal({ phone: '0900000000', name: '王小明' });
    await waitUntil(() => saves.length, 'saved', soon);
    expect(saves[0]).to.deep.include({ revision: 5, answers: { phone: '0900000000', name: '王小明' } });
  });

  it('takes the other window’s answers when the resident says so', async () => {
    const page = await conflict();
    await page.press('改用最新內容');
    expect(page.form.answers).to.deep.equal({ phone: '0900000000', name: '別的視窗' });
    expect(page.field('name').value).to.equal('別的視窗');
    expect(page.button('保留我剛才填的')).to.equal(undefined);
    expect(saves).to.be.empty;
  });

  it('fills in what arrives while the resident types, and touches nothing typed', async () => {
    now = { ...now, transfer: { status: 'fetching', noRecord: [] } };
    const page = await mount();
    expect(page.text).to.contain('正在從 MyData 傳過來');
    await page.type('phone', '0912345678');
    now = {
      ...now,
      revision: now.revision + 1,
      official: { name: officialValue('locked', '王小明'), marriage: officialValue('editable', '有偶') },
      transfer: { status: 'filled', noRecord: [] },
    };
    await waitUntil(() => page.field('marriage').value === '有偶', 'arrived', soon);
    await page.settled();
    expect(page.field('phone').value).to.equal('0912345678');
    expect(page.form.answers).to.deep.equal({ name: '王小明', marriage: '有偶', phone: '0912345678' });
    expect(page.text).to.contain('已帶入 2 個欄位');
    await waitUntil(() => saves.length, 'saved with the new revision', soon);
    expect(saves.at(-1)!.answers).to.deep.equal({ phone: '0912345678' });
  });

  it('does not take a field away while it is typed in', async () => {
    now = { ...now, transfer: { status: 'fetching', noRecord: [] } };
    const page = await mount();
    await page.type('name', '王');
    now = {
      ...now,
      revision: now.revision + 1,
      official: { name: officialValue('locked', '王小明'), marriage: officialValue('editable', '有偶') },
      transfer: { status: 'filled', noRecord: [] },
    };
    await waitUntil(() => page.field('marriage').value === '有偶', 'arrived', soon);
    await page.settled();
    expect(page.field('name').renderRoot.querySelector('input')!.value).to.equal('王');
    page.field('phone').focus();
    await page.settled();
    expect(page.field('name').renderRoot.querySelector('input')).to.equal(null);
    expect(page.form.answers).to.have.property('name', '王小明');
  });

  it('imports the validator, submits once, and shows the number', async () => {
    now = { ...now, answers: complete, revision: 3 };
    const page = await mount();
    await page.press('下一步');
    await page.press('確認內容');
    const submitted = oneEvent(page.form, 'mydata-application-submitted') as Promise<CustomEvent>;
    page.button('送出申請')!.click();
    page.root.querySelector<HTMLButtonElement>('button.main')!.click();
    expect((await submitted).detail).to.deep.include({ applicationNo: 'CY1151123-0000014', processingDays: 7 });
    await page.settled();
    const posts = county.asked.filter(({ method }) => method === 'POST');
    expect(posts).to.have.length(1);
    expect(posts[0]!.body as Submit).to.deep.equal({ answers: complete, claims: {}, formVersion: 1, revision: 3 });
    expect(page.text).to.contain('CY1151123-0000014');
    await expect(page.form).to.be.accessible();
  });

  const atCheck = async () => {
    now = { ...now, answers: complete };
    const page = await mount();
    await page.press('下一步');
    await page.press('確認內容');
    return page;
  };

  it('leads to the question that the county app finds wrong', async () => {
    county.answers[`POST ${path}/applications`] = {
      status: 422,
      body: {
        error: {
          code: 'answers-invalid',
          message: { 'zh-Hant': '請修正', en: 'Please correct' },
          fields: [{ field: 'phone', keyword: 'format', message: { 'zh-Hant': '電話已停用', en: 'No such phone' } }],
        },
      },
    };
    const page = await atCheck();
    await page.press('送出申請');
    expect(page.title).to.equal('申請人');
    expect(page.errors()).to.deep.equal(['電話已停用']);
    expect(page.field('phone').error).to.equal('電話已停用');
    await page.press('回到確認內容');
    expect(page.title, 'one mistake costs one page, not the whole way again').to.equal('確認內容');
  });

  it('says that a submission is uncertain, and lets the resident press again', async () => {
    const submit = county.answers[`POST ${path}/applications`]!;
    county.answers[`POST ${path}/applications`] = 'offline';
    const page = await atCheck();
    await page.press('送出申請');
    expect(page.root.querySelector('[role=alert]')!.textContent).to.contain('還沒有確定送出');
    county.answers[`POST ${path}/applications`] = submit;
    await page.press('送出申請');
    expect(page.title).to.equal('已收到您的申請');
  });

  it('explains a conflict met on submitting', async () => {
    county.answers[`POST ${path}/applications`] = {
      status: 409,
      body: { error: { code: 'form-changed', message: { 'zh-Hant': '表單已更新', en: 'New version' } } },
    };
    const page = await atCheck();
    await page.press('送出申請');
    expect(page.button('保留我剛才填的')).not.to.equal(undefined);
  });
});
