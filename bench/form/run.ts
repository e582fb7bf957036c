/** Serves the benchmark page, drives Chromium, → figures for 30 and 300 fields. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'vite';
import { chromium } from 'playwright-core';
import { findChrome } from '../../scripts/chrome.mjs';

export interface FormFigures {
  readonly fields: number;
  readonly mount: { readonly kit: number; readonly plain: number };
  readonly fill: { readonly kit: number; readonly plain: number };
  readonly type: { readonly kit: number; readonly plain: number };
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: new URL('page.ts', import.meta.url).pathname, formats: ['es'] },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [output] = [result].flat();
  if (!output || !('output' in output)) throw new Error('the benchmark page was not built');
  return output.output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n');
}

export async function benchForm(runs: number): Promise<FormFigures[]> {
  const script = await bundle();
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(
      isScript
        ? script
        : '<!doctype html><html lang="zh-Hant"><title>bench</title><body><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const browser = await chromium.launch({ ...(await findChrome()), headless: true });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => 'measure' in window);
    const figures: FormFigures[] = [];
    for (const count of [30, 300]) {
      figures.push(
        await page.evaluate(
          ({ count, runs }) =>
            (window as unknown as { measure(count: number, runs: number): Promise<FormFigures> }).measure(count, runs),
          { count, runs },
        ),
      );
    }
    return figures;
  } finally {
    await browser.close();
    server.close();
  }
}
