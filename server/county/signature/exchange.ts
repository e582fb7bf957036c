/**
 * Model 2: identity is proved here, with a citizen certificate 自然人憑證 that signs the encrypted request (interface,
 * section 2). Two verbs: what to sign, and what was signed. In between the browser keeps everything, sealed.
 */
import { randomUUID } from 'node:crypto';
import { dateInTaiwan } from '#schemas/taiwan/calendar.ts';
import { call } from '../../calls/call.ts';
import { jsonOf } from '../../calls/json.ts';
import { lifetimes } from '../../lifetimes.ts';
import { signedAddress } from '../../protocol/mydata-1/addresses.ts';
import { encryptField } from '../../protocol/mydata-1/fields.ts';
import { returnUrlOf, type CountyClient } from '../client-registration.ts';
import type { Onward, PrepareSignature, Signed, ToSign } from '#schemas/wire/county-api.ts';
import type { County } from '../county.ts';
import type { Payer } from '../quotas/payer.ts';
import type { CountyEvent } from '../journeys/transfer-events.ts';
import type { CountyService } from '../services/county-service.ts';
import type { Draft } from '../drafts/draft.ts';
import type { Json } from '../drafts/read-input.ts';
import { askedResources, recordStart, requireMydata } from '../journeys/start-journey.ts';
import { signatureError } from './errors.ts';
import { readSigner } from './read-signer.ts';

interface Ticket {
  readonly txId: string;
  readonly nationalId: string;
  readonly resources: readonly string[];
  readonly data: string;
}

/**
 * Nothing is kept here: the transaction begins when it comes back signed. The salt is the platform's, asked for by our
 * client. @throws as `requireMydata`, `readSigner` and `signatureError`
 */
export async function prepareSignature(
  county: County,
  service: CountyService,
  owner: string,
  input: PrepareSignature,
): Promise<ToSign> {
  const client = requireMydata(service, input);
  const resources = askedResources(service, input.chosen);
  const { nationalId, ...signer } = readSigner(input, dateInTaiwan(county.clock.now()));
  const txId = randomUUID();
  const answer = await tell(county, client, { tx_id: txId });
  const { salt } = answer.body;
  if (answer.status !== 200 || typeof salt !== 'string') throw signatureError(answer.status);
  const data = encryptField(client, JSON.stringify({ pid: nationalId, ...signer, salt }));
  const ticket: Ticket = { txId, nationalId, resources, data };
  return { data, ticket: county.seals.sealJson('typed', contextOf(service, owner), ticket).toString('base64url') };
}

/** @returns the platform's address to go to */
export async function acceptSigned(
  county: County,
  payer: Payer,
  service: CountyService,
  draft: Draft,
  owner: string,
  input: Signed,
): Promise<Onward> {
  const { pkcs7 } = input;
  const ticket = openTicket(county, service, owner, input.ticket);
  if (!ticket || !pkcs7) throw signatureError(400);
  const client = requireMydata(service, {});
  const { txId, nationalId, resources, data } = ticket;
  const answer = await tell(county, client, { tx_id: txId, data, pkcs7 });
  if (answer.status !== 200) throw signatureError(answer.status);
  const events: readonly CountyEvent[] = [120, 121, 130, 131, 110];
  await recordStart(county, payer, service, draft, { txId, nationalId, resources }, events);
  const location = signedAddress(county.config.platformUrl, client, {
    resources,
    txId,
    returnUrl: returnUrlOf(county.config.publicUrl, service.service.id),
  });
  return { location };
}

const contextOf = ({ service }: CountyService, owner: string): string => `signature:${service.id}:${owner}`;

function openTicket(county: County, service: CountyService, owner: string, sealed: string): Ticket | undefined {
  try {
    return county.seals.openJson<Ticket>('typed', contextOf(service, owner), Buffer.from(sealed, 'base64url'));
  } catch {
    return undefined; // another browser's, or made up
  }
}

async function tell(
  county: County,
  client: CountyClient,
  body: Json,
): Promise<{ readonly status: number; readonly body: Json }> {
  const address = `${county.config.platformUrl}/service/spsignature/${encodeURIComponent(client.clientId)}`;
  const outcome = await call(county.fetch, address, {
    to: 'partner',
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    timeout: lifetimes.signatureAnswer.ms,
    size: 64 * 1024,
    redirects: 'answer',
  });
  if (outcome.kind === 'answer') return { status: outcome.status, body: jsonOf(outcome) ?? {} };
  county.log.warn({ client: client.clientId, kind: outcome.kind }, 'the platform did not answer a signature');
  return { status: 502, body: {} };
}
