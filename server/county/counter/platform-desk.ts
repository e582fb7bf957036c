/** The county's calls to the platform's counter, server to server. Owns what the answers mean; a desk sees no ticket. */
import { call } from '../../calls/call.ts';
import { jsonOf } from '../../calls/json.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { HttpError } from '../../http/errors.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import type { CountyService } from '../services/catalogue.ts';
import { isObject, type Json } from '../services/read-input.ts';
import type { Clerk } from '../staff/desk.ts';

export interface Presented {
  readonly attempt: string;
  /** Seconds until another code may be asked for. */
  readonly resendAfter: number;
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

export async function presentSerial(
  county: County,
  service: CountyService,
  clerk: Clerk,
  serial: string,
): Promise<Presented> {
  const desk = { id: deskId(county, clerk), agency: clerk.agency, counter: clerk.counter, clerk: clerk.id };
  return presented(await tell(county, service, 'present', { serial, desk }));
}

export const resendCode = async (county: County, service: CountyService, attempt: string): Promise<Presented> =>
  presented(await tell(county, service, 'resend', { attempt }), attempt);

/** @throws 403 `counter-refused`, the same for wrong, unknown and expired */
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
  throw refusal(what, status, retryAfter ?? undefined);
}

function refusal(what: string, status: number, retryAfter: string | undefined): HttpError {
  const headers: Readonly<Record<string, string>> =
    retryAfter !== undefined && /^\d+$/.test(retryAfter) ? { 'retry-after': retryAfter } : {};
  switch (status) {
    case 403:
      // Of another call: we are not known there, or not from this address.
      return countyError(what === 'code' ? 'counter-refused' : 'platform-away');
    case 423:
      return countyError('desk-out', headers);
    case 429:
      return countyError('resend-early', headers);
    case 400:
      return countyError('counter-entry');
    default:
      return countyError('platform-away');
  }
}

function presented({ attempt, resend_after }: Json, known?: string): Presented {
  const id = typeof attempt === 'string' ? attempt : known;
  if (id === undefined) throw countyError('platform-away');
  return { attempt: id, resendAfter: typeof resend_after === 'number' ? resend_after : 120 };
}
