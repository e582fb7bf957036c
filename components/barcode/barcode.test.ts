import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../define/mydata-barcode.ts';
import { fakeCounty } from '../controllers/testing/fake-county.ts';
import type { FakeCounty } from '../controllers/testing/fake-county.ts';
import { translate } from '../testing/translate.ts';
import type { MydataBarcode } from './barcode-element.ts';
import { moduleSize } from './module-size.ts';

const inside = <E extends Element = HTMLElement>(element: MydataBarcode, selector: string) =>
  element.renderRoot.querySelector<E>(selector);
const textOf = (element: MydataBarcode) => element.renderRoot.textContent!.replace(/\s+/g, ' ');
const button = (element: MydataBarcode, label: string) =>
  [...element.renderRoot.querySelectorAll('button')].find(({ textContent }) => textContent!.trim() === label)!;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const service = { 'zh-Hant': '身心障礙者專用停車位識別證', en: 'Disabled parking permit' };
const barcode = (serial: string, minutes = 20) => ({
  serial,
  expiresAt: inMinutes(minutes),
  renewAfter: inMinutes(minutes),
  service,
  agency: '花蓮縣政府',
});

describe('<mydata-barcode>', () => {
  let county: FakeCounty;
  beforeEach(() => {
    county = fakeCounty({
      'GET /barcode.json': { body: barcode('ab12cd34') },
      'POST /barcode.json': { body: barcode('zz99yy88') },
    });
  });
  afterEach(async () => {
    county.restore();
    await emulateMedia({ media: 'screen', colorScheme: 'light' });
  });

  const shown = async (lang = 'zh-Hant') => {
    const element = await fixture<MydataBarcode>(
      html`<mydata-barcode src="/api/barcode.json" lang=${lang} .datasets=${['車籍資料']}></mydata-barcode>`,
    );
    await waitUntil(() => inside(element, '.plate'));
    return element;
  };

  it('is accessible', async () => {
    const element = await shown();
    await expect(element).to.be.accessible();
    element.format = 'wallet';
    await element.updateComplete;
    await expect(element).to.be.accessible();
    for (const state of ['loading', 'renewing', 'expired', 'taken', 'burnt', 'offline', 'error'] as const) {
      element.state = state;
      await element.updateComplete;
      await expect(element).to.be.accessible();
    }
  });

  it('shows bars, serial in groups, and for whom', async () => {
    const element = await shown();
    expect(textOf(element)).to.contain('ab12 cd34');
    expect(textOf(element)).to.contain('花蓮縣政府');
    expect(textOf(element)).to.contain('車籍資料');
    expect(inside(element, 'svg.screen')!.getAttribute('aria-label')).to.equal('資料條碼，序號 a b 1 2, c d 3 4');
    expect(textOf(element)).to.match(/還可以用 (20 分 00|19 分 5\d) 秒/);
  });

  it('goes on saying what is so where the browser has translated the page', async () => {
    const element = await shown();
    translate(element.shadowRoot!, true);
    for (const state of ['expired', 'taken', 'burnt', 'offline'] as const) {
      element.state = state;
      await element.updateComplete;
      const said = textOf(element);
      element.state = 'shown';
      await element.updateComplete;
      translate(element.shadowRoot!, true);
      element.state = state;
      await element.updateComplete;
      expect(textOf(element), state).to.equal(said);
      translate(element.shadowRoot!, true);
    }
    element.state = 'shown';
    await element.updateComplete;
    expect(textOf(element)).to.contain('還可以用').and.not.to.contain('連不上網路');
  });

  it('speaks English when asked', async () => {
    const element = await shown('en');
    await waitUntil(() => textOf(element).includes('Valid for'));
    expect(textOf(element)).to.contain('Disabled parking permit');
    expect(textOf(element)).to.contain('Get a new barcode');
  });

  it('draws each module as whole pixels of the screen', async () => {
    expect(moduleSize(143, 288, 1, 3)).to.equal(2);
    expect(moduleSize(143, 288, 3, 3)).to.equal(2);
    expect(moduleSize(143, 360, 2.625, 3) * 2.625).to.equal(6);
    expect(moduleSize(143, 1200, 2, 3)).to.equal(3);
    expect(moduleSize(143, 100, 1, 3)).to.equal(1);
    const element = await shown();
    const width = Number(inside(element, 'svg.screen')!.getAttribute('width'));
    expect((width * devicePixelRatio) % 143).to.be.closeTo(0, 1e-9);
  });

  it('shows one picture on the screen and another on paper', async () => {
    const element = await shown();
    const seen = () =>
      [...element.renderRoot.querySelectorAll('svg')]
        .filter((one) => one.getBoundingClientRect().width > 0)
        .map((one) => one.classList.value);
    expect(seen()).to.deep.equal(['screen']);
    await emulateMedia({ media: 'print' });
    expect(seen()).to.deep.equal(['paper']);
    await emulateMedia({ media: 'screen' });
  });

  it('stays black on white in the dark', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    const element = await shown();
    const plate = getComputedStyle(inside(element, '.plate')!);
    expect(plate.backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(getComputedStyle(inside(element, 'svg.screen path')!).fill).to.equal('rgb(0, 0, 0)');
  });

  it('is renewed by a press: the old one goes at once, the new one is announced', async () => {
    const element = await shown();
    let answer!: () => void;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    county.answers['POST /barcode.json'] = async () => {
      await answered;
      return { body: barcode('zz99yy88') };
    };
    button(element, '換一個新條碼').click();
    await element.updateComplete;
    expect(inside(element, '.plate')).to.equal(null);
    expect(element.state).to.equal('renewing');
    const renewed = oneEvent(element, 'mydata-barcode-renewed');
    answer();
    const { detail } = await renewed;
    expect(Object.keys(detail as object)).to.deep.equal(['expiresAt']);
    await element.updateComplete;
    expect(textOf(element)).to.contain('zz99 yy88').and.not.contain('ab12');
    expect(inside(element, '.say')!.textContent).to.equal('已換新條碼，舊的不能用了。');
    const post = county.asked.find(({ method }) => method === 'POST')!;
    expect(post.headers.get('x-mydata-request')).to.equal('1');
  });

  it('renews itself when the time is over', async () => {
    county.answers['GET /barcode.json'] = { body: { ...barcode('ab12cd34', 20), renewAfter: 1 } };
    const element = await shown();
    // What the last try was does not count against the first renewal.
    (element as unknown as { triedAt: number }).triedAt = -Infinity;
    await oneEvent(element, 'mydata-barcode-renewed');
    expect(element.serial).to.equal('zz99yy88');
  });

  it('says kindly that a renewal failed, and tries again when online', async () => {
    const element = await shown();
    county.answers['POST /barcode.json'] = 'offline';
    button(element, '換一個新條碼').click();
    await waitUntil(() => element.state === 'offline');
    await element.updateComplete;
    expect(textOf(element)).to.contain('ab12 cd34').and.contain('目前連不上網路');
    county.answers['POST /barcode.json'] = { body: barcode('zz99yy88') };
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => element.serial === 'zz99yy88');
    expect(element.state).to.equal('shown');
  });

  it('without an address shows what it is given until the time is over', async () => {
    const element = await fixture<MydataBarcode>(
      html`<mydata-barcode serial="ab12cd34" expires-at=${new Date(Date.now() + 1500).toISOString()}></mydata-barcode>`,
    );
    expect(inside(element, '.plate')).to.not.equal(null);
    expect(button(element, '換一個新條碼')).to.equal(undefined);
    await oneEvent(element, 'mydata-barcode-expired');
    await element.updateComplete;
    expect(inside(element, '.plate')).to.equal(null);
    expect(textOf(element)).to.contain('已經過期').and.not.contain('ab12');
  });

  it('is told by the page that it was taken or burnt', async () => {
    const element = await shown();
    element.state = 'taken';
    await element.updateComplete;
    expect(inside(element, '.plate')).to.equal(null);
    expect(textOf(element)).to.contain('櫃檯已經收到資料');
    expect(button(element, '換一個新條碼')).to.equal(undefined);
    element.state = 'burnt';
    await element.updateComplete;
    expect(textOf(element)).to.contain('有人多次輸入錯誤');
    button(element, '換一個新條碼').click();
    await waitUntil(() => element.serial === 'zz99yy88');
  });

  it('hears from the server that it was taken or burnt', async () => {
    for (const code of ['taken', 'burnt', 'elsewhere'] as const) {
      const element = await shown();
      county.answers['POST /barcode.json'] = { status: 409, body: { error: { code: `barcode-${code}` } } };
      button(element, '換一個新條碼').click();
      await waitUntil(() => element.state === code);
    }
  });

  it('tells when it can not be had, and tries again', async () => {
    county.answers['GET /barcode.json'] = { status: 503 };
    const element = await fixture<MydataBarcode>(html`<mydata-barcode src="/api/barcode.json"></mydata-barcode>`);
    await waitUntil(() => element.state === 'error');
    await element.updateComplete;
    county.answers['GET /barcode.json'] = { body: barcode('ab12cd34') };
    button(element, '再試一次').click();
    await waitUntil(() => element.state === 'shown');
  });

  it('fills the screen for the clerk, with what changes announced inside', async () => {
    const element = await shown();
    button(element, '給承辦人員看的畫面').click();
    await waitUntil(() => inside<HTMLDialogElement>(element, 'dialog')?.open);
    await expect(element).to.be.accessible();
    const dialog = inside<HTMLDialogElement>(element, 'dialog')!;
    expect(dialog.querySelectorAll('svg')).to.have.length(1);
    [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent === '換一個新條碼')!.click();
    await waitUntil(() => dialog.textContent!.includes('已換新條碼'));
    button(element, '關閉').click();
    await waitUntil(() => !inside(element, 'dialog'));
  });

  it('draws QR and Code 39, loaded when asked for', async () => {
    const element = await shown();
    element.symbology = 'qr';
    await waitUntil(() => inside(element, 'svg.screen')?.getAttribute('viewBox') === '0 0 29 29');
    element.symbology = 'code39';
    await waitUntil(() => inside(element, 'svg.screen')?.getAttribute('viewBox') === '0 0 179 1');
    await aTimeout(0);
    await expect(element).to.be.accessible();
  });

  it('has no style attribute and needs no inline style', async () => {
    const element = await shown();
    expect(element.renderRoot.querySelector('[style]')).to.equal(null);
    expect(element.hasAttribute('style')).to.equal(false);
  });
});
