import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../define/mydata-consent.ts';
import { fakeCounty } from '../controllers/testing/fake-county.ts';
import type { FakeCounty } from '../controllers/testing/fake-county.ts';
import type { MydataConsent } from './consent-element.ts';
import { translate } from '../testing/translate.ts';
import { detail } from './testing/detail.ts';

const start = 'POST /services/emergency-relief/journeys';
const inside = <E extends Element = HTMLElement>(element: MydataConsent, selector: string) =>
  element.renderRoot.querySelector<E>(selector)!;
const textOf = (element: MydataConsent) => element.renderRoot.textContent!.replace(/\s+/g, ' ');

describe('<mydata-consent>', () => {
  let county: FakeCounty;
  let went: string[];

  beforeEach(() => {
    went = [];
    county = fakeCounty({
      'GET /services/emergency-relief': { body: detail },
      [start]: { body: { location: 'https://platform.example/service/CLI.x/y/z' } },
    });
  });
  afterEach(() => county.restore());

  const shown = async () => {
    const element = await fixture<MydataConsent>(
      html`<mydata-consent service="emergency-relief" lang="zh-Hant"></mydata-consent>`,
    );
    element.navigate = (address) => went.push(address);
    await waitUntil(() => element.detail);
    await element.updateComplete;
    return element;
  };
  const submit = async (element: MydataConsent, nationalId: string) => {
    inside<HTMLInputElement>(element, '#id').value = nationalId;
    inside<HTMLButtonElement>(element, 'form button').click();
    await element.updateComplete;
  };

  it('is accessible', async () => {
    const element = await shown();
    await expect(element).to.be.accessible();
    await submit(element, 'A123456788');
    await expect(element).to.be.accessible();
  });

  it('says beforehand what takes time, and what the platform will ask', async () => {
    const [first, ...rest] = detail.asked.all;
    const slow = { ...first!, minutes: 60, parameters: [{ 'zh-Hant': '年度', en: 'Year' }] };
    const { anyOf } = detail.asked;
    county.answers['GET /services/emergency-relief'] = { body: { ...detail, asked: { all: [slow, ...rest], anyOf } } };
    const element = await shown();
    expect(textOf(element)).to.contain('約需 60 分鐘準備，可以先離開，準備好會用電子郵件通知您');
    expect(textOf(element)).to.contain('會請您提供：年度');
    await expect(element).to.be.accessible();
  });

  it('says who asks, why, for which fields, and what each fills', async () => {
    const text = textOf(await shown());
    for (const part of [
      '嘉義縣社會局',
      '審核急難救助申請',
      '057 社會行政',
      '社會救助法第 21 條',
      '個人戶籍資料第3項',
      '題目3',
      '戶籍謄本',
      '特種個人資料',
    ])
      expect(text).to.contain(part);
  });

  it('gives every item of the notice, the source, and how long data is kept', async () => {
    const text = textOf(await shown());
    for (const item of Object.values(detail.notice)) expect(text).to.contain(item['zh-Hant']);
    expect(text).to.contain('保存 5 年');
  });

  it('names the platform with its origin, and says that nothing here is consent', async () => {
    const text = textOf(await shown());
    expect(text).to.contain('https://platform.example');
    expect(text).to.contain('還不是同意');
    expect(text).to.contain('按下按鈕後還不會傳送任何資料');
  });

  it('speaks English when asked', async () => {
    const element = await shown();
    element.lang = 'en';
    await element.updateComplete;
    expect(textOf(element)).to.contain('it is not consent');
  });

  it('keeps short lists open and long ones closed', async () => {
    const element = await shown();
    const open = [...element.renderRoot.querySelectorAll('details')].map((one) => one.open);
    expect(open).to.deep.equal([true, false, true]);
  });

  it('shows both ways with the same weight', async () => {
    const element = await shown();
    const [mydata, manual] = [...element.renderRoot.querySelectorAll<HTMLElement>('[part=button]')].map((button) => {
      const { backgroundColor, color, fontSize, fontWeight, borderColor } = getComputedStyle(button);
      return { backgroundColor, color, fontSize, fontWeight, borderColor, width: Math.round(button.offsetWidth / 8) };
    });
    expect(mydata).to.deep.equal(manual);
  });

  it('asks for the identity number before anything leaves', async () => {
    const element = await shown();
    await submit(element, '');
    expect(inside(element, '#error').textContent).to.contain('請填寫');
    await submit(element, 'A123456788');
    expect(inside(element, '#error').textContent).to.contain('不對');
    expect(element.shadowRoot!.activeElement).to.equal(inside(element, '#id'));
    expect(inside(element, '#id').getAttribute('aria-invalid')).to.equal('true');
    expect(county.asked.filter(({ method }) => method === 'POST')).to.be.empty;
  });

  it('starts the journey with the proposed dataset and goes to the platform', async () => {
    const element = await shown();
    const started = oneEvent(element, 'mydata-journey-started') as Promise<CustomEvent>;
    await submit(element, 'a12345678９ ');
    expect((await started).detail).to.deep.equal({ service: 'emergency-relief' });
    const asked = county.asked.at(-1)!;
    expect(asked.body).to.deep.equal({ nationalId: 'A123456789', chosen: ['API.AbAYGIjoYw'] });
    expect(asked.headers.get('x-mydata-request')).to.equal('1');
    expect(went).to.deep.equal(['https://platform.example/service/CLI.x/y/z']);
  });

  it('goes on saying what is so where the browser has translated the page', async () => {
    const element = await shown();
    const turn = () => translate(element.shadowRoot!, true);
    turn();
    await submit(element, '');
    expect(inside(element, '#error').textContent).to.contain('請填寫');
    turn();
    await submit(element, 'A123456788');
    expect(inside(element, '#error').textContent).to.contain('不對').and.not.to.contain('請填寫');
    turn();
    element.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
    await submit(element, 'A123456789');
    await waitUntil(() => went.length);
    expect(county.asked.at(-1)!.body).to.deep.include({ chosen: ['API.nyhnLM1fve'] });
  });

  it('asks for the dataset that the resident chose', async () => {
    const element = await shown();
    element.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
    await submit(element, 'A123456789');
    await waitUntil(() => went.length);
    expect(county.asked.at(-1)!.body).to.deep.include({ chosen: ['API.nyhnLM1fve'] });
  });

  it('starts once, however often the button is pressed', async () => {
    const element = await shown();
    await submit(element, 'A123456789');
    await submit(element, 'A123456789');
    await waitUntil(() => went.length);
    expect(county.asked.filter(({ method }) => method === 'POST')).to.have.length(1);
  });

  for (const location of [
    'https://platform.example.evil.example/service',
    'http://platform.example/service',
    '/service/CLI.x',
    'javascript:alert(1)',
  ])
    it(`refuses to go to ${location}`, async () => {
      county.answers[start] = { body: { location } };
      const element = await shown();
      await submit(element, 'A123456789');
      await waitUntil(() => inside(element, '[role=alert]').textContent);
      expect(inside(element, '[role=alert]').textContent).to.contain('不是 MyData 平臺');
      expect(went).to.be.empty;
    });

  it('explains a start that failed and can try again', async () => {
    county.answers[start] = 'offline';
    const element = await shown();
    await submit(element, 'A123456789');
    await waitUntil(() => inside(element, '[role=alert]').textContent?.includes('還沒有傳送'));
    county.answers[start] = {
      status: 423,
      body: { error: { code: 'suspended', message: { 'zh-Hant': '暫停服務', en: 'Paused' } } },
    };
    await submit(element, 'A123456789');
    await waitUntil(() => inside(element, '[role=alert]').textContent === '暫停服務');
    expect(inside(element, 'form button').getAttribute('aria-disabled')).to.equal('false');
  });

  it('lets the host take over the manual path', async () => {
    const element = await shown();
    element.addEventListener('mydata-manual-chosen', (event) => event.preventDefault(), { once: true });
    const link = inside<HTMLAnchorElement>(element, 'a[part=button]');
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented).to.equal(true);
    expect(link.getAttribute('href')).to.equal('#manual');
  });

  it('offers to load again after a failure', async () => {
    county.answers['GET /services/emergency-relief'] = 'offline';
    const element = await fixture<MydataConsent>(html`<mydata-consent service="emergency-relief"></mydata-consent>`);
    await waitUntil(() => element.renderRoot.querySelector('[role=alert] button'));
    await expect(element).to.be.accessible();
    county.answers['GET /services/emergency-relief'] = { body: detail };
    inside(element, 'button').click();
    await waitUntil(() => element.detail);
  });

  it('says so when a service is unknown or uses no MyData', async () => {
    const unknown = await fixture<MydataConsent>(html`<mydata-consent service="none"></mydata-consent>`);
    await waitUntil(() => textOf(unknown).includes('找不到這項服務'));
    const bare = { ...detail, asked: { all: [], anyOf: [] } };
    const empty = await fixture<MydataConsent>(html`<mydata-consent .detail=${bare}></mydata-consent>`);
    expect(textOf(empty)).to.contain('不使用 MyData');
    expect(inside(empty, 'a').getAttribute('href')).to.equal('#manual');
  });

  it('fits a screen of 320 px', async () => {
    const element = await shown();
    element.parentElement!.setAttribute('class', 'narrow');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.narrow { inline-size: 288px }');
    document.adoptedStyleSheets = [sheet];
    expect(element.scrollWidth).to.be.at.most(288);
    for (const part of element.renderRoot.querySelectorAll<HTMLElement>('*'))
      expect(part.getBoundingClientRect().right, part.outerHTML.slice(0, 80)).to.be.at.most(
        element.getBoundingClientRect().right + 1,
      );
    document.adoptedStyleSheets = [];
  });
});
