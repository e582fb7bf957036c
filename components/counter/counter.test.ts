import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../define/mydata-counter.ts';
import { fakeCounty } from '../controllers/testing/fake-county.ts';
import type { FakeCounty } from '../controllers/testing/fake-county.ts';
import { translate } from '../testing/translate.ts';
import type { MydataCounter } from './counter-element.ts';

const desk = {
  agency: '嘉義縣社會局',
  counter: '3 號櫃檯',
  clerk: '林小萍',
  csrf: 'x',
  services: [
    { id: 'emergency-relief', name: { 'zh-Hant': '急難救助', en: 'Emergency relief' } },
    { id: 'senior-card', name: { 'zh-Hant': '敬老卡', en: 'Senior card' } },
  ],
};
const given = {
  attempt: 'a1',
  service: { id: 'senior-card', name: { 'zh-Hant': '敬老卡', en: 'Senior card' } },
  sent: true,
  codeFor: 120,
  resendAfter: 120,
};
const refusal = (code: string, text = code) => ({ error: { code, message: { 'zh-Hant': text, en: text } } });

describe('<mydata-counter>', () => {
  let county: FakeCounty;
  const now = Date.now;

  beforeEach(() => {
    county = fakeCounty({
      'GET /counter': { body: desk },
      'POST /counter/present': { body: given },
      'POST /counter/resend': { body: given },
      'POST /counter/code': { status: 201, body: { case: 'case-1' } },
    });
  });
  afterEach(() => {
    county.restore();
    Date.now = now;
  });

  const shown = async () => {
    const element = await fixture<MydataCounter>(html`<mydata-counter lang="zh-Hant"></mydata-counter>`);
    await waitUntil(() => element.desk);
    await element.updateComplete;
    return element;
  };
  const inside = <E extends Element = HTMLElement>(element: MydataCounter, selector: string) =>
    element.renderRoot.querySelector<E>(selector)!;
  const textOf = (element: MydataCounter) => element.renderRoot.textContent!.replace(/\s+/g, ' ');
  const asked = (path: string) => county.asked.filter((one) => one.path === path).map(({ body }) => body);
  const submit = async (element: MydataCounter, typed: string) => {
    inside<HTMLInputElement>(element, '#entry').value = typed;
    inside<HTMLButtonElement>(element, 'button.main').click();
    await settled(element);
  };
  const settled = async (element: MydataCounter) => {
    await new Promise((done) => setTimeout(done, 20));
    await element.updateComplete;
    await element.updateComplete;
  };
  /** As a scanner does it: all at once, wherever the focus is. */
  const scan = async (element: MydataCounter, text = 'k7m2qx94', target: Element = document.body) => {
    for (const key of [...text, 'Enter']) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
      if (target.dispatchEvent(event) && target instanceof HTMLInputElement && key.length === 1) target.value += key;
    }
    await settled(element);
  };

  it('is accessible in every state', async () => {
    const element = await shown();
    await expect(element).to.be.accessible();
    await submit(element, 'wrong');
    await expect(element).to.be.accessible();
    await submit(element, 'k7m2qx94');
    await expect(element).to.be.accessible();
    county.answers['POST /counter/code'] = {
      status: 423,
      body: refusal('desk-out'),
      headers: { 'retry-after': '840' },
    };
    await submit(element, '12345678');
    await expect(element).to.be.accessible();
  });

  it('opens a case in three actions: scan, code, Enter', async () => {
    const element = await shown();
    await scan(element);
    expect(asked('/counter/present')).to.deep.equal([{ serial: 'k7m2qx94' }]);
    expect(textOf(element)).to.contain('驗證密碼已送出').and.to.contain('剩餘 2:00');
    expect(element.shadowRoot!.activeElement).to.equal(inside(element, '#entry'));
    const opened = oneEvent(element, 'mydata-case-opened') as Promise<CustomEvent>;
    for (const press of '20418836') {
      await sendKeys({ press });
      await new Promise((done) => setTimeout(done, 60));
    }
    await sendKeys({ press: 'Enter' });
    expect((await opened).detail).to.deep.equal({ case: 'case-1' });
    expect(asked('/counter/code')).to.deep.equal([{ attempt: 'a1', code: '20418836' }]);
    await settled(element);
    expect(textOf(element)).to.contain('請掃描民眾的資料條碼');
  });

  it('takes a scan while an entry has the focus, and leaves nothing of it there', async () => {
    const element = await shown();
    const entry = inside<HTMLInputElement>(element, '#entry');
    entry.value = 'k7';
    await scan(element, 'K7M2QX94', entry);
    expect(asked('/counter/present')).to.deep.equal([{ serial: 'k7m2qx94' }]);
    expect(inside<HTMLInputElement>(element, '#entry').value).to.equal('');
    // The same barcode again while the code is waited for is no new one; another resident's is.
    await scan(element, 'k7m2qx94', inside(element, '#entry'));
    expect(asked('/counter/present')).to.have.length(1);
    await scan(element, 'abcd1234', inside(element, '#entry'));
    expect(asked('/counter/present')).to.have.length(2);
  });

  /** With an input method on: it takes each key, and puts of its own into the entry. */
  const scanComposing = async (element: MydataCounter, keys: readonly KeyboardEventInit[], target: Element) => {
    for (const key of keys) {
      const event = { key: 'Process', keyCode: 229, bubbles: true, composed: true, cancelable: true, ...key };
      target.dispatchEvent(new KeyboardEvent('keydown', event));
      if (target instanceof HTMLInputElement && !/Enter|Tab/.test(key.code ?? '')) target.value += 'ㄎ';
    }
    if (target instanceof HTMLInputElement) target.value += '科';
    target.dispatchEvent(new CompositionEvent('compositionend', { data: '科', bubbles: true, composed: true }));
    await settled(element);
  };
  const codesOf = (text: string): readonly KeyboardEventInit[] =>
    [...text].map((one) => ({ code: /\d/.test(one) ? `Digit${one}` : `Key${one.toUpperCase()}` }));

  it('reads a scanner behind a Chinese input method, and takes out what that left', async () => {
    county.answers['POST /counter/present'] = { status: 403, body: refusal('counter-refused') };
    const element = await shown();
    const entry = inside<HTMLInputElement>(element, '#entry');
    await scanComposing(element, [...codesOf('k7m2qx94'), { code: 'Enter' }], entry);
    expect(asked('/counter/present')).to.deep.equal([{ serial: 'k7m2qx94' }]);
    expect(inside<HTMLInputElement>(element, '#entry').value).to.equal('');
    await scanComposing(element, [...codesOf('abcd2345'), { code: 'Tab' }], document.body);
    expect(asked('/counter/present')).to.have.length(2);
    const marked = [{ code: 'Digit8', shiftKey: true }, ...codesOf('k7m2qx94'), { code: 'Digit8', shiftKey: true }];
    await scanComposing(element, [...marked, { code: 'NumpadEnter' }], inside(element, '#entry'));
    expect(asked('/counter/present').at(-1)).to.deep.equal({ serial: 'k7m2qx94' });
  });

  it('says to switch to English where no key can be read', async () => {
    const element = await shown();
    const entry = inside<HTMLInputElement>(element, '#entry');
    await scanComposing(element, [...codesOf('k7m2qx94').map(() => ({})), { code: 'Enter' }], entry);
    expect(asked('/counter/present')).to.deep.equal([]);
    expect(inside(element, '#error').textContent).to.contain('請切換成英文輸入');
    expect(entry.value).to.equal('');
    await submit(element, 'ㄎ7ㄇ2');
    expect(inside(element, '#error').textContent).to.contain('請切換成英文輸入');
    await submit(element, 'k7m2');
    expect(inside(element, '#error').textContent).to.contain('8 個英文字母或數字');
  });

  it('says to switch to English where a code was typed through an input method', async () => {
    const element = await shown();
    await scan(element);
    await submit(element, 'ㄆㄅㄓㄅㄚㄚㄏㄞ');
    expect(inside(element, '#error').textContent).to.contain('請切換成英文輸入');
    await submit(element, '2041');
    expect(inside(element, '#error').textContent).to.contain('8 個數字');
    expect(asked('/counter/code')).to.deep.equal([]);
  });

  it('takes whatever a scanner puts around a barcode, and what follows its end', async () => {
    const element = await shown();
    let count = 0;
    for (const text of ['*K7M2QX94*', ']C0k7m2qx94', ']A0*K7M2QX94*', 'Ｋ７Ｍ２ＱＸ９４']) {
      await scan(element, text);
      count += 1;
      expect(asked('/counter/present'), text).to.have.length(count);
      // LF after CR.
      const lineFeed = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true });
      expect(inside(element, '#entry').dispatchEvent(lineFeed)).to.equal(false);
      element.restart();
      await settled(element);
    }
    for (const key of 'k7m2qx94') document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await waitUntil(() => asked('/counter/present').length === count + 1);
  });

  it('leaves a code that is typed fast where it is typed', async () => {
    const element = await shown();
    await scan(element);
    const opened = oneEvent(element, 'mydata-case-opened');
    await sendKeys({ type: '20418836' });
    expect(inside<HTMLInputElement>(element, '#entry').value).to.equal('20418836');
    await sendKeys({ press: 'Enter' });
    await opened;
    expect(asked('/counter/code')).to.deep.equal([{ attempt: 'a1', code: '20418836' }]);
    expect(asked('/counter/present')).to.have.length(1);
  });

  it('leaves scans for other entries of the page alone', async () => {
    const element = await shown();
    const other = await fixture<HTMLInputElement>(html`<input aria-label="other" />`);
    await scan(element, 'k7m2qx94', other);
    expect(asked('/counter/present')).to.deep.equal([]);
    expect(other.value).to.equal('k7m2qx94');
  });

  it('has no list to choose from: what a barcode is for, it says itself', async () => {
    const element = await shown();
    expect(inside(element, 'select')).to.equal(null);
    await submit(element, ' K7M2-QX９４ ');
    expect(asked('/counter/present')).to.deep.equal([{ serial: 'k7m2qx94' }]);
    expect(inside(element, 'h2').textContent).to.equal('受理項目：敬老卡');
  });

  it('says that a code was sent only where one was, and takes the time that the server says', async () => {
    const element = await shown();
    county.answers['POST /counter/present'] = { body: { ...given, sent: false, codeFor: 48, resendAfter: 48 } };
    await scan(element);
    expect(textOf(element)).to.contain('剛才已經送過').and.to.contain('剩餘 0:48');
    expect(textOf(element)).not.to.contain('驗證密碼已送出');
  });

  it('says what a barcode of another counter is for, and waits for the next', async () => {
    const element = await shown();
    county.answers['POST /counter/present'] = { status: 409, body: refusal('barcode-elsewhere', '這是別處的條碼') };
    for (let times = 0; times < 6; times += 1) await scan(element);
    expect(inside(element, '#error').textContent).to.equal('這是別處的條碼');
    expect(textOf(element)).to.contain('請掃描民眾的資料條碼').and.not.to.contain('已送出');
    county.answers['POST /counter/present'] = { body: given };
    await submit(element, 'abcd2345');
    expect(textOf(element)).to.contain('受理項目：敬老卡');
  });

  it('sends no code whose time is over; the same barcode can be scanned again then', async () => {
    const element = await shown();
    await scan(element);
    const entry = inside<HTMLInputElement>(element, '#entry');
    entry.value = '2041';
    Date.now = () => now() + 120_000;
    await waitUntil(() => textOf(element).includes('驗證密碼已過期'), '', { timeout: 3000 });
    expect(inside<HTMLInputElement>(element, '#entry')).to.equal(entry);
    expect(entry.value, 'what was typed stays').to.equal('2041');
    expect(inside(element, 'button.main').getAttribute('aria-disabled')).to.equal('true');
    await submit(element, '20418836');
    expect(asked('/counter/code')).to.deep.equal([]);
    expect(inside(element, '#error').textContent).to.contain('時間已過');
    await scan(element, 'k7m2qx94', entry);
    expect(asked('/counter/present')).to.have.length(2);
    expect(textOf(element)).to.contain('剩餘 2:00');
  });

  it('goes by the server’s clock where that says the code is over', async () => {
    const element = await shown();
    await scan(element);
    county.answers['POST /counter/code'] = { status: 410, body: refusal('code-over', '時間已經過了') };
    await submit(element, '20418836');
    expect(inside(element, '#error').textContent).to.equal('時間已經過了');
    expect(inside(element, 'button.main').textContent).to.contain('已過期');
  });

  it('asks nobody about what can be no barcode or no code', async () => {
    const element = await shown();
    await submit(element, 'k7m2qx9');
    expect(textOf(element)).to.contain('資料條碼是 8 個英文字母或數字');
    expect(asked('/counter/present')).to.deep.equal([]);
    await submit(element, 'k7m2qx94');
    await submit(element, '1234567');
    expect(textOf(element)).to.contain('驗證密碼是 8 個數字');
    expect(asked('/counter/code')).to.deep.equal([]);
  });

  it('says the server’s words for a refusal, empties the entry and stays', async () => {
    const element = await shown();
    await scan(element);
    county.answers['POST /counter/code'] = { status: 403, body: refusal('counter-refused', '條碼或驗證密碼不正確') };
    await submit(element, '12345678');
    expect(inside(element, '#error').textContent).to.equal('條碼或驗證密碼不正確');
    const entry = inside<HTMLInputElement>(element, '#entry');
    expect(entry.value).to.equal('');
    expect(entry.getAttribute('aria-describedby')).to.equal('error');
    expect(element.shadowRoot!.activeElement).to.equal(entry);
  });

  it('goes back to the barcode when only another one helps', async () => {
    const element = await shown();
    await scan(element);
    county.answers['POST /counter/code'] = { status: 502, body: refusal('case-package', '無法通過查驗') };
    await submit(element, '12345678');
    expect(textOf(element)).to.contain('請掃描民眾的資料條碼').and.to.contain('無法通過查驗');
  });

  it('limit: another code can be sent after two minutes, not before', async () => {
    const element = await shown();
    await scan(element);
    const again = () => inside<HTMLButtonElement>(element, 'p.row button');
    expect(again().getAttribute('aria-disabled')).to.equal('true');
    again().click();
    await settled(element);
    expect(asked('/counter/resend')).to.deep.equal([]);
    Date.now = () => now() + 120_000;
    await waitUntil(() => again().getAttribute('aria-disabled') === 'false', '', { timeout: 3000 });
    expect(textOf(element)).to.contain('驗證密碼的時間已過');
    again().click();
    await settled(element);
    expect(asked('/counter/resend')).to.deep.equal([{ attempt: 'a1' }]);
    expect(inside(element, '[role=status]').textContent).to.contain('舊的已經失效');
  });

  it('says that the counter is out of use when the page is loaded anew, until it is not', async () => {
    county.answers['GET /counter'] = { body: { ...desk, outFor: 840 } };
    const element = await shown();
    expect(textOf(element)).to.contain('這個櫃檯暫停使用').and.to.contain('剩餘 14:00');
    await scan(element);
    expect(asked('/counter/present')).to.deep.equal([]);
    Date.now = () => now() + 840_000;
    await waitUntil(() => textOf(element).includes('請掃描民眾的資料條碼'), '', { timeout: 3000 });
  });

  it('limit: out of use until the time that the server says', async () => {
    const element = await shown();
    county.answers['POST /counter/present'] = {
      status: 423,
      body: refusal('desk-out'),
      headers: { 'retry-after': '840' },
    };
    await scan(element);
    expect(textOf(element)).to.contain('這個櫃檯暫停使用').and.to.contain('剩餘 14:00');
    county.answers['POST /counter/present'] = { body: given };
    await scan(element);
    expect(asked('/counter/present')).to.have.length(1);
    Date.now = () => now() + 840_000;
    await waitUntil(() => textOf(element).includes('請掃描民眾的資料條碼'), '', { timeout: 3000 });
    await scan(element);
    expect(asked('/counter/present')).to.have.length(2);
  });

  it('goes on counting where the browser has translated the page', async () => {
    const element = await shown();
    translate(element.shadowRoot!, true);
    await scan(element);
    translate(element.shadowRoot!, true);
    Date.now = () => now() + 60_000;
    await waitUntil(() => /剩餘 (1:00|0:59)/.test(textOf(element)), '', { timeout: 3000 });
    translate(element.shadowRoot!, true);
    Date.now = () => now() + 120_000;
    await waitUntil(() => textOf(element).includes('驗證密碼的時間已過'), '', { timeout: 3000 });
    expect(textOf(element)).not.to.contain('剩餘');
    element.restart();
    await settled(element);
    expect(textOf(element)).to.contain('請掃描民眾的資料條碼').and.not.to.contain('驗證密碼已送出');
  });

  it('fits 320 pixels', async () => {
    await setViewport({ width: 320, height: 640 });
    const element = await shown();
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await scan(element);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 800, height: 600 });
  });

  it('speaks English where the page does', async () => {
    const element = await fixture<MydataCounter>(html`<mydata-counter lang="en" .desk=${desk}></mydata-counter>`);
    await waitUntil(() => textOf(element).includes('Please scan'));
    expect(textOf(element)).to.contain('Please scan the resident’s barcode');
    await expect(element).to.be.accessible();
  });
});
