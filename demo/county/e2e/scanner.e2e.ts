/** A scanner at a desk where Bopomofo is on: real keys and compositions of the browser, not events made by a script. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { findChrome } from '#scripts/chrome.mjs';

let browser: Browser;
let script: string;
before(async () => {
  const [chrome, built] = await Promise.all([
    findChrome(),
    build({
      entryPoints: [new URL('../../../components/define/mydata-counter.ts', import.meta.url).pathname],
      bundle: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      external: ['./zxing.ts'],
      tsconfig: new URL('../../../tsconfig.json', import.meta.url).pathname,
    }),
  ]);
  script = built.outputFiles[0]!.text;
  browser = await chromium.launch({ ...chrome, headless: true });
});
after(() => browser?.close());

const desk = {
  agency: '嘉義縣社會局',
  counter: '3 號櫃檯',
  clerk: '林小萍',
  csrf: 'x',
  services: [{ id: 'relief', name: { 'zh-Hant': '急難救助', en: 'Relief' } }],
};

/** @param sent whether the platform takes the barcode */
const presentedAnswer = {
  attempt: 'a1',
  service: { id: 'senior-card', name: { 'zh-Hant': '敬老卡', en: 'Senior card' } },
  sent: true,
  codeFor: 120,
  resendAfter: 120,
};

async function atDesk(sent: boolean): Promise<{ page: Page; keys: CDPSession; presented: string[]; codes: string[] }> {
  const page = await (await browser.newContext()).newPage();
  const presented: string[] = [];
  const codes: string[] = [];
  await page.route('http://desk.test/**', (route) => {
    const { pathname } = new URL(route.request().url());
    const body = (route.request().postDataJSON() ?? {}) as { serial?: string; code?: string };
    if (pathname === '/counter.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    if (pathname === '/api/counter') return route.fulfill({ json: desk });
    if (pathname === '/api/counter/present') {
      presented.push(body.serial ?? '');
      const error = { code: 'counter-refused', message: { 'zh-Hant': '條碼不正確', en: 'wrong' } };
      return sent ? route.fulfill({ json: presentedAnswer }) : route.fulfill({ status: 403, json: { error } });
    }
    if (pathname === '/api/counter/code') {
      codes.push(body.code ?? '');
      return route.fulfill({ status: 201, json: { case: 'one' } });
    }
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="zh-Hant"><title>櫃檯</title><script type="module" src="/counter.js"></script>
        <body><mydata-counter></mydata-counter></body></html>`,
    });
  });
  await page.goto('http://desk.test/');
  await page.locator('mydata-counter #entry').focus();
  return { page, keys: await page.context().newCDPSession(page), presented, codes };
}

const codeOf = (character: string): string =>
  ({ '*': 'Digit8', '\n': 'Enter', '\t': 'Tab' })[character] ??
  (/\d/.test(character) ? `Digit${character}` : `Key${character.toUpperCase()}`);

/** Each key goes to the input method, which composes of it. The browser tells when each was pressed, however late it comes. */
async function scanComposing({ keys }: { keys: CDPSession }, text: string, gap: number): Promise<void> {
  let composed = '';
  const begin = Date.now() / 1000;
  const sent = [...text].flatMap((character, index) => {
    const key = {
      key: 'Process',
      code: codeOf(character),
      windowsVirtualKeyCode: 229,
      modifiers: character === '*' ? 8 : 0,
      timestamp: begin + (index * gap) / 1000,
    };
    composed = `${composed}ㄎ`.slice(-3);
    const at = composed.length;
    return [
      keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }),
      /[\n\t]/.test(character)
        ? keys.send('Input.insertText', { text: '科' })
        : keys.send('Input.imeSetComposition', { text: composed, selectionStart: at, selectionEnd: at }),
      keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
    ];
  });
  await Promise.all(sent);
}

test('a barcode is read behind an input method, and nothing of that stays in the entry', async () => {
  const at = await atDesk(false);
  const entry = at.page.locator('mydata-counter #entry');
  let count = 0;
  for (const [text, gap] of [
    ['k7m2qx94\n', 0],
    ['*K7M2QX94*\t', 0],
    ['k7m2qx94', 0],
    ['k7m2qx94\n', 40],
  ] as const) {
    await scanComposing(at, text, gap);
    count += 1;
    while (at.presented.length < count) await at.page.waitForTimeout(20);
    await at.page.waitForTimeout(600);
    assert.deepEqual(
      at.presented,
      Array.from({ length: count }, () => 'k7m2qx94'),
      text,
    );
    assert.equal(await entry.inputValue(), '', JSON.stringify([text, gap]));
    assert.equal(
      await at.page.evaluate(() => document.querySelector('mydata-counter')?.shadowRoot?.activeElement?.id),
      'entry',
    );
  }
  // What is typed afterwards is typed.
  await at.page.keyboard.type('k7m2', { delay: 120 });
  assert.equal(await entry.inputValue(), 'k7m2');
  await at.page.context().close();
});

test('a code that is typed fast goes where it is typed, CR LF or not', async () => {
  const at = await atDesk(true);
  await at.page.keyboard.type('K7M2QX94', { delay: 5 });
  await Promise.all([at.page.keyboard.press('Enter'), at.page.keyboard.press('Enter')]);
  await at.page.getByRole('heading', { name: '受理項目：敬老卡' }).waitFor();
  assert.equal(await at.page.locator('mydata-counter #error').count(), 0);
  await at.page.waitForTimeout(600);
  await at.page.keyboard.type('20418836', { delay: 3 });
  await at.page.keyboard.press('Enter');
  await at.page.getByText('請掃描民眾的資料條碼', { exact: true }).first().waitFor();
  assert.deepEqual([at.presented, at.codes], [['k7m2qx94'], ['20418836']]);
  await at.page.context().close();
});
