/** The builder alone in a browser, under the strictest policy a county may set: no inline script or style, Trusted Types. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChrome } from '#scripts/chrome.mjs';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, target: 'es2022', lib: { entry, formats: ['es'] } },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [output] = [result].flat();
  if (!output || !('output' in output)) throw new Error('the page was not built');
  return output.output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n');
}

export interface BuilderPage {
  /** A page with this document; what the policy or a script complains about is collected. */
  open(query: string, options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly problems: string[] }>;
  stop(): Promise<void>;
}

export async function builderPage(): Promise<BuilderPage> {
  const script = await bundle(new URL('../../../builder/testing/page.ts', import.meta.url).pathname);
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.writeHead(200, {
      'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8',
      'content-security-policy': policy,
    });
    response.end(
      isScript
        ? script
        : '<!doctype html><html lang="zh-Hant"><title>表單設計</title><body><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const browser = await chromium.launch({ ...(await findChrome()), headless: true });
  return {
    async open(query, options = { viewport: { width: 1280, height: 900 } }) {
      const page = await (await browser.newContext(options)).newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('favicon')) problems.push(message.text());
      });
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?${query}`);
      await page.locator('mydata-builder-canvas').waitFor();
      return { page, problems };
    },
    async stop() {
      await browser.close();
      server.close();
    },
  };
}
