/** The county's calls to the platform's counter, server to server. Owns what the answers mean; a desk sees no ticket. */
import { call } from '../../calls/call.ts';
import { jsonOf } from '../../calls/json.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import { countyError, type CountyErrorCode } from '../errors.ts';
import type { CountyService } from '../services/county-service.ts';
import { type Json } from '../drafts/read-input.ts';
import type { Clerk } from '../staff/desk.ts';
import { isObject } from '#schemas/json.ts';

/** An attempt, and what the platform says of its code. */
export interface CodeOut {
  readonly attempt: string;
  /** A code was sent now; else the one before it is good still. */
  readonly sent: boolean;
  /** Seconds for which it is good. */
  readonly codeFor: number;
  /** Seconds until another code may be asked for. */
  readonly resendAfter: number;
}

/** The platform takes nothing from this service; from another of ours it may. */
export class NotAsThis extends Error {}

/** Another service's barcode, as the platform names it. */
export class OtherService extends Error {
  constructor(
    readonly clientId: string,
    readonly service: string,
    readonly agency?: string,
  ) {
    super('other service');
  }
}

export interface Handed {
  readonly txId: string;
  readonly ticket: string;
  /** As it is sent: encrypted with the client's own key. */
  readonly secretKey: string;
  /** Who presents for the person; the number encrypted as a `pid`. */
  readonly agent?: { readonly name: string; readonly nationalId: string };
}

/** The same to the platform from whichever computer of the counter it is, and nothing that names the county's rooms. */
const deskId = ({ seals }: County, { office, counter }: Clerk): string =>
  seals.hash('desk', `${office}\n${counter}`).slice(0, 32);

/** @throws `OtherService`, `NotAsThis`; 410 `barcode-…` where it is good no more, 404 `barcode-unknown` */
export async function presentSerial(
  county: County,
  service: CountyService,
  clerk: Clerk,
  serial: string,
): Promise<CodeOut> {
  const desk = { id: deskId(county, clerk), agency: clerk.agency, counter: clerk.counter, clerk: clerk.id };
  return presented(await tell(county, service, 'present', { serial, desk }));
}

/**
 * The newest code is the only one that is taken. → whether one was sent, and seconds: how long it counts, when the next
 * may be asked for.
 * @throws 410 the barcode's end by its reason; 404 `attempt-unknown`; 423 `desk-out`; 429 `resend-early`; 502
 * `platform-away`
 */
export const resendCode = async (county: County, service: CountyService, attempt: string): Promise<CodeOut> =>
  presented(await tell(county, service, 'resend', { attempt }), attempt);

/** @throws 403 `counter-refused` for a wrong one, 410 `code-over`, `barcode-…` */
export async function enterCode(
  county: County,
  service: CountyService,
  attempt: string,
  code: string,
): Promise<Handed> {
  const { tx_id, permission_ticket, secret_key, agent } = await tell(county, service, 'code', { attempt, code });
  if (typeof tx_id !== 'string' || typeof permission_ticket !== 'string' || typeof secret_key !== 'string')
    throw countyError('platform-away');
  const named = isObject(agent) && typeof agent.name === 'string' && typeof agent.uid === 'string';
  return {
    txId: tx_id,
    ticket: permission_ticket,
    secretKey: secret_key,
    ...(named && { agent: { name: agent.name as string, nationalId: agent.uid as string } }),
  };
}

async function tell(
  county: County,
  service: CountyService,
  what: 'present' | 'resend' | 'code',
  body: Json,
): Promise<Json> {
  if (service.mydata.state === 'suspended' || service.mydata.state === 'ended') throw countyError('mydata-suspended');
  if (!service.client) throw countyError('mydata-not-registered');
  const { clientId, clientSecret } = service.client;
  const basic = Buffer.from(`${clientId}:${clientSecret}`, 'utf8').toString('base64');
  const outcome = await call(county.fetch, `${county.config.platformUrl}/service/counter/${what}`, {
    to: 'partner',
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    timeout: lifetimes.platformAnswer.ms,
    size: 64 * 1024,
  });
  const status = outcome.kind === 'answer' ? outcome.status : 0;
  if (outcome.kind === 'answer' && status >= 200 && status < 300) {
    const answer = jsonOf(outcome);
    if (answer) return answer;
  }
  county.log.warn({ service: service.service.id, call: what, status }, 'counter call refused');
  const retryAfter = outcome.kind === 'answer' ? outcome.headers.get('retry-after') : undefined;
  throw refusal(what, status, retryAfter ?? undefined, outcome.kind === 'answer' ? errorIn(outcome) : {});
}

const errorIn = (outcome: Parameters<typeof jsonOf>[0]): Json => {
  const { error } = jsonOf(outcome) ?? {};
  return isObject(error) ? error : {};
};

const overBecause: Readonly<Record<string, CountyErrorCode>> = {
  taken: 'barcode-taken',
  renewed: 'barcode-renewed',
  expired: 'barcode-expired',
  burnt: 'barcode-burnt',
  spent: 'barcode-spent',
};

function refusal(what: string, status: number, retryAfter: string | undefined, error: Json): Error {
  const headers: Readonly<Record<string, string>> =
    retryAfter !== undefined && /^\d+$/.test(retryAfter) ? { 'retry-after': retryAfter } : {};
  switch (status) {
    case 401:
    case 403:
      if (what === 'code' && status === 403) return countyError('counter-refused');
      // We are not known there, not from this address, or this service is not open at counters.
      return what === 'present' ? new NotAsThis('not as this service') : countyError('platform-away');
    case 423:
      return countyError('desk-out', headers);
    case 429:
      return countyError('resend-early', headers);
    case 400:
      return countyError('counter-entry');
    case 404:
      return countyError(what === 'present' ? 'barcode-unknown' : 'attempt-unknown');
    case 409:
      return error.code === 'other-service' && typeof error.client_id === 'string' && typeof error.service === 'string'
        ? new OtherService(
            error.client_id,
            readable(error.service),
            typeof error.agency === 'string' ? readable(error.agency) : undefined,
          )
        : countyError('platform-away');
    case 410:
      return countyError(error.code === 'code-over' ? 'code-over' : (overBecause[String(error.why)] ?? 'barcode-gone'));
    default:
      return countyError('platform-away');
  }
}

/** A name of theirs in a sentence of ours. */
const readable = (name: string): string => name.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '').slice(0, 100);

/** A platform that says nothing of sending was asked to, and did: two minutes, two minutes (手冊 貳-一-(二)-2). */
function presented({ attempt, sent, expires_in, resend_after }: Json, known?: string): CodeOut {
  const id = typeof attempt === 'string' ? attempt : known;
  if (id === undefined) throw countyError('platform-away');
  const seconds = (given: unknown, { ms }: { readonly ms: number }): number =>
    typeof given === 'number' && given >= 0 ? Math.min(given, ms / 1000) : ms / 1000;
  return {
    attempt: id,
    sent: sent !== false,
    codeFor: seconds(expires_in, lifetimes.verificationCode),
    resendAfter: seconds(resend_after, lifetimes.verificationCodeAgain),
  };
}
