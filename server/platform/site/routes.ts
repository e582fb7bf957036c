/** Front page, files of the pages, health and the description of the interface. */
import { readFile, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { HttpError } from '../../http/errors.ts';
import { openApi } from '../openapi/document.ts';
import type { Platform } from '../platform.ts';
import { maintenanceNow } from '../staff/maintenance.ts';
import { homeView } from './views/home.ts';
import { maintenanceView } from './views/maintenance.ts';

const assetsFolder = fileURLToPath(new URL('../assets', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * GET `/`, `/health`, `/openapi.json`, `/assets/:file`, for everybody. `/health` reads the storage, so that it fails
 * with it; a file of neither folder is 404.
 */
export function pageRoutes(app: Hono, platform: Platform): void {
  const { config, storage } = platform;
  const files = new Map<string, Promise<Buffer>>();

  app.get('/', async (c) => {
    const maintenance = maintenanceView(await maintenanceNow(platform), platform.datasets);
    return c.html(homeView(platform, await platform.clients.list(), maintenance));
  });

  app.get('/health', async (c) => {
    await storage.transactions(1);
    return c.json({ status: 'ok', app: 'platform' });
  });

  let document: ReturnType<typeof openApi> | undefined;
  app.get('/openapi.json', (c) => c.json((document ??= openApi(config))));

  app.get('/assets/:file', async (c) => {
    const name = c.req.param('file');
    const type = types[extname(name)];
    const folder = type && (await folderOf(name));
    if (!folder) throw new HttpError(404, 'not-found', { 'zh-Hant': '找不到這個檔案。', en: 'There is no such file.' });
    const known = files.get(name) ?? readFile(join(folder, name));
    files.set(name, known);
    return c.body(new Uint8Array(await known), 200, { 'content-type': type, 'cache-control': 'no-cache' });
  });

  /** Only names that a listing of our two folders holds: a path can't lead elsewhere. */
  async function folderOf(name: string): Promise<string | undefined> {
    for (const folder of [assetsFolder, config.scriptsFolder])
      if ((await readdir(folder).catch((): string[] => [])).includes(name)) return folder;
    return undefined;
  }
}
