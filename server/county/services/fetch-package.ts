/**
 * After the SP-API's answer: fetches the package once with its ticket, has it verified and mapped, and settles the
 * transfer one way or the other. Owns waiting and retrying; what a package must be lies in `read-package.ts`.
 */
import { after, lifetimes } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import type { CountyStep, FailCode, TransferRow } from '../storage.ts';
import type { Delivery } from './accept-delivery.ts';
import { formOf } from './catalogue.ts';
import type { OfficialContents } from './official-contents.ts';
import { PackageRefused, readPackage } from './read-package.ts';

const maxTries = 8;
const maxWaitSeconds = 300;
/** Clients of the interface assume a minute where `Retry-After` is missing. */
const usualWaitSeconds = 60;
const failureWaitMs = 2_000;
const maxBytes = 96 * 1024 * 1024;

/** A transfer that cannot be completed: the code the resident is shown, and why, for the log. */
class TransferFailed extends Error {
  constructor(
    readonly code: FailCode,
    readonly step: string,
    readonly resource?: string,
    readonly reason?: string,
  ) {
    super(step);
    this.name = 'TransferFailed';
  }
}

/** The app closes while it waits: the transfer stays as it is, for `resumeTransfers`. */
class Closing extends Error {}

export async function fetchPackage(county: County, txId: string): Promise<void> {
  const transfer = await county.storage.transfer(txId);
  if (transfer?.state !== 'accepted') return;
  try {
    const contents = await receive(county, transfer);
    await fill(county, transfer, contents);
  } catch (error) {
    if (error instanceof Closing) return;
    await settleFailure(county, transfer, failureOf(error));
    if (!(error instanceof TransferFailed) && !(error instanceof PackageRefused)) throw error;
  }
}

/** Takes up again what a restart interrupted. */
export async function resumeTransfers(county: County): Promise<void> {
  for (const { txId } of await county.storage.unsettledTransfers()) {
    county.jobs.start('fetch-package', () => fetchPackage(county, txId));
  }
}

async function receive(county: County, transfer: TransferRow): Promise<OfficialContents> {
  const delivery = transfer.delivery && (await county.epochs.open(transfer.delivery, `delivery:${transfer.txId}`));
  const identity = await county.epochs.open(transfer.identity, `identity:${transfer.txId}`);
  const draft = await county.storage.draftById(transfer.draftId);
  if (!delivery || !identity || !draft) throw new TransferFailed(504, 'expired');
  const { ticket, secretKey } = JSON.parse(delivery.toString('utf8')) as Delivery;
  const jwe = await download(county, transfer.txId, ticket);
  return readPackage({
    jwe,
    secretKey,
    resources: transfer.resources,
    person: identity.toString('utf8'),
    form: await formOf(county, transfer.service, draft.formVersion),
    anchors: county.anchors,
    crls: county.crls,
    agencies: county.agencies,
    now: county.clock.now(),
  });
}

async function download(county: County, txId: string, ticket: string): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const request = new Request(`${county.config.platformUrl}/service/data`, {
      headers: { permission_ticket: ticket, tx_id: txId },
      signal: AbortSignal.timeout(lifetimes.providerCall.ms),
      redirect: 'error',
    });
    const response = await county.fetch(request).catch(() => undefined);
    if (response?.status === 200) return readBounded(response);
    await response?.body?.cancel();
    const again = !response || response.status === 429 || response.status >= 500;
    // 504 says that all datasets failed: asking again would not help.
    if (!again || response?.status === 504 || tries === maxTries) {
      throw new TransferFailed(504, 'fetch', undefined, response ? String(response.status) : 'unreachable');
    }
    await county.wait(response?.status === 429 ? retryAfterMs(response, county.clock.now()) : failureWaitMs);
    if (county.closing.aborted) throw new Closing();
  }
}

function retryAfterMs(response: Response, now: Date): number {
  const text = response.headers.get('retry-after') ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000;
  return Math.min(Math.max(Number.isFinite(seconds) ? seconds : usualWaitSeconds, 1), maxWaitSeconds) * 1000;
}

async function readBounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > maxBytes) throw new TransferFailed('package', 'payload', undefined, 'too-large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('latin1');
}

async function fill(county: County, transfer: TransferRow, contents: OfficialContents): Promise<void> {
  const { txId, draftId, service, person, resources } = transfer;
  const now = county.clock.now();
  const at = now.toISOString();
  const envelope = await county.epochs.sealNow(
    Buffer.from(JSON.stringify(contents), 'utf8'),
    `official:${draftId}`,
    now,
  );
  const result = await county.storage.commit([
    {
      step: 'fill-draft',
      official: { draftId, txId, envelope, receivedAt: at, expiresAt: after(now, 'countyDraftOfficial').toISOString() },
    },
    ...resources.map((resource): CountyStep => ({
      step: 'record-transfer',
      record: {
        at,
        event: 310,
        txId,
        service,
        counterpart: 'platform',
        person,
        ok: true,
        resource,
        detail: contents.noRecord.includes(resource) ? '204' : '200',
      },
    })),
  ]);
  if (result.ok)
    county.log.info(
      { tx: txId, service, event: 310, datasets: resources.length, noRecord: contents.noRecord.length },
      'package opened and mapped',
    );
  else county.log.warn({ tx: txId, service, event: 310, reason: result.reason }, 'package not kept');
}

async function settleFailure(county: County, transfer: TransferRow, failure: TransferFailed): Promise<void> {
  const { txId, service, person } = transfer;
  const { code, step, resource, reason } = failure;
  const at = county.clock.now().toISOString();
  county.log.warn(
    { tx: txId, service, event: 310, resource, step, reason },
    code === 'package' ? 'package refused' : 'package not had',
  );
  const record: CountyStep = {
    step: 'record-transfer',
    record: {
      at,
      event: 310,
      txId,
      service,
      counterpart: 'platform',
      person,
      ok: false,
      detail: reason === undefined ? step : `${step}: ${reason}`,
      ...(resource !== undefined && { resource }),
    },
  };
  const settled = await county.storage.commit([{ step: 'fail-transfer', txId, from: 'accepted', code, at }, record]);
  // The draft, and the transfer with it, may be gone; that it was tried is recorded all the same.
  if (!settled.ok) await county.storage.commit([record]);
}

function failureOf(error: unknown): TransferFailed {
  if (error instanceof TransferFailed) return error;
  if (error instanceof PackageRefused) return new TransferFailed(error.code, error.step, error.resource, error.reason);
  return new TransferFailed('package', 'internal');
}
