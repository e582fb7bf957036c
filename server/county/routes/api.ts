/** The pages' interface under `/api` (`schemas/wire/county-api.ts`). */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { towns } from '../../../schemas/taiwan/towns.ts';
import { callerAddress } from '../../http/caller-address.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import { serviceDetail, serviceSummary } from '../services/catalogue.ts';
import { draftEvents } from '../services/draft-events.ts';
import { draftView } from '../services/draft-view.ts';
import { endedRecords, findDraft, findOrCreateDraft, findOrNewDraft, needDraft } from '../services/drafts.ts';
import { addFile, fileField, removeFile } from '../services/files.ts';
import { progress } from '../services/progress.ts';
import { readJson } from '../services/read-input.ts';
import { saveDraft } from '../services/save-draft.ts';
import { startJourney } from '../services/start-journey.ts';
import { submit } from '../services/submit.ts';
import { ensureOwner, ownerOf, serviceOf } from './browser.ts';
import { signatureRoutes } from './signature.ts';

/** Answers of the largest form, with room. */
const maxJson = 512 * 1024;
/** Boundaries and headers of a multipart body. */
const multipartRoom = 16 * 1024;

/** Read to the end for politeness only, so that the refusal is heard; more is cut off. */
const maxDrained = 64 * 1024 * 1024;

async function drain(body: ReadableStream<Uint8Array> | null, most: number): Promise<void> {
  if (!body || body.locked) return;
  const reader = body.getReader();
  for (let size = 0; size < most;) {
    const { done, value } = await reader.read();
    if (done) return;
    size += value.length;
  }
  await reader.cancel();
}

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

  api.get('/services', (c) => c.json({ services: [...county.services.values()].map(serviceSummary) }));
  api.get('/services/:service', (c) => c.json(serviceDetail(county, serviceOf(county, c))));

  api.post('/services/:service/journeys', json, async (c) => {
    const service = serviceOf(county, c);
    const input = await readJson(c);
    const draft = await findOrCreateDraft(county, ensureOwner(county, c), service);
    return c.json(await startJourney(county, service, draft, input));
  });

  api.route('/services/:service/signature', signatureRoutes(county));

  api.get('/services/:service/draft', async (c) => {
    const service = serviceOf(county, c);
    const owner = ensureOwner(county, c);
    return c.json(await draftView(county, service, await findOrNewDraft(county, owner, service)));
  });

  api.get('/services/:service/draft/events', async (c) => {
    const { row } = await needDraft(county, ownerOf(county, c), serviceOf(county, c).service.id);
    const left = new AbortController();
    const news = draftEvents(county, row, left.signal);
    // What refuses does so before the stream begins.
    const first = await news.next();
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (stream) => {
      stream.onAbort(() => left.abort());
      await stream.write('retry: 5000\n\n');
      for (let one = first; !one.done && !stream.aborted; one = await news.next()) {
        if (one.value === 'beat') await stream.write(': beat\n\n');
        else await stream.writeSSE({ event: 'transfer', data: JSON.stringify(one.value) });
      }
      await news.return(undefined);
    });
  });

  api.put('/services/:service/draft', json, async (c) => {
    const service = serviceOf(county, c);
    const input = await readJson(c);
    const draft = await findOrNewDraft(county, ensureOwner(county, c), service);
    return c.json(await saveDraft(county, draft, input));
  });

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

  api.post('/services/:service/draft/files', async (c) => {
    const draft = await findOrCreateDraft(county, ensureOwner(county, c), serviceOf(county, c));
    const field = fileField(draft, c.req.query('field'));
    // A browser that is still sending takes a connection that ends for a broken one, and never reads the answer.
    const tooLarge = async () => {
      await drain(c.req.raw.body, maxDrained);
      throw countyError('file-too-large');
    };
    let answer: Response | undefined;
    await bodyLimit({ maxSize: field.maxBytes + multipartRoom, onError: tooLarge })(c, async () => {
      const { file } = await c.req.parseBody().catch(() => ({ file: undefined }));
      if (!(file instanceof File)) throw countyError('file-missing');
      answer = c.json(await addFile(county, draft, field, file), 201);
    });
    return answer!;
  });

  api.delete('/services/:service/draft/files/:file', async (c) => {
    const draft = await needDraft(county, ownerOf(county, c), serviceOf(county, c).service.id);
    await removeFile(county, draft, c.req.param('file'));
    return c.body(null, 204);
  });

  api.post('/services/:service/applications', json, async (c) => {
    const service = serviceOf(county, c);
    return c.json(await submit(county, service, ownerOf(county, c), await readJson(c)), 201);
  });

  api.post('/progress', json, async (c) => {
    const owner = ownerOf(county, c);
    const address = callerAddress(c, county.config.proxies);
    return c.json(await progress(county, { owner, address }, await readJson(c)));
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

  api.get('/towns.json', (c) => c.json(towns, 200, { 'cache-control': 'public, max-age=86400' }));
  return api;
}
