/** What anybody may see: health, the test CA, the description of the interface, and a page that says what this is. */
import type { Hono } from 'hono';
import type { ProviderContext } from '../context.ts';
import { openApi } from '../openapi.ts';
import { homePage } from '../views/home-page.ts';
import { stylesheet } from '../views/stylesheet.ts';

export function publicRoutes(app: Hono, ctx: ProviderContext): void {
  const document = openApi(ctx.config.urls.provider);

  app.get('/', (c) => c.html(homePage([...ctx.config.catalogue.values()])));
  app.get('/style.css', (c) => c.body(stylesheet, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/health', async (c) => {
    await ctx.storage.countRecords();
    return c.json({ status: 'ok' });
  });
  app.get('/ca.pem', (c) => c.body(ctx.keys.caPem, 200, { 'content-type': 'application/x-pem-file' }));
  app.get('/crl.pem', (c) => c.body(ctx.keys.crlPem, 200, { 'content-type': 'application/x-pem-file' }));
  app.get('/openapi.json', (c) => c.json(document));
}
