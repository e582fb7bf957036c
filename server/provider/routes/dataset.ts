/** `GET|POST /dp/:resource`, the DP-API (interface, section 4). */
import type { Context, Hono } from 'hono';
import { readBareToken } from '../../http/basic-auth.ts';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { HttpError } from '../../http/errors.ts';
import type { ProviderContext } from '../context.ts';
import { readFields } from '../narrow.ts';
import { answerDataset } from '../services/answer-dataset.ts';
import { readChosen, type Chosen } from '../services/by-parameters.ts';
import { canBeNarrowed } from '../services/package-files.ts';
import { isUuid } from '#schemas/uuid.ts';

/** More than that is no JSON any more, and refused. */
const maxBody = 64 * 1024;

/**
 * For whoever has a live token of the platform (else 401); the heartbeat (`?heartbeat=true`) needs none. 400 for
 * headers that cannot be read, 404 for an unknown dataset, 429 with `Retry-After` while it is prepared, 500 where the
 * platform cannot be asked.
 */
export function datasetRoutes(app: Hono, ctx: ProviderContext): void {
  app.on(['GET', 'POST'], '/dp/:resource', async (c) => {
    const dataset = ctx.config.catalogue.get(c.req.param('resource'));
    if (!dataset) throw unknownDataset();
    if (ctx.faults?.of(dataset.id) === 'dead') return c.body(null, 503);
    if (c.req.query('heartbeat') === 'true') return c.body(null, 200);

    const transactionUid = c.req.header('transaction_uid') ?? '';
    const token = readBareToken(c.req.header('authorization'));
    if (!isUuid(transactionUid)) throw token === undefined ? badToken(false) : badTransaction();
    const fields = fieldsOf(c);
    if (fields && !canBeNarrowed(dataset)) throw wholeOnly();
    const answer = await answerDataset(ctx, {
      dataset,
      transactionUid: transactionUid.toLowerCase(),
      token,
      fields,
      chosen: await chosenOf(c, dataset),
      gone: c.req.raw.signal,
      selfDownload: c.req.header('purpose') === 'self-download',
    });

    switch (answer.code) {
      case 200:
        return c.body(answer.zip.slice().buffer, 200, { 'content-type': 'application/zip' });
      case 204:
        return c.body(null, 204);
      case 401:
        throw badToken(token !== undefined);
      case 429:
        throw notReady(answer.retryAfter);
      case 500:
        throw answer.error ?? platformSilent();
      case 503:
        return c.body(null, 503);
    }
  });
}

function fieldsOf(c: Context): readonly string[] | undefined {
  try {
    return readFields(c.req.header('fields'));
  } catch {
    throw new HttpError(400, 'fields-unreadable', {
      'zh-Hant': '標頭 fields 無法讀取，請以逗號分隔欄位名稱。',
      en: 'The header `fields` cannot be read: separate field names by commas.',
    });
  }
}

/** Headers, and with POST the body as well. */
async function chosenOf(c: Context, dataset: CatalogueEntry): Promise<Chosen> {
  const text = c.req.method === 'POST' ? (await c.req.text()).slice(0, maxBody) : '';
  try {
    return readChosen(dataset, (name) => c.req.header(name), text === '' ? {} : (JSON.parse(text) as unknown));
  } catch {
    throw new HttpError(400, 'parameter-unreadable', {
      'zh-Hant': '資料集參數無法讀取。標頭裡的中文請以 UTF-8 百分比編碼，POST 的內容請用 JSON 物件。',
      en: 'A parameter cannot be read: percent-encode what is not ASCII in a header, as UTF-8; the body of a POST is a JSON object.',
    });
  }
}

const wholeOnly = (): HttpError =>
  new HttpError(400, 'fields-not-possible', {
    'zh-Hant': '本資料集以表格或文件提供，只能整份取得，請勿使用標頭 fields。',
    en: 'This dataset is a table or a document: it comes as a whole. Leave the header `fields` out.',
  });

const unknownDataset = (): HttpError =>
  new HttpError(404, 'dataset-unknown', { 'zh-Hant': '本機關沒有這個資料集。', en: 'There is no such dataset here.' });

const badTransaction = (): HttpError =>
  new HttpError(400, 'transaction-uid-malformed', {
    'zh-Hant': '標頭 transaction_uid 必須是 UUID。',
    en: 'The header `transaction_uid` must be a UUID.',
  });

/** RFC 6750, section 3. */
const badToken = (given: boolean): HttpError =>
  new HttpError(
    401,
    'token-invalid',
    { 'zh-Hant': '權杖無效或已過期，請重新取得。', en: 'The token is not valid; get a new one.' },
    { 'www-authenticate': given ? 'Bearer error="invalid_token"' : 'Bearer' },
  );

const notReady = (retryAfter: number): HttpError =>
  new HttpError(
    429,
    'preparing',
    { 'zh-Hant': '資料準備中，請稍後再試。', en: 'The data is being prepared; try again later.' },
    { 'retry-after': String(retryAfter) },
  );

const platformSilent = (): HttpError =>
  new HttpError(500, 'platform-unreachable', {
    'zh-Hant': '目前無法向平臺查驗權杖，請稍後再試。',
    en: 'The token cannot be checked with the platform right now; try again later.',
  });
