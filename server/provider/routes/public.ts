/** What anybody may see: health, the test CA, the description of the interface, and a page that says what this is. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import type { ProviderContext } from '../context.ts';
import { openApi } from '../openapi.ts';
import { homePage } from '../views/home-page.ts';

const sheets = ['style.css', 'samples.css'].map((name) => fileURLToPath(new URL(`../assets/${name}`, import.meta.url)));
const readStyle = async (): Promise<string> =>
  (await Promise.all(sheets.map((file) => readFile(file, 'utf8')))).join('\n');
let style: Promise<string> | undefined;

/**
 * GET `/`, `/style.css`, `/health`, `/ca.pem`, `/crl.pem`, `/openapi.json`, in every environment. `/health` reads the
 * storage, so that it fails with it.
 */
export function publicRoutes(app: Hono, ctx: ProviderContext): void {
  const document = openApi(ctx.config.urls.provider);

  app.get('/', (c) => c.html(homePage([...ctx.config.catalogue.values()], ctx.config.sandbox ?? false)));
  app.get('/style.css', async (c) =>
    c.body(await (style ??= readStyle()), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'no-cache',
    }),
  );
  app.get('/health', async (c) => {
    await ctx.storage.countRecords();
    return c.json({ status: 'ok' });
  });
  app.get('/ca.pem', (c) => c.body(ctx.keys.caPem, 200, { 'content-type': 'application/x-pem-file' }));
  app.get('/crl.pem', (c) => c.body(ctx.keys.crlPem, 200, { 'content-type': 'application/x-pem-file' }));
  app.get('/openapi.json', (c) => c.json(document));
}
