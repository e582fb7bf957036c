/** The counter's interface under `/api/counter` (`schemas/wire/counter-api.ts`). */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { CaseView, DeskView } from '#schemas/wire/counter-api.ts';
import { towns } from '#schemas/taiwan/towns.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import { recordLook } from '../records/looks.ts';
import { draftRoutes } from '../drafts/draft-routes.ts';
import { readJson } from '../drafts/read-input.ts';
import { requireClerk, stillClerk } from '../staff/desk.ts';
import { caseOwner, casesToday, endCase, isOpen, needCase, reaches, submissionOf } from './cases.ts';
import { caseView } from './case-view.ts';
import { outFor } from './desk-out.ts';
import { deskServices, openByCode, present, resend } from './present.ts';
import { documentOf, takeDatasets, type Saved } from './take.ts';

/**
 * For clerks with a desk open (`requireClerk`), cases of their office and below; every way to a case writes the look 查閱
 * into the record. A case's form is below `/cases/:case`, with the same routes as a resident's.
 */
export function counterRoutes(county: County): Hono {
  const api = new Hono();
  const small = bodyLimit({
    maxSize: 16 * 1024,
    onError: () => {
      throw countyError('body-unreadable');
    },
  });

  /** Every way to a case leads through here: whoever gets one, looked at it. */
  const ownCase = async (c: Context) => {
    const clerk = await requireClerk(county, c);
    const row = await needCase(county, clerk, c.req.param('case') ?? '');
    await recordLook(county, clerk, row);
    return { clerk, row };
  };

  api.get('/', async (c) => {
    const clerk = await requireClerk(county, c);
    const services = (await deskServices(county, clerk)).map(({ service: { id, name } }) => ({ id, name }));
    const { office, agency, counter, name, csrf } = clerk;
    const out = await outFor(county, clerk);
    const view = { office, agency, counter, clerk: name, csrf, services, ...(out > 0 && { outFor: out }) };
    return c.json(view satisfies DeskView);
  });

  api.post('/present', small, async (c) =>
    c.json(await present(county, await requireClerk(county, c), await readJson(c))),
  );
  api.post('/resend', small, async (c) =>
    c.json(await resend(county, await requireClerk(county, c), await readJson(c))),
  );
  api.post('/code', small, async (c) => {
    const row = await openByCode(county, await requireClerk(county, c), await readJson(c));
    return c.json({ case: row.id }, 201);
  });

  api.get('/cases', async (c) => c.json({ cases: await casesToday(county, await requireClerk(county, c)) }));

  api.get('/cases/:case', async (c) => c.json((await caseView(county, (await ownCase(c)).row)) satisfies CaseView));
  api.delete('/cases/:case', async (c) => {
    const { clerk, row } = await ownCase(c);
    await endCase(county, clerk, row, 'closed');
    return c.body(null, 204);
  });

  api.get('/cases/:case/files/:dataset/:name', async (c) => {
    const { clerk, row } = await ownCase(c);
    const { dataset, name } = c.req.param();
    return sent(c, await documentOf(county, clerk, row, { dataset, name }), 'inline'); // but a PDF: `http/security.ts`
  });
  api.post('/cases/:case/datasets', small, async (c) => {
    const { clerk, row } = await ownCase(c);
    return sent(c, await takeDatasets(county, clerk, row, await readJson(c)), 'attachment');
  });

  api.get('/cases/:case/towns.json', async (c) => {
    await ownCase(c);
    return c.json(towns, 200, { 'cache-control': 'private, max-age=86400' });
  });

  // The same form as on the website: its base address is the case.
  api.route(
    '/cases/:case',
    draftRoutes(county, async (c) => {
      const { clerk, row } = await ownCase(c);
      if (c.req.param('service') !== row.service) throw countyError('service-unknown');
      return {
        owner: caseOwner(county, row.id),
        payer: { clerk: clerk.id },
        until: row.expiresAt,
        desk: submissionOf(county, clerk, row),
        still: async () => {
          const now = await stillClerk(county, c);
          return now !== undefined && reaches(now, row) && isOpen(county, row);
        },
        view: { consentUrl: county.addresses.desk ?? '/staff' },
      };
    }),
  );
  return api;
}

function sent(c: Context, { name, type, bytes }: Saved, how: 'inline' | 'attachment'): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'no-store',
  });
}
