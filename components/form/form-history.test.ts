import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { fakeCounty } from '../controllers/testing/fake-county.ts';
import '../define/mydata-form.ts';
import type { MydataForm } from './form-element.ts';
import { definition, draft, validator } from './testing/definition.ts';
import { FormDriver } from './testing/form-driver.ts';

const complete = { name: '王小明', phone: '0912345678', for: 'self', reason: '失業' };
const path = '/services/emergency-relief';

const withProperties: Partial<MydataForm> = { definition, validator, answers: complete };
const withService: Partial<MydataForm> = { service: 'emergency-relief' };

const mount = async (more = withProperties) => {
  const form = await fixture<MydataForm>(html`<mydata-form lang="zh-Hant" history></mydata-form>`);
  const steps: string[] = [];
  form.addEventListener('mydata-step-changed', (event) => steps.push((event as CustomEvent).detail.step));
  Object.assign(form, more);
  const page = new FormDriver(form);
  await page.settled();
  return { page, steps };
};

const go = async (page: FormDriver, by: number) => {
  const popped = oneEvent(window, 'popstate');
  history.go(by);
  await popped;
  await page.settled();
};

describe('<mydata-form history>', () => {
  let address: string;
  beforeEach(() => {
    address = location.href;
    history.pushState({ host: 'own' }, '');
  });
  afterEach(() => expect(location.href, 'says nothing of the resident').to.equal(address));

  it('goes back and forward through the steps with the browser, and keeps what was typed', async () => {
    const { page, steps } = await mount();
    await page.type('phone', '0987654321');
    await page.press('下一步');
    await page.press('確認內容');
    expect(page.title).to.equal('確認內容');
    await go(page, -1);
    expect(page.title).to.equal('急難事由');
    expect(page.form.shadowRoot!.activeElement!.id).to.equal('title');
    await go(page, -1);
    expect(page.title).to.equal('申請人');
    expect(page.field('phone').value).to.equal('0987654321');
    await go(page, 2);
    expect(page.title).to.equal('確認內容');
    expect(steps).to.deep.equal(['reason', 'check', 'reason', 'person', 'check']);
  });

  it('keeps the id of the step in the entry beside what the host keeps there, and no answer', async () => {
    const { page } = await mount();
    await page.press('下一步');
    expect(history.state).to.deep.equal({
      host: 'own',
      mydataForm: { form: 'emergency-relief', step: 'reason', depth: 1 },
    });
  });

  it('stays at its step through a reload, with the way back', async () => {
    const first = await mount();
    await first.page.press('下一步');
    first.page.form.remove();
    const { page, steps } = await mount();
    expect(page.title).to.equal('急難事由');
    await waitUntil(() => steps.length);
    expect(steps, 'the host hears where it is').to.deep.equal(['reason']);
    await page.press('申請人');
    expect(page.title, 'steps before were visited').to.equal('申請人');
    page.form.remove();
    expect((await mount()).page.title).to.equal('申請人');
  });

  it('leads from a question that was opened on the check page back to that page', async () => {
    const { page } = await mount();
    await page.press('下一步');
    await page.press('確認內容');
    await page.press('修改：電話');
    expect(page.button('回到確認內容')).not.to.equal(undefined);
    await go(page, -1);
    expect(page.title).to.equal('確認內容');
    await page.press('上一步');
    expect(page.button('回到確認內容'), 'no longer on the way back').to.equal(undefined);
  });

  it('starts at the beginning at the entry of another form, or of a step that is not asked', async () => {
    history.replaceState({ mydataForm: { form: 'other', step: 'reason', depth: 1 } }, '');
    const { page, steps } = await mount();
    expect(page.title).to.equal('申請人');
    page.form.remove();
    history.replaceState({ mydataForm: { form: 'emergency-relief', step: 'other', depth: 1 } }, '');
    expect((await mount()).page.title).to.equal('申請人');
    expect(steps).to.deep.equal([]);
  });

  it('does nothing of it without the attribute', async () => {
    const form = await fixture<MydataForm>(html`<mydata-form lang="zh-Hant"></mydata-form>`);
    Object.assign(form, withProperties);
    const page = new FormDriver(form);
    await page.settled();
    const entries = history.length;
    await page.press('下一步');
    expect([history.length, history.state]).to.deep.equal([entries, { host: 'own' }]);
  });

  it('takes its entries back before it tells of the submission, even past a link within the page', async () => {
    const now = draft({
      answers: complete,
      savedAt: '2026-11-23T06:05:00Z',
      validatorUrl: new URL('./testing/validator.ts', import.meta.url).pathname,
    });
    const county = fakeCounty({
      [`GET ${path}/draft`]: () => ({ body: now }),
      [`POST ${path}/applications`]: {
        status: 201,
        body: { applicationNo: 'CY1151123-0000014', submittedAt: '2026-11-23T06:06:00Z', processingDays: 7 },
      },
    });
    try {
      const { page } = await mount(withService);
      await waitUntil(() => page.title);
      await page.press('下一步');
      // As a skip link leaves it: an entry without any state.
      history.pushState(null, '');
      await page.press('確認內容');
      const submitted = oneEvent(page.form, 'mydata-application-submitted');
      page.button('送出申請')!.click();
      await submitted;
      const { mydataForm: entry } = history.state as { mydataForm: { step: string; depth: number } };
      expect(entry).to.deep.include({ step: 'person', depth: 0 });
      await aTimeout(0);
      expect(page.title, 'the entries passed on the way were not shown').to.equal('已收到您的申請');
    } finally {
      county.restore();
    }
  });

  it('does not resume a step in a draft that is new', async () => {
    history.replaceState({ mydataForm: { form: 'emergency-relief', step: 'reason', depth: 0 } }, '');
    const county = fakeCounty({ [`GET ${path}/draft`]: { body: draft() } });
    try {
      const { page } = await mount(withService);
      await waitUntil(() => page.title);
      expect(page.title).to.equal('申請人');
    } finally {
      county.restore();
    }
  });
});
