/** The county's pages: files of the built site behind the addresses that people see. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { allowCamera } from '../../http/security.ts';
import type { County } from '../county.ts';
import { requireClerk } from '../staff/desk.ts';
import { anyRole } from '../forms/staff.ts';
import { openingOf } from '../services/opening.ts';
import { requireStaff } from '../staff/session.ts';
import { ownerOf } from './browser.ts';

const pages: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/services': 'index.html',
  '/services/:service': 'service.html',
  '/services/:service/consent': 'consent.html',
  '/services/:service/sign': 'sign.html',
  '/services/:service/apply': 'apply.html',
  '/services/:service/done': 'done.html',
  '/progress': 'progress.html',
  '/privacy': 'privacy.html',
  '/accessibility': 'accessibility.html',
};

/** Where an application is begun. */
const beginning = new Set(['/services/:service/consent', '/services/:service/sign', '/services/:service/apply']);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

export function siteRoutes(county: County, folder: string): Hono {
  const site = new Hono();
  for (const [path, page] of Object.entries(pages)) {
    site.get(path, async (c) => {
      const service = c.req.param('service');
      const known = service === undefined ? undefined : county.services.get(service);
      if (service !== undefined && !known) return notFoundPage(c, folder);
      // Outside of its times the service's own page says so; who has begun may finish.
      if (known && beginning.has(path) && openingOf(known, county.clock).state !== 'open') {
        const owner = ownerOf(county, c);
        if (!owner || !(await county.storage.draft(owner, known.service.id)))
          return c.redirect(`/services/${known.service.id}`, 303);
      }
      return (await file(c, folder, page)) ?? notFoundPage(c, folder);
    });
  }
  site.get('/desk', async (c) => {
    await requireClerk(county, c);
    allowCamera(c);
    return (await file(c, folder, 'desk.html')) ?? notFoundPage(c, folder);
  });
  for (const path of ['/builder', '/builder/:form'])
    site.get(path, async (c) => {
      await requireStaff(county, c, anyRole);
      return (await file(c, folder, 'designer.html')) ?? notFoundPage(c, folder);
    });
  // The build names assets by their content, so that a name never changes what it means.
  site.get('/assets/:name{.+}', async (c) => {
    const name = c.req.param('name');
    if (!name.split('/').every((part) => /^\w[\w.-]*$/.test(part))) return notFoundPage(c, folder);
    return (
      (await file(c, join(folder, 'assets'), name, 200, 'public, max-age=31536000, immutable')) ??
      notFoundPage(c, folder)
    );
  });
  site.get(
    '/:name{(?:favicon\\.(?:ico|svg)|robots\\.txt)}',
    async (c) => (await file(c, folder, c.req.param('name'))) ?? notFoundPage(c, folder),
  );
  return site;
}

export async function notFoundPage(c: Context, folder: string | undefined): Promise<Response> {
  const page = folder === undefined ? undefined : await file(c, folder, '404.html', 404);
  return page ?? c.text('找不到這個網頁。請確認網址是否正確。', 404);
}

async function file(
  c: Context,
  folder: string,
  name: string,
  status: ContentfulStatusCode = 200,
  cache = 'no-cache',
): Promise<Response | undefined> {
  const type = types[extname(name)] ?? 'text/plain; charset=utf-8';
  const bytes = await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  return bytes && c.body(new Uint8Array(bytes), status, { 'content-type': type, 'cache-control': cache });
}
