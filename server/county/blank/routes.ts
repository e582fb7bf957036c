/** Blank forms 空白表單 to be printed: for everybody, as the service itself is. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { County } from '../county.ts';
import { serviceOf } from '../drafts/browser.ts';
import { blankForm } from './blank-form.ts';

const css = join(import.meta.dirname, '..', 'assets', 'blank.css');

/** `/blank-forms/:service`, the version that residents get now, also outside of its times; 404 `service-unknown`. */
export function blankRoutes(county: County): Hono {
  const blank = new Hono();
  blank.get('/assets/blank.css', async (c) =>
    c.body(await readFile(css, 'utf8'), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'no-cache',
    }),
  );
  blank.get('/:service', (c) => {
    const { service, form, formVersion } = serviceOf(county, c);
    return c.html(blankForm({ service, form, version: formVersion }));
  });
  return blank;
}
