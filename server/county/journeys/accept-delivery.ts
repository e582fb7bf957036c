/**
 * The SP-API: the platform says that a package waits, and hands over ticket and key. Taken once per transaction, answered
 * the same however often the same is said; the answer goes out at once and the fetching begins after it.
 */
import type { Delivery } from './delivery.ts';
import { randomUUID } from 'node:crypto';
import { after, lifetimes } from '../../lifetimes.ts';
import { sameSecret } from '../../http/constant-time.ts';
import { ProtocolError } from '../../protocol/mydata-1/errors.ts';
import { readSecretKey } from '../../protocol/mydata-1/read-secret-key.ts';
import type { County } from '../county.ts';
import type { CountyStep, TransferRecord, TransferRow } from '../storage.ts';
import type { CountyService } from '../services/county-service.ts';
import { confirmFailure } from './confirm-failure.ts';
import { fetchPackage } from './fetch-package.ts';
import type { Json } from '../drafts/read-input.ts';
import { isObject } from '#schemas/json.ts';
import { isUuidLike } from '#schemas/uuid.ts';

/** Answer to the platform; anything but 200 makes it close the transaction (code 410). */
export type Acceptance = { readonly status: 200 | 400 | 403 | 404 | 409; readonly code: string };

/**
 * @param sent the body as it came → status and code of the answer: 200 `accepted`, or the same again; 400 unreadable;
 * 403 `api-key-wrong`; 404 `tx-unknown`, also of another service's; 409 something else was said before
 * Ticket and key are kept sealed. What counts is that the call came: nothing is fetched here.
 */
export async function acceptDelivery(county: County, service: CountyService, sent: unknown): Promise<Acceptance> {
  const body = isObject(sent) ? stated(sent) : undefined;
  if (typeof body?.tx_id !== 'string') {
    county.log.warn({ service: service.service.id, event: 290, code: 'body-unreadable' }, 'delivery refused');
    return { status: 400, code: 'body-unreadable' };
  }
  const txId = body.tx_id.toLowerCase();
  const transfer = isUuidLike(txId) ? await county.storage.transfer(txId) : undefined;
  if (!transfer || transfer.service !== service.service.id || isOver(county, transfer)) {
    county.log.warn({ service: service.service.id, event: 290 }, 'delivery for no transaction of ours');
    return { status: 404, code: 'tx-unknown' };
  }
  if (!hasApiKey(service, body)) {
    county.log.warn({ tx: txId, service: transfer.service, event: 290 }, 'SP-API called without its key');
    return { status: 403, code: 'api-key-wrong' };
  }
  const accepted =
    body.unable_to_deliver === undefined
      ? await taken(county, service, transfer, body)
      : await notHad(county, transfer, body);
  county.log.info({ tx: txId, service: transfer.service, event: 290, result: accepted.code }, 'SP-API called');
  return accepted;
}

async function taken(county: County, service: CountyService, transfer: TransferRow, body: Json): Promise<Acceptance> {
  const { txId } = transfer;
  const { permission_ticket: ticket } = body;
  const secretKey = secretKeyOf(county, service, body.secret_key, txId);
  if (secretKey === undefined) return { status: 400, code: 'delivery-malformed' };
  if (!isUuidLike(ticket)) {
    county.log.warn({ tx: txId, service: transfer.service, event: 290, code: 'ticket-malformed' }, 'delivery refused');
    return { status: 400, code: 'delivery-malformed' };
  }
  const now = county.clock.now();
  const at = now.toISOString();
  const identity = await county.epochs.open(transfer.identity, `identity:${txId}`);
  if (!identity) return { status: 404, code: 'tx-unknown' };
  const mark = markOf(county, [ticket, secretKey]);
  const delivery: Delivery = { ticket, secretKey, fetchId: randomUUID(), person: identity.toString('utf8') };
  const result = await county.storage.commit([
    {
      step: 'accept-delivery',
      txId,
      at,
      mark,
      until: after(now, 'storedData').toISOString(),
      delivery: await county.epochs.sealNow(Buffer.from(JSON.stringify(delivery)), `delivery:${txId}`, now),
    },
    ...called(transfer, at, true),
  ]);
  if (!result.ok) return repeated(county, txId, mark);
  county.changes.tell(transfer.draftId);
  county.jobs.start('fetch-package', () => fetchPackage(county, txId));
  return { status: 200, code: 'accepted' };
}

/** A dataset could not be had, and so none is delivered: believed once the platform's status says so. */
async function notHad(county: County, transfer: TransferRow, body: Json): Promise<Acceptance> {
  const failed = body.unable_to_deliver;
  if (!Array.isArray(failed) || !failed.every((id) => typeof id === 'string'))
    return { status: 400, code: 'delivery-malformed' };
  const mark = markOf(county, [body.permission_ticket, ...[...failed].sort()]);
  if (transfer.state !== 'started') return repeated(county, transfer.txId, mark);
  const ours = transfer.resources.filter((id) => failed.includes(id));
  const steps = (at: string, code: number): readonly CountyStep[] => [
    { step: 'fail-transfer', txId: transfer.txId, from: 'started', code, at, mark },
    ...called(transfer, at, false, ours),
  ];
  const once = `confirm-failure ${transfer.txId}`;
  county.jobs.start('confirm-failure', () => confirmFailure(county, transfer, steps), once);
  return { status: 200, code: 'noted' };
}

/** What a platform writes of a field that it has nothing for: `null`, and an empty list beside the key, say nothing. */
function stated(sent: Json): Json {
  const body = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null)) as Json;
  const { unable_to_deliver: failed, ...rest } = body;
  return Array.isArray(failed) && failed.length === 0 && body.secret_key !== undefined ? rest : body;
}

/** Where the registration has a key, nobody else is listened to. */
const hasApiKey = ({ client }: CountyService, { apiKey }: Json): boolean =>
  client?.apiKey === undefined || (typeof apiKey === 'string' && sameSecret(apiKey, client.apiKey));

const markOf = ({ seals }: County, said: readonly unknown[]): string => seals.hash('delivery', JSON.stringify(said));

/** A platform that did not hear our answer says the same again, and is answered the same; another word is refused. */
async function repeated({ storage }: County, txId: string, mark: string): Promise<Acceptance> {
  const before = (await storage.transfer(txId))?.deliveryMark;
  return before === mark ? { status: 200, code: 'accepted-before' } : { status: 409, code: 'delivery-repeated' };
}

function called(transfer: TransferRow, at: string, ok: boolean, resources: readonly string[] = []): CountyStep[] {
  const { txId, service, person } = transfer;
  const base = { at, txId, service, counterpart: 'platform', person };
  const records: TransferRecord[] = [
    { ...base, event: 290, ok },
    ...resources.map((resource): TransferRecord => ({
      ...base,
      event: 290,
      ok: false,
      resource,
      detail: 'unable-to-deliver',
    })),
    { ...base, event: 292, ok: true },
  ];
  return records.map((record) => ({ step: 'record-transfer', record }));
}

const isOver = (county: County, transfer: TransferRow): boolean =>
  Date.parse(transfer.startedAt) + lifetimes.countyJourney.ms <= county.clock.now().getTime();

/** What is wrong is told to the log alone: an answer that says it would help a forger. → undefined */
export function secretKeyOf(
  { log }: Pick<County, 'log'>,
  { service, client }: CountyService,
  field: unknown,
  tx: string,
): string | undefined {
  if (!client) return undefined;
  try {
    return readSecretKey(client, field);
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    const bytes = typeof field === 'string' ? field.length : undefined;
    log.warn({ tx, service: service.id, event: 290, code: error.code, bytes }, 'delivery refused');
    return undefined;
  }
}
