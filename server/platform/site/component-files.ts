/** The built web components as files: `/components/*`. The platform's pages name them; its code never imports them. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { HttpError } from '../../http/errors.ts';
import type { Platform } from '../platform.ts';

const notThere = (): HttpError =>
  new HttpError(404, 'not-found', { 'zh-Hant': '找不到這個檔案。', en: 'There is no such file.' });

/**
 * For everybody; 404 for any name that the folder does not hold. Files are read once and kept; a new build needs a new
 * start.
 */
export function componentFileRoutes(app: Hono, { config }: Platform): void {
  const folder = config.componentsFolder ?? join(config.scriptsFolder, '..', 'components');
  const files = new Map<string, Promise<Buffer>>();

  /** Only names that a listing of the folder holds: a path can't lead elsewhere. */
  const read = async (part: '' | 'chunks', name: string): Promise<Buffer> => {
    const listed = await readdir(join(folder, part)).catch((): string[] => []);
    if (!name.endsWith('.js') || !listed.includes(name)) throw notThere();
    const path = join(folder, part, name);
    const known = files.get(path) ?? readFile(path);
    files.set(path, known);
    return known;
  };
  const script = { 'content-type': 'text/javascript; charset=utf-8' } as const;

  app.get('/components/:file', async (c) =>
    c.body(new Uint8Array(await read('', c.req.param('file'))), 200, { ...script, 'cache-control': 'no-cache' }),
  );
  // Their names change with what is in them.
  app.get('/components/chunks/:file', async (c) =>
    c.body(new Uint8Array(await read('chunks', c.req.param('file'))), 200, {
      ...script,
      'cache-control': 'public, max-age=31536000, immutable',
    }),
  );
}
