import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DraftView, Submit } from '#schemas/wire/county-api.ts';
import { fakeCounty } from '../controllers/testing/fake-county.ts';
import type { FakeCounty } from '../controllers/testing/fake-county.ts';
import '../define/mydata-desk-form.ts';
import { draft, officialValue } from '../form/testing/definition.ts';
import type { MydataDeskForm } from './desk-form-element.ts';

const path = '/services/emergency-relief';
const validatorUrl = new URL('../form/testing/validator.ts', import.meta.url).pathname;

describe('<mydata-desk-form>', () => {
  let county: FakeCounty;
  let now: DraftView;

  beforeEach(() => {
    now = {
      ...draft({ validatorUrl }),
      official: { name: officialValue('locked', '王小明'), marriage: officialValue('confirm', '有偶') },
    };
    county = fakeCounty({
      [`GET ${path}/draft`]: () => ({ body: now }),
      [`PUT ${path}/draft`]: () => {
        now = { ...now, revision: now.revision + 1 };
        return { body: { savedAt: '2026-11-23T06:05:00Z', revision: now.revision } };
      },
      [`POST ${path}/applications`]: () => ({
        status: 201,
        body: { applicationNo: 'CY1151123-0000014', submittedAt: '2026-11-23T06:06:00Z', processingDays: 7 },
      }),
    });
  });
  afterEach(() => county.restore());

  const focused = (): HTMLElement => {
    let element = document.activeElement as HTMLElement;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement as HTMLElement;
    return element;
  };
  const fieldOf = (element: HTMLElement): string =>
    ((element.getRootNode() as ShadowRoot).host as HTMLElement).dataset?.['field'] ??
    element.id ??
    element.textContent!;
  const mount = async () => {
    const form = await fixture<MydataDeskForm>(
      html`<mydata-desk-form service="emergency-relief" lang="zh-Hant"></mydata-desk-form>`,
    );
    await waitUntil(() => form.matches(':focus-within'), 'it takes the focus', { timeout: 4000 });
    return form;
  };
  const rows = (form: MydataDeskForm) =>
    [...form.renderRoot.querySelectorAll('.row')].map((row) => row.querySelector('.row-label')!.textContent);
  const shown = (form: MydataDeskForm) =>
    [...form.renderRoot.querySelectorAll<HTMLElement>('[data-field]')]
      .filter((field) => getComputedStyle(field).display !== 'none')
      .map((field) => field.dataset['field']);
  const sent = () =>
    county.asked.filter((one) => one.path === `${path}/applications`).map(({ body }) => body as Submit);

  it('shows what is there as text, asks what is missing, and begins there', async () => {
    const form = await mount();
    expect(rows(form)).to.deep.equal(['姓名', '婚姻狀況']);
    expect(shown(form)).not.to.include('name').and.not.to.include('marriage');
    expect(fieldOf(focused())).to.equal('phone');
    await expect(form).to.be.accessible();
  });

  it('leaves out no heading where a step of one section says its title once', async () => {
    now = { ...now, answers: { reason: '住院' } };
    const form = await mount();
    const row = [...form.renderRoot.querySelectorAll('.row')].find((one) => one.textContent!.includes('住院'))!;
    expect(row.querySelector('h3')).to.exist;
    expect(form.renderRoot.querySelector('.row h4')).to.exist;
  });

  it('is filled and submitted by keys, past nothing that is there already', async () => {
    const form = await mount();
    await sendKeys({ type: '0912345678' });
    await sendKeys({ press: 'Tab' });
    expect(fieldOf(focused())).to.equal('for');
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Tab' });
    // Enter in a question sends nothing: the clerk is not done.
    await sendKeys({ press: 'Enter' });
    expect(sent()).to.deep.equal([]);
    const passed: string[] = [];
    while (focused().id !== 'checked' && passed.length < 20) {
      passed.push(fieldOf(focused()));
      if (fieldOf(focused()) === 'reason') await sendKeys({ type: '失業' });
      await sendKeys({ press: 'Tab' });
    }
    expect(passed).not.to.include('name').and.not.to.include('marriage');
    const submitted = oneEvent(form, 'mydata-application-submitted');
    await sendKeys({ press: 'Space' });
    await waitUntil(() => focused().textContent!.includes('送出申請'));
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
    await submitted;
    expect(sent()).to.have.length(1);
    expect(sent()[0]!.answers).to.deep.include({ name: '王小明', marriage: '有偶', phone: '0912345678' });
  });

  it('sends nothing before the official values were checked with the applicant', async () => {
    now = { ...now, answers: { phone: '0912345678', for: 'self', reason: '失業' } };
    const form = await mount();
    expect(rows(form)).to.include('電話');
    (form.renderRoot.querySelector('button.main') as HTMLElement).click();
    await waitUntil(() => form.renderRoot.querySelector('[role=alert]')!.textContent!.includes('請和申請人核對'));
    expect(sent()).to.deep.equal([]);
    expect(focused().id).to.equal('checked');
  });

  it('lists what is missing, and lets what is there be changed', async () => {
    const form = await mount();
    (form.renderRoot.querySelector('button.main') as HTMLElement).click();
    const summary = form.renderRoot.querySelector('mydata-error-summary')!;
    await waitUntil(() => summary.renderRoot.querySelector('a'));
    expect(sent()).to.deep.equal([]);
    summary.renderRoot.querySelector<HTMLElement>('a')!.click();
    await waitUntil(() => fieldOf(focused()) === 'phone');
    form.renderRoot.querySelector<HTMLElement>('.row button')!.click();
    await waitUntil(() => shown(form).includes('name'));
    expect(rows(form)).to.deep.equal(['婚姻狀況']);
  });

  it('keeps what is being typed a question, and opens all where that is wanted', async () => {
    const form = await mount();
    await sendKeys({ type: '0912345678' });
    await sendKeys({ press: 'Tab' });
    expect(shown(form)).to.include('phone');
    const all = [...form.renderRoot.querySelectorAll<HTMLElement>('.acts button')].at(-1)!;
    all.click();
    await form.updateComplete;
    expect(rows(form)).to.deep.equal([]);
    expect(shown(form)).to.include('name');
  });
});
