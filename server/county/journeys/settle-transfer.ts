/** The end of a transfer, with the records that belong to it: the draft is filled, or the resident is told why not. */
import { after } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import type { CountyStep, FailCode, TransferRow } from '../storage.ts';
import type { OfficialContents } from '../drafts/official-contents.ts';
import { PackageRefused, type RefusalFacts } from './read-package.ts';

/** A transfer that cannot be completed: the code the resident is shown, and why, for the log. */
export class TransferFailed extends Error {
  constructor(
    readonly code: FailCode,
    readonly step: string,
    readonly resource?: string,
    readonly reason?: string,
    readonly facts?: RefusalFacts,
  ) {
    super(step);
    this.name = 'TransferFailed';
  }
}

/** @param more steps for the same plan, of the moment when it is written */
export async function fillDraft(
  county: County,
  transfer: TransferRow,
  contents: OfficialContents,
  more: () => Promise<readonly CountyStep[]>,
): Promise<void> {
  const { txId, draftId, service } = transfer;
  const { resources, person } = contents.atCounter
    ? { resources: contents.atCounter.resources, person: county.seals.hash('person', contents.person) }
    : transfer;
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
      ...(contents.atCounter && { found: { person, resources } }),
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
    // What the form reads too, and nobody was asked for: no failure of anybody.
    ...Object.entries(contents.absent ?? {}).map(([resource, detail]): CountyStep => ({
      step: 'record-transfer',
      record: { at, event: 310, txId, service, counterpart: 'platform', person, ok: true, resource, detail },
    })),
    ...(await more()),
  ]);
  county.changes.tell(draftId);
  if (result.ok)
    county.log.info(
      { tx: txId, service, event: 310, datasets: resources.length, noRecord: contents.noRecord.length },
      'package opened and mapped',
    );
  else county.log.warn({ tx: txId, service, event: 310, reason: result.reason }, 'package not kept');
}

/** @param lease of whoever says so: one whose time is over has nothing to say */
export async function failTransfer(
  county: County,
  transfer: TransferRow,
  failure: TransferFailed,
  lease: string,
  more: readonly CountyStep[] = [],
): Promise<void> {
  const { txId, service, person } = transfer;
  const { code, step, resource, reason, facts } = failure;
  const at = county.clock.now().toISOString();
  county.log.warn(
    { tx: txId, service, event: 310, resource, step, reason, ...facts },
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
      detail: detailOf(failure),
      ...(resource !== undefined && { resource }),
    },
  };
  const settled = await county.storage.commit([
    { step: 'fail-transfer', txId, from: 'accepted', code, at, lease },
    record,
    ...more,
  ]);
  county.changes.tell(transfer.draftId);
  // The draft, and the transfer with it, may be gone; that it was tried is recorded all the same.
  if (!settled.ok) await county.storage.commit([record]);
}

/** `certificate: certificate-expired`, `jwe-key`, `not-had: 504`. */
function detailOf({ step, reason, facts }: TransferFailed): string {
  const more = reason === undefined || step === 'not-had' ? reason : (facts?.code ?? reason);
  return more === undefined ? step : `${step}: ${more}`;
}

/**
 * Of a package that was refused its step and reason; of what nobody foresaw `package` and `internal`, with nothing of
 * the error's text.
 */
export function failureOf(error: unknown): TransferFailed {
  if (error instanceof TransferFailed) return error;
  if (error instanceof PackageRefused)
    return new TransferFailed(error.code, error.step, error.resource, error.reason, error.facts);
  return new TransferFailed('package', 'internal');
}
