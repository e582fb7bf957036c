import { expect, fixture, html } from '@open-wc/testing';
import { watchStrayScans } from './stray-scan.ts';

describe('a scan while a case is open', () => {
  let strays = 0;
  let busy = true;
  let stop: () => void;
  beforeEach(() => {
    strays = 0;
    busy = true;
    stop = watchStrayScans(document, { busy: () => busy, strayed: () => (strays += 1) });
  });
  afterEach(() => stop());

  /** As the browser does: a key that nobody took is put into the entry, Enter on a button presses it. */
  const scan = (text: string, target: Element, { gap = 10, ends = 'Enter', from = 1000 } = {}): boolean => {
    let kept = true;
    [...text, ends].forEach((key, index) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
      Object.defineProperty(event, 'timeStamp', { value: from + index * gap });
      kept = target.dispatchEvent(event);
      if (kept && target instanceof HTMLInputElement && key.length === 1) target.value += key;
    });
    return kept;
  };

  it('presses no button', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button>結束</button>`);
    expect(scan('k7m2qx94', button)).to.equal(false);
    expect(scan('', button, { from: 1200 }), 'LF after CR').to.equal(false);
    expect(scan('', button, { from: 3000 }), 'a hand').to.equal(true);
    expect(strays).to.equal(1);
  });
  it('leaves an answer as it was, and says so to whoever keeps the answer', async () => {
    const entry = await fixture<HTMLInputElement>(html`<input aria-label="戶號" value="F12" />`);
    const heard: string[] = [];
    entry.addEventListener('input', () => heard.push(entry.value));
    for (const [index, text] of ['k7m2qx94', '*K7M2QX94*', ']C0k7m2qx94'].entries()) {
      expect(scan(text, entry, { from: 10_000 * (index + 1) }), text).to.equal(false);
      expect(entry.value, text).to.equal('F12');
      expect(scan('', entry, { from: 10_000 * (index + 1) + 200 }), 'what follows its end').to.equal(false);
    }
    expect([strays, heard.at(-1)]).to.deep.equal([3, 'F12']);
    expect(scan('k7m2qx94', entry, { ends: 'Tab', from: 90_000 })).to.equal(false);
  });
  it('leaves what a hand types, and a number however fast', async () => {
    const entry = await fixture<HTMLInputElement>(html`<input aria-label="姓名" />`);
    expect(scan('mkwqahen', entry, { gap: 60 })).to.equal(true);
    expect(scan('20418836', entry, { from: 20_000 })).to.equal(true);
    expect([strays, entry.value]).to.deep.equal([0, 'mkwqahen20418836']);
  });
  it('leaves scans to the counter while none is open', async () => {
    busy = false;
    const entry = await fixture<HTMLInputElement>(html`<input aria-label="條碼" />`);
    expect(scan('k7m2qx94', entry)).to.equal(true);
    expect(strays).to.equal(0);
  });
});
