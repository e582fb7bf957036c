/**
 * The barcode as a camera meets it: screenshots of phones, a desktop and the printed card, at two pixel densities, light
 * and dark, read back by ZXing. `MYDATA_BARCODES` says how many serials (a share for each screen), and
 * `MYDATA_BARCODE_FOLDER` keeps the pictures, `<serial>-….png`, for another reader such as `zbarimg`.
 */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChrome } from '#scripts/chrome.mjs';
import { greyOf, type Grey } from './png.ts';

const wanted = process.env['MYDATA_BARCODES'];
const count = Number(wanted ?? 160);
const folder = process.env['MYDATA_BARCODE_FOLDER'];
const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
let made = 0;
/** The same at each run, unless a number was asked for: the reader misses a picture in some hundreds, whatever is on it. */
const nextSerial = (): string => {
  made += 1;
  const bytes = wanted === undefined ? createHash('sha256').update(`serial ${made}`).digest() : randomBytes(8);
  return Array.from(bytes.subarray(0, 8), (byte) => alphabet[byte % 36]).join('');
};

interface Screen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly print?: boolean;
  readonly full?: boolean;
}

const screens: readonly Screen[] = [
  { name: 'phone320', width: 320, height: 640 },
  { name: 'phone390', width: 390, height: 844 },
  { name: 'desktop', width: 1280, height: 800 },
  { name: 'wallet', width: 794, height: 600, print: true },
];

let browser: Browser;
let script: string;
before(async () => {
  const [chrome, built] = await Promise.all([
    findChrome(),
    build({
      entryPoints: [new URL('../../../components/define/mydata-barcode.ts', import.meta.url).pathname],
      bundle: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      tsconfig: new URL('../../../tsconfig.json', import.meta.url).pathname,
    }),
  ]);
  script = built.outputFiles[0]!.text;
  browser = await chromium.launch({ ...chrome, headless: true });
});
after(() => browser?.close());

const policy =
  "default-src 'none'; img-src 'self'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
const document = `<!doctype html><html lang="zh-Hant"><head><meta name="viewport" content="width=device-width">
<title>條碼</title><script type="module" src="/barcode.js"></script></head>
<body><main><mydata-barcode serial="ab12cd34"></mydata-barcode></main></body></html>`;

async function open(screen: Screen, density: number, dark: boolean): Promise<{ page: Page; close(): Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width: screen.width, height: screen.height },
    deviceScaleFactor: density,
    colorScheme: dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/icon/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.route('http://barcode.test/**', (route) =>
    route.fulfill(
      route.request().url().endsWith('.js')
        ? { contentType: 'text/javascript', body: script }
        : {
            contentType: 'text/html; charset=utf-8',
            headers: { 'content-security-policy': policy },
            body: document.replace('<html', dark ? '<html data-dark' : '<html'),
          },
    ),
  );
  await page.goto('http://barcode.test/');
  await page.locator('mydata-barcode svg.screen').first().waitFor();
  if (dark)
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('html { background: #14181c }');
      globalThis.document.adoptedStyleSheets = [sheet];
    });
  if (screen.print) {
    await page.locator('mydata-barcode').evaluate((element) => element.setAttribute('format', 'wallet'));
    await page.emulateMedia({ media: 'print', colorScheme: dark ? 'dark' : 'light' });
  }
  return {
    page,
    async close() {
      assert.deepEqual(complaints, []);
      await context.close();
    },
  };
}

const show = (page: Page, serial: string, symbology = 'code128'): Promise<void> =>
  page.locator('mydata-barcode').evaluate(
    async (element, [text, kind]) => {
      const barcode = element as HTMLElement & { updateComplete: Promise<unknown> };
      Object.assign(barcode, { serial: text, symbology: kind });
      do {
        await barcode.updateComplete;
        await new Promise(requestAnimationFrame);
      } while (!barcode.shadowRoot?.querySelector('.plate svg'));
    },
    [serial, symbology] as const,
  );

function decode({ width, height, pixels }: Grey, format: BarcodeFormat): string | undefined {
  const reader = new MultiFormatReader();
  reader.setHints(new Map<DecodeHintType, unknown>([[DecodeHintType.POSSIBLE_FORMATS, [format]]]));
  const source = new RGBLuminanceSource(pixels, width, height);
  // What is black is judged by its surroundings; a square on a dark page also by the whole picture, where that goes wrong.
  const square = format === BarcodeFormat.QR_CODE ? [new GlobalHistogramBinarizer(source)] : [];
  for (const binarizer of [new HybridBinarizer(source), ...square]) {
    try {
      return reader.decode(new BinaryBitmap(binarizer)).getText();
    } catch {
      // The next one may see it.
    }
  }
  return undefined;
}

/**
 * A whole screenshot. Bars are sought strip by strip, without the dark page before them: this reader spoils its line once
 * it has turned one round, and the counters of its start pattern once something else stood before it.
 */
function read(png: Buffer, format: BarcodeFormat): string | undefined {
  const grey = greyOf(png);
  if (format === BarcodeFormat.QR_CODE) return decode(grey, format);
  const { width, height, pixels } = grey;
  const strip = 8;
  for (let y = 0; y + strip <= height; y += 3 * strip) {
    const rows = pixels.slice(y * width, (y + strip) * width);
    for (let start = 0; start < rows.length; start += width)
      for (let x = start; x < start + width && rows[x]! < 200; x++) rows[x] = 255;
    const found = decode({ width, height: strip, pixels: rows }, format);
    if (found !== undefined) return found;
  }
  return undefined;
}

const tries = screens.flatMap((screen) =>
  [1, 2].flatMap((density) => [false, true].map((dark) => ({ screen, density, dark }))),
);

for (const { screen, density, dark } of tries) {
  const label = `${screen.name}-${density}x-${dark ? 'dark' : 'light'}`;
  test(`${label}: random serials are read back from screenshots`, async () => {
    const { page, close } = await open(screen, density, dark);
    if (folder) await mkdir(folder, { recursive: true });
    const missed: string[] = [];
    for (let shown = 0; shown < Math.ceil(count / tries.length); shown++) {
      const serial = nextSerial();
      await show(page, serial);
      const png = await page.screenshot();
      if (folder) await writeFile(join(folder, `${serial}-${label}.png`), png);
      if (read(png, BarcodeFormat.CODE_128) !== serial) missed.push(serial);
    }
    assert.deepEqual(missed, []);
    await close();
  });
}

test('QR, Code 39 and the screen for the clerk are read too', async () => {
  for (const density of [1, 2, 3]) {
    const { page, close } = await open(screens[1]!, density, true);
    const serial = nextSerial();
    await show(page, serial, 'qr');
    assert.equal(read(await page.screenshot(), BarcodeFormat.QR_CODE), serial);
    await show(page, serial, 'code39');
    assert.equal(read(await page.screenshot(), BarcodeFormat.CODE_39)?.toLowerCase(), serial);
    await show(page, serial);
    await page.getByRole('button', { name: '給承辦人員看的畫面' }).click();
    await page.locator('mydata-barcode dialog svg').waitFor();
    assert.equal(read(await page.screenshot(), BarcodeFormat.CODE_128), serial);
    await page.keyboard.press('Escape');
    await page.locator('mydata-barcode dialog').waitFor({ state: 'detached' });
    await close();
  }
});

test('at 400 % nothing is cut off, and in forced colours it stays black on white', async () => {
  const { page, close } = await open({ name: 'zoomed', width: 320, height: 256 }, 4, false);
  const serial = nextSerial();
  await show(page, serial);
  const wide = await page.evaluate(
    () => globalThis.document.documentElement.scrollWidth - globalThis.document.documentElement.clientWidth,
  );
  assert.ok(wide <= 0, `${wide}px too wide`);
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' });
  assert.equal(read(await page.screenshot(), BarcodeFormat.CODE_128), serial);
  await close();
});
