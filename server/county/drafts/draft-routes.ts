/** A draft's own routes, as the wire's table lists them: for a resident's browser, and for a desk that has a case open. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { SaveDraft, Submit, type DraftView } from '#schemas/wire/county-api.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import type { Payer } from '../quotas/payer.ts';
import type { DeskSubmission } from '../applications/commit-application.ts';
import { draftEvents } from './draft-events.ts';
import { draftView } from './draft-view.ts';
import { findOrCreateDraft, findOrNewDraft, needDraft } from './drafts.ts';
import { addFile, fileField, removeFile } from './files.ts';
import { readBody } from './read-input.ts';
import { saveDraft } from './save-draft.ts';
import { submit } from '../applications/submit.ts';
import { serviceOf } from './browser.ts';

/** Answers of the largest form, with room. */
const maxJson = 512 * 1024;
/** Boundaries and headers of a multipart body. */
const multipartRoom = 16 * 1024;

const submitWords = { formVersion: () => countyError('form-changed') };

/** Whose draft it is. */
export interface DraftHolder {
  /** Absent only where it was not to be made. */
  readonly owner: string | undefined;
  /** Whose it is that more is kept. */
  readonly payer: Payer;
  /** When the draft ends, however often it is saved; absent: as drafts of residents do. */
  readonly until?: string;
  readonly desk?: DeskSubmission;
  /** Whether they may still, asked while an answer goes on; absent: as long as there is the draft. */
  readonly still?: () => Promise<boolean>;
  /** Shown instead of what a resident's page is. */
  readonly view?: Partial<DraftView>;
}

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

/** @param holder with `ensure` whoever asks gets a draft of their own; throws where they may not */
export function draftRoutes(county: County, holder: (c: Context, ensure: boolean) => Promise<DraftHolder>): Hono {
  const drafts = new Hono();
  const json = bodyLimit({
    maxSize: maxJson,
    onError: () => {
      throw countyError('body-unreadable');
    },
  });

  drafts.get('/services/:service/draft', async (c) => {
    const service = serviceOf(county, c);
    const { owner, view } = await holder(c, true);
    const shown = await draftView(county, service, await findOrNewDraft(county, owner!, service));
    return c.json({ ...shown, ...view });
  });

  drafts.get('/services/:service/draft/events', async (c) => {
    const { owner, still } = await holder(c, false);
    const { row } = await needDraft(county, owner, serviceOf(county, c).service.id);
    const left = new AbortController();
    const news = draftEvents(county, row, left.signal, still);
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

  drafts.put('/services/:service/draft', json, async (c) => {
    const service = serviceOf(county, c);
    const { owner, until, payer } = await holder(c, true);
    const input = await readBody(c, SaveDraft);
    const draft = await findOrNewDraft(county, owner!, service);
    return c.json(await saveDraft(county, payer, draft, input, until));
  });

  drafts.post('/services/:service/draft/files', async (c) => {
    const { owner, payer } = await holder(c, true);
    const draft = await findOrCreateDraft(county, payer, owner!, serviceOf(county, c));
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
      answer = c.json(await addFile(county, payer, draft, field, file), 201);
    });
    return answer!;
  });

  drafts.delete('/services/:service/draft/files/:file', async (c) => {
    const { owner } = await holder(c, false);
    const draft = await needDraft(county, owner, serviceOf(county, c).service.id);
    await removeFile(county, draft, c.req.param('file'));
    return c.body(null, 204);
  });

  drafts.post('/services/:service/applications', json, async (c) => {
    const service = serviceOf(county, c);
    const { owner, desk, payer } = await holder(c, false);
    return c.json(await submit(county, payer, service, owner, await readBody(c, Submit, submitWords), desk), 201);
  });

  return drafts;
}
