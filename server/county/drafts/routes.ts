/** The pages' interface under `/api` (`schemas/wire/county-api.ts`). */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AskProgress, StartJourney } from '#schemas/wire/county-api.ts';
import { towns } from '#schemas/taiwan/towns.ts';
import { callerOf, rememberBrowser } from '../../limits/caller.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import { serviceDetail, serviceSummary } from '../services/catalogue.ts';
import { lookFirst } from '../registration/look.ts';
import { endedRecords, findDraft, findOrCreateDraft } from './drafts.ts';
import { knownFor, progress } from '../applications/progress.ts';
import { noNationalId, readBody } from './read-input.ts';
import { startJourney } from '../journeys/start-journey.ts';
import { organisationView } from '../site/looks.ts';
import { requireStaff } from '../staff/session.ts';
import { builderRoutes } from '../forms/routes.ts';
import { ensureOwner, ownerOf, serviceOf } from './browser.ts';
import { counterRoutes } from '../counter/routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { signatureRoutes } from '../signature/routes.ts';

/** Answers of the largest form, with room. */
const maxJson = 512 * 1024;

/** Members that have words of their own. */
const journeyWords = {
  nationalId: () => noNationalId(),
  chosen: () => countyError('choice-missing'),
  formVersion: () => countyError('notice-changed'),
};

/**
 * Services, drafts, journeys, progress and validators for whoever comes, told apart by the browser's draft token; the
 * builder's and the counter's routes for signed-in staff. Anything but GET and HEAD needs `x-mydata-request: 1`, else
 * 403 `header-missing`: no form of another site can send it.
 */
export function apiRoutes(county: County): Hono {
  const api = new Hono();
  const json = bodyLimit({
    maxSize: maxJson,
    onError: () => {
      throw countyError('body-unreadable');
    },
  });

  api.use(async function requireOurPage(c, next) {
    if (!['GET', 'HEAD'].includes(c.req.method) && c.req.header('x-mydata-request') !== '1')
      throw countyError('header-missing');
    await next();
  });

  api.route(
    '/builder',
    builderRoutes(county, (c, verb) => requireStaff(county, c, verb)),
  );

  api.get('/organisation', (c) => c.json(organisationView(county.config), 200, { 'cache-control': 'no-cache' }));
  api.get('/services', (c) => c.json({ services: [...county.services.values()].map(serviceSummary) }));
  api.get('/services/:service', (c) => c.json(serviceDetail(county, serviceOf(county, c))));

  api.post('/services/:service/journeys', json, async (c) => {
    await lookFirst(county);
    const service = serviceOf(county, c);
    const input = await readBody(c, StartJourney, journeyWords);
    const payer = callerOf(county, c);
    const draft = await findOrCreateDraft(county, payer, ensureOwner(county, c), service);
    return c.json(await startJourney(county, payer, service, draft, input));
  });

  api.route('/services/:service/signature', signatureRoutes(county));

  api.route(
    '/',
    draftRoutes(county, async (c, ensure) => ({
      owner: ensure ? ensureOwner(county, c) : ownerOf(county, c),
      payer: callerOf(county, c),
    })),
  );

  api.delete('/services/:service/draft', async (c) => {
    const draft = await findDraft(county, ownerOf(county, c), serviceOf(county, c).service.id);
    if (draft) {
      await county.storage.commit([
        ...(await endedRecords(county, draft.row.id)),
        { step: 'delete-draft', draftId: draft.row.id },
      ]);
      await county.storage.scrub();
    }
    return c.body(null, 204);
  });

  api.post('/progress', json, async (c) => {
    const asking = { owner: ownerOf(county, c), caller: callerOf(county, c) };
    const view = await progress(county, asking, await readBody(c, AskProgress));
    rememberBrowser(county, c, knownFor(view.applicationNo));
    return c.json(view);
  });

  api.get('/forms/:service/:version/validator.js', async (c) => {
    const version = Number(c.req.param('version'));
    const form = Number.isSafeInteger(version) ? await county.storage.form(c.req.param('service'), version) : undefined;
    if (!form) throw countyError('form-unknown');
    return c.body(form.validator, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  api.route('/counter', counterRoutes(county));

  api.get('/towns.json', (c) => c.json(towns, 200, { 'cache-control': 'public, max-age=86400' }));
  return api;
}
