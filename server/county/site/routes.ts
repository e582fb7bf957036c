/** The pages of the built site behind the addresses that its `site.json` names. Exists only where a site is configured. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { allowCamera } from '../../http/security.ts';
import { addressOf } from '../addresses.ts';
import type { County } from '../county.ts';
import { servicesFor } from '../access/services.ts';
import { openingOf } from '../services/opening.ts';
import { fillPage } from './fill-page.ts';
import { plainLooks } from './looks.ts';
import type { Site, SitePage } from './site.ts';
import { requireClerk } from '../staff/desk.ts';
import { requireStaff } from '../staff/session.ts';
import { ownerOf } from '../drafts/browser.ts';

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

/**
 * Pages for clerks need an open desk, those for designers `see-forms`, and of a form that they may not see 404. A page
 * that begins an application leads to the service's own outside of its times, unless this browser has a draft. Assets
 * may be kept for a year.
 */
export function siteRoutes(county: County, { folder, pages }: Site): Hono {
  const site = new Hono();
  for (const page of pages) site.get(page.path, (c) => shown(county, c, page));
  // The build names assets by their content, so that a name never changes what it means.
  site.get('/assets/:name{.+}', async (c) => {
    return (await asset(c, join(folder, 'assets'), c.req.param('name'))) ?? notFoundPage(county, c);
  });
  site.get('/:name{(?:favicon\\.ico|robots\\.txt)}', async (c) => {
    const name = c.req.param('name');
    const bytes = await read(folder, name);
    return bytes ? sent(c, name, bytes) : notFoundPage(county, c);
  });
  return site;
}

/** A page per element and state, for whoever takes the elements; its calls are answered in the page. Test environment only. */
export function playgroundRoutes(county: County, folder: string): Hono {
  const playground = new Hono();
  const file = async (c: Context, name: string): Promise<Response> => {
    const bytes = await read(folder, name);
    return bytes ? sent(c, name, bytes) : notFoundPage(county, c);
  };
  playground.get('/playground', (c) => c.redirect('/playground/', 301));
  playground.get('/playground/', (c) => file(c, 'index.html'));
  playground.get('/playground/validator.js', (c) => file(c, 'validator.js'));
  playground.get(
    '/playground/assets/:name{.+}',
    async (c) => (await asset(c, join(folder, 'assets'), c.req.param('name'))) ?? notFoundPage(county, c),
  );
  return playground;
}

async function asset(c: Context, folder: string, name: string): Promise<Response | undefined> {
  if (!name.split('/').every((part) => /^\w[\w.-]*$/.test(part))) return undefined;
  const bytes = await read(folder, name);
  return bytes && sent(c, name, bytes, 200, 'public, max-age=31536000, immutable');
}

async function shown(county: County, c: Context, { file, begins, for: whom, camera }: SitePage): Promise<Response> {
  if (whom === 'clerk') await requireClerk(county, c);
  if (whom === 'designer') {
    const staff = await requireStaff(county, c, 'see-forms');
    const form = c.req.param('form');
    if (form !== undefined && !(await servicesFor(county, staff, 'see-forms')).has(form))
      return notFoundPage(county, c);
  }
  if (camera) allowCamera(c);
  const service = c.req.param('service');
  const known = service === undefined ? undefined : county.services.get(service);
  if (service !== undefined && !known) return notFoundPage(county, c);
  // Outside of its times the service's own page says so; who has begun may finish.
  if (known && begins && openingOf(known, county.clock).state !== 'open') {
    const owner = ownerOf(county, c);
    if (!owner || !(await county.storage.draft(owner, known.service.id)))
      return c.redirect(addressOf(county.addresses, 'service', known.service.id), 303);
  }
  return (await filled(county, c, file)) ?? notFoundPage(county, c);
}

/** 404: the site's own page, without a site one line of text. */
export async function notFoundPage(county: County, c: Context): Promise<Response> {
  const page = county.config.site && (await filled(county, c, '404.html', 404));
  return page ?? c.text('找不到這個網頁。請確認網址是否正確。', 404);
}

/** A page with the organisation's name in it. */
async function filled(
  { config }: County,
  c: Context,
  file: string,
  status: ContentfulStatusCode = 200,
): Promise<Response | undefined> {
  const name = file.replace('{emblem}', (config.looks ?? plainLooks).site.emblem);
  const bytes = await read(config.site!.folder, name);
  return bytes && sent(c, name, fillPage(new TextDecoder().decode(bytes), config), status);
}

const sent = (
  c: Context,
  name: string,
  body: string | Uint8Array<ArrayBuffer>,
  status: ContentfulStatusCode = 200,
  cache = 'no-cache',
): Response =>
  c.body(body, status, {
    'content-type': types[extname(name)] ?? 'text/plain; charset=utf-8',
    'cache-control': cache,
  });

async function read(folder: string, name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  return bytes && new Uint8Array(bytes);
}
