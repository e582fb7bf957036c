/** The registry, as an organisation's own system speaks to it (`schemas/wire/registry-api.ts`). Another's services look like none. */
import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { Registration } from '#schemas/wire/registry-api.ts';
import { readBasic } from '../../http/basic-auth.ts';
import { HttpError } from '../../http/errors.ts';
import type { Spending } from '../../limits/limiter.ts';
import { TooMany } from '../../limits/too-many.ts';
import { callerOf } from '../../limits/caller.ts';
import type { Platform } from '../platform.ts';
import { handOverKeys } from './hand-over.ts';
import { registrationOf } from './registration.ts';
import { registryAccountOf } from './registry-accounts.ts';
import { readSubmission } from './submission.ts';
import { submit } from './submit.ts';
import type { Organisation, RegisteredService, RegistryAccount } from '../storage.ts';

/** As in `service.json`. */
const ownIdShape = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const longestOwnId = 60;

interface Caller {
  readonly account: RegistryAccount;
  readonly organisation: Organisation;
}

/**
 * `/registry/services…`, JSON, by HTTP Basic of a registry account whose organisation has joined. 401 for a wrong
 * password, 403 `organisation-not-joined`, 404 for another organisation's service, 429 with `Retry-After`. The list
 * goes without keys, one service with those that were not received yet.
 */
export function registryRoutes(app: Hono, platform: Platform): void {
  const { storage, limiter } = platform;

  app.put('/registry/services/:service', async (c) => {
    const caller = await requireCaller(c);
    const ownId = c.req.param('service');
    if (!ownIdShape.test(ownId) || ownId.length > longestOwnId) throw unknownService();
    const read = readSubmission(await bodyOf(c));
    if (!read.ok) return c.json({ error: { ...invalid, fields: read.mistakes } }, 422);
    const { account, organisation } = caller;
    const outcome = await submit(platform, { account, organisation, ownId, definition: read.definition });
    if (outcome.kind !== 'done') throw refusals[outcome.kind]();
    return answer(c, await ownService(caller, ownId), outcome.created ? 201 : 200);
  });

  app.get('/registry/services', async (c) => {
    const { organisation } = await requireCaller(c);
    const own = (await storage.registeredServices(organisation.id)).filter(({ ownId }) => ownId !== undefined);
    const services = await Promise.all(own.map((service) => registrationOf(platform, service, false)));
    services.sort((a, b) => (a.service < b.service ? -1 : 1));
    const body = JSON.stringify({ services } satisfies { services: readonly Registration[] });
    const tag = `"${createHash('sha256').update(body, 'utf8').digest('base64url').slice(0, 22)}"`;
    c.header('etag', tag);
    c.header('cache-control', 'private, no-cache');
    if (
      c.req
        .header('if-none-match')
        ?.split(/\s*,\s*/)
        .includes(tag)
    )
      return c.body(null, 304);
    return c.body(body, 200, { 'content-type': 'application/json' });
  });

  app.get('/registry/services/:service', async (c) => {
    const caller = await requireCaller(c);
    return answer(c, await ownService(caller, c.req.param('service')));
  });

  app.post('/registry/services/:service/keys/received', async (c) => {
    const caller = await requireCaller(c);
    const service = await ownService(caller, c.req.param('service'));
    await handOverKeys(platform, caller.account, service);
    return answer(c, service);
  });

  async function answer(c: Context, service: RegisteredService, status: 200 | 201 = 200): Promise<Response> {
    // It may hold keys.
    c.header('cache-control', 'no-store');
    return c.json(await registrationOf(platform, service, true), status);
  }

  async function ownService({ organisation }: Caller, ownId: string): Promise<RegisteredService> {
    const service = await storage.ownService(organisation.id, ownId);
    if (service) return service;
    throw unknownService();
  }

  /** @throws 401, 403, 429 */
  async function requireCaller(c: Context): Promise<Caller> {
    const given = readBasic(c.req.header('authorization'));
    const account = await registryAccountOf(platform, given);
    if (!account) {
      // Whoever has a good password is not kept from it by others.
      const failure = { budget: 'registry-failures', who: callerOf(platform, c).address } as const;
      await within(limiter.require([failure]), tooManyTries);
      if (given?.name.startsWith('REG.')) await limiter.count([failure]);
      throw notKnown();
    }
    const pace: Spending[] = [{ budget: 'registry-calls', who: account.id }];
    if (c.req.method === 'PUT') pace.push({ budget: 'registry-submissions', who: account.id });
    await within(limiter.take(pace), tooManySubmissions);
    const organisation = await storage.organisation(account.organisationId);
    if (organisation?.state === 'joined') return { account, organisation };
    throw new HttpError(403, 'organisation-not-joined', {
      'zh-Hant': '這個機關還沒有加入本平臺，或已經退出。',
      en: 'This organisation has not joined.',
    });
  }
}

async function bodyOf(c: Context): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new HttpError(415, 'submission-type', {
      'zh-Hant': '請用 application/json 送出。',
      en: 'Please send application/json.',
    });
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, 'submission-unreadable', {
      'zh-Hant': '送出的內容不是正確的 JSON。',
      en: 'What was sent is not JSON.',
    });
  }
}

async function within(limit: Promise<unknown>, refusal: (seconds: number) => HttpError): Promise<void> {
  await limit.catch((error: unknown) => {
    throw error instanceof TooMany ? refusal(error.waitSeconds) : error;
  });
}

const invalid = {
  code: 'submission-invalid',
  message: { 'zh-Hant': '送出的內容格式不對。', en: 'What was sent has not the right shape.' },
} as const;

const notKnown = (): HttpError =>
  new HttpError(
    401,
    'registry-account',
    {
      'zh-Hant': '登錄帳號或密碼不正確，或帳號已停用。請到入口網的「登錄帳號」確認。',
      en: 'Unknown registry account, wrong password, or the account is revoked.',
    },
    { 'www-authenticate': 'Basic realm="registry", charset="UTF-8"' },
  );

const unknownService = (): HttpError =>
  new HttpError(404, 'service-unknown', {
    'zh-Hant': '貴機關沒有登錄這個服務。',
    en: 'Your organisation has registered no such service.',
  });

const refusals = {
  refused: () =>
    new HttpError(409, 'service-refused', {
      'zh-Hant': '平臺不同意這個服務介接，不能再送出。請與平臺聯絡。',
      en: 'This service was refused for good.',
    }),
  busy: () =>
    new HttpError(409, 'service-busy', {
      'zh-Hant': '這個服務已公告暫停或終止，不能要求更多。請先到入口網撤回公告。',
      en: 'A pause or an end of this service is announced.',
    }),
  moved: () =>
    new HttpError(409, 'service-changed', {
      'zh-Hant': '有人同時在處理這個服務，請再送一次。',
      en: 'Somebody else changes this service. Please send it again.',
    }),
} as const;

const tooManyTries = (seconds: number): HttpError =>
  new HttpError(
    429,
    'too-many-tries',
    { 'zh-Hant': '登錄帳號或密碼錯太多次，請稍後再試。', en: 'Too many wrong passwords. Please try later.' },
    { 'retry-after': String(seconds) },
  );

const tooManySubmissions = (seconds: number): HttpError =>
  new HttpError(
    429,
    'too-many-submissions',
    { 'zh-Hant': '呼叫得太頻繁，請稍後再試。', en: 'Too many calls. Please try later.' },
    { 'retry-after': String(seconds) },
  );
