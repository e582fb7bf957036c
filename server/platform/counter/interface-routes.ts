/**
 * `POST /service/counter/{present,resend,code}`: what a service provider's desk does, server to server (our own addition to
 * the profile mydata-1, whose platform has a staff page only). JSON both ways.
 */
import type { Context, Hono } from 'hono';
import { readBasic } from '../../http/basic-auth.ts';
import { callerAddress } from '../../http/caller-address.ts';
import { lifetimes } from '../../lifetimes.ts';
import { readSerial } from '#schemas/barcode/read-serial.ts';
import type { Text } from '#schemas/text.ts';
import { callerOf } from '../../limits/caller.ts';
import type { CounterChanges } from './counter-changes.ts';
import { checkCode } from './check-code.ts';
import type { Desk, Locked } from './desk.ts';
import { paced } from './pace.ts';
import { present, resend, type CodeSent, type Over } from './present.ts';
import { readCode } from './serial.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import { isClientSecret } from '../registry/client-keys.ts';
import { isStopped } from '../registry/may-open.ts';
import { isObject } from '#schemas/json.ts';

type Body = Readonly<Record<string, unknown>>;
type Status = 400 | 401 | 403 | 404 | 409 | 410 | 423 | 429;

/**
 * By HTTP Basic of the client, from a registered address (else 401), for a service with a counter that is not stopped
 * (else 403). What was found: 404 unknown, 409 another service's, 410 over, 403 a wrong code, 423 and 429 with
 * `Retry-After`. Answers are paced (`pace.ts`).
 */
export function counterInterfaceRoutes(app: Hono, platform: Platform, changes: CounterChanges): void {
  const { clients, config, log, limiter } = platform;
  const stepMs = config.counterAnswerMs ?? lifetimes.counterAnswer.ms;

  const refuse = (c: Context, status: Status, code: string, message: Text, headers: Record<string, string> = {}) =>
    c.json({ error: { code, message } }, status, headers);

  const over = (c: Context, { why }: Over) =>
    c.json({ error: { code: 'barcode-over', why, message: overTexts[why] } }, 410);

  const attemptUnknown = (c: Context) =>
    refuse(c, 404, 'attempt-unknown', {
      'zh-Hant': '這一次的作業已經過了期限，請重新掃描條碼。',
      en: 'This attempt is unknown or too old. Please scan the barcode again.',
    });

  const locked = (c: Context, { retryAfterSeconds }: Locked) =>
    refuse(
      c,
      423,
      'desk-locked',
      {
        'zh-Hant': '這個櫃檯輸入錯誤太多次，暫時停用。請在時間到之後再試。',
        en: 'This desk is out of use after too many wrong entries. Please wait.',
      },
      { 'retry-after': String(retryAfterSeconds) },
    );

  const malformed = (c: Context, field: string, rule: string) =>
    refuse(c, 400, 'malformed', { 'zh-Hant': `${field}：${rule}`, en: `${field}: ${rule}` });

  /** Who calls, and what was sent. */
  const desk =
    (handle: (c: Context, client: Client, body: Body) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const caller = readBasic(c.req.header('authorization'));
      const client = caller && (await clients.find(caller.name));
      if (!caller || !client || !isClientSecret(client, caller.secret)) {
        const failure = { budget: 'counter-client-failures', who: callerOf(platform, c).address } as const;
        await limiter.require([failure]);
        await limiter.count([failure]);
        return refuse(
          c,
          401,
          'client-unknown',
          { 'zh-Hant': '服務的帳號或密碼不對。', en: 'Unknown client or wrong secret.' },
          { 'www-authenticate': 'Basic realm="counter"' },
        );
      }
      const address = callerAddress(c, config.proxies);
      if (client.addresses.length && !(address !== undefined && client.addresses.includes(address)))
        return refuse(c, 401, 'address-unknown', {
          'zh-Hant': '這個網路位址沒有登錄。',
          en: 'The caller’s address is not registered.',
        });
      if (!client.modes.includes('counter') || isStopped(client))
        return refuse(c, 403, 'counter-not-open', {
          'zh-Hant': '這項服務沒有登錄臨櫃辦理，或已暫停、終止。',
          en: 'This service is not registered for counters, or is paused or ended.',
        });
      const body: unknown = await c.req.json().catch(() => undefined);
      if (!isObject(body)) return malformed(c, 'body', 'must be a JSON object');
      return paced(() => handle(c, client, body as Body), stepMs);
    };

  app.post(
    '/service/counter/present',
    desk(async (c, client, body) => {
      const serial = readSerial(body['serial']);
      if (!serial) return malformed(c, 'serial', 'must be 8 letters or digits');
      const at = readDesk(body['desk']);
      if (typeof at === 'string') return malformed(c, `desk.${at}`, 'must be a text of 1 to 100 characters');
      const result = await present(platform, changes, client, { serial, desk: at });
      log.info({ client: client.clientId, kind: result.kind }, 'desk presented');
      switch (result.kind) {
        case 'presented':
          return presented(c, result);
        case 'locked':
          return locked(c, result);
        case 'over':
          return over(c, result);
        case 'unknown':
          return refuse(c, 404, 'serial-unknown', {
            'zh-Hant': '沒有這個資料條碼，請核對後再試。',
            en: 'There is no such barcode. Please check it.',
          });
        case 'other-service': {
          const { clientId, service, agency } = result;
          const of = agency === undefined ? service : `${agency}「${service}」`;
          const message = {
            'zh-Hant': `這是${of}的條碼。`,
            en: `This barcode is for ${agency ? `${agency}: ` : ''}${service}.`,
          };
          return c.json({ error: { code: 'other-service', client_id: clientId, service, agency, message } }, 409);
        }
      }
    }),
  );

  app.post(
    '/service/counter/resend',
    desk(async (c, client, body) => {
      const attempt = readAttempt(body['attempt']);
      if (!attempt) return malformed(c, 'attempt', 'must be as it was given');
      const result = await resend(platform, changes, client, attempt);
      switch (result.kind) {
        case 'presented':
          return presented(c, result);
        case 'locked':
          return locked(c, result);
        case 'over':
          return over(c, result);
        case 'unknown':
          return attemptUnknown(c);
        case 'too-soon':
          return refuse(
            c,
            429,
            'too-soon',
            { 'zh-Hant': '請稍候再重新傳送驗證密碼。', en: 'A code was sent a short while ago. Please wait.' },
            { 'retry-after': String(result.retryAfterSeconds) },
          );
      }
    }),
  );

  app.post(
    '/service/counter/code',
    desk(async (c, client, body) => {
      const attempt = readAttempt(body['attempt']);
      if (!attempt) return malformed(c, 'attempt', 'must be as it was given');
      const code = readCode(body['code']);
      if (!code) return malformed(c, 'code', 'must be 8 digits');
      const result = await checkCode(platform, changes, client, { attempt, code });
      log.info({ client: client.clientId, kind: result.kind }, 'desk typed a code');
      if (result.kind === 'locked') return locked(c, result);
      if (result.kind === 'unknown') return attemptUnknown(c);
      if (result.kind === 'over') return over(c, result);
      if (result.kind === 'code-over')
        return refuse(c, 410, 'code-over', {
          'zh-Hant': '這組驗證密碼的時間已經過了，請重新傳送。',
          en: 'The time of this code is over. Please have another sent.',
        });
      if (result.kind === 'wrong')
        return refuse(c, 403, 'code-refused', {
          'zh-Hant': '驗證密碼不對。請和民眾核對後再試。',
          en: 'The code is wrong. Please check it with the resident.',
        });
      const { agent } = result;
      return c.json({
        tx_id: result.txId,
        permission_ticket: result.ticket,
        secret_key: result.secretKey,
        ...(agent && { agent: { name: agent.name, uid: agent.nationalId, acts_for: agent.actsFor } }),
      });
    }),
  );

  const presented = (c: Context, { attempt, sent, codeSeconds, againSeconds }: CodeSent) =>
    c.json({ attempt, sent, expires_in: codeSeconds, resend_after: againSeconds });
}

const overTexts: { readonly [why in Over['why']]: Text } = {
  taken: { 'zh-Hant': '這個條碼已經用過了。', en: 'This barcode was used before.' },
  renewed: {
    'zh-Hant': '這個條碼已經換新，請掃描新的。',
    en: 'Another barcode was made in its place. Please scan that.',
  },
  expired: { 'zh-Hant': '這個條碼的時間已過，請更新條碼。', en: 'The time of this barcode is over. Please renew it.' },
  burnt: { 'zh-Hant': '這個條碼已經作廢，請更新條碼。', en: 'This barcode is void. Please renew it.' },
  gone: { 'zh-Hant': '這個條碼的資料已經刪除。', en: 'What this barcode stood for is deleted.' },
  spent: {
    'zh-Hant': '這個條碼送出的驗證密碼已達上限，請更新條碼。',
    en: 'No more codes are sent for this barcode. Please renew it.',
  },
};

const readAttempt = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w-]{22}$/.test(value) ? value : undefined;

/** → the field that is wrong */
function readDesk(value: unknown): Desk | 'id' | 'agency' | 'counter' | 'clerk' {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Body;
  const text = (name: string): string | undefined => {
    const one = given[name];
    if (typeof one !== 'string') return undefined;
    const plain = one.normalize('NFC').trim();
    // It is shown to the resident: nothing unseen, nothing that turns the direction of writing.
    return plain && plain.length <= 100 && !/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u.test(plain) ? plain : undefined;
  };
  const [id, agency, counter, clerk] = [text('id'), text('agency'), text('counter'), text('clerk')];
  if (!id) return 'id';
  if (!agency) return 'agency';
  if (!counter) return 'counter';
  return clerk ? { id, agency, counter, clerk } : 'clerk';
}
