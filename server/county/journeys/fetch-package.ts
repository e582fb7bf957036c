/**
 * After the SP-API's answer: asks for the package when it is due, has it verified and mapped, and settles the transfer one
 * way or the other. Owns waiting and retrying. When to ask next is kept in the storage, so that a restart goes on where it
 * was; a fetch that is due is claimed by one worker, whose lease ends by itself when the worker does, and at once when its
 * own process starts anew.
 */
import { catalogue } from '#schemas/datasets/catalogue.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import { receiptFor, sendReceipt } from '../receipts/send-receipt.ts';
import type { CountyStep, Fetching, TransferRow } from '../storage.ts';
import { notBroughtBecause, unaskedBecause, withheldFrom } from './absences.ts';
import type { Delivery } from './delivery.ts';
import { formOf } from '../services/catalogue.ts';
import { downloadPackage, isTicketOf, type Download } from './download-package.ts';
import type { OfficialContents } from '../drafts/official-contents.ts';
import { PackageRefused, readPackage } from './read-package.ts';
import { failTransfer, failureOf, fillDraft, TransferFailed } from './settle-transfer.ts';

/** Calls in a row that may fail. */
const maxFailures = 8;
const failureWait = 2_000;
/** Two minutes in all, while the resident may look at the page: a platform that restarts is there again by then. */
const longestQuickWait = 30_000;
/** A package that takes an hour outlasts a platform that is away for a while. */
const longestFailureWait = 300_000;
/** Clients of the interface assume a minute where `Retry-After` is missing. */
const usualWait = 60_000;
const shortestWait = 1_000;
/** A platform may give 403 until it has booked our answer; its sample clients wait as long. */
const bookingWait = 3_000;
/** Whatever `Retry-After` says, it is asked for once more so long before the ticket ends. */
const lastTry = 60_000;

/** To be asked for again. */
class PutOff extends Error {
  constructor(readonly next: Omit<Fetching, 'until' | 'by'>) {
    super('put off');
  }
}

/**
 * Comes back when the transfer is settled, when it is no longer to be fetched, or when the app closes. What goes wrong
 * with the package is kept as the transfer's failure.
 */
export async function fetchPackage(county: County, txId: string): Promise<void> {
  for (;;) {
    const transfer = await county.storage.transfer(txId);
    if (transfer?.state !== 'accepted' || !transfer.fetching) return;
    const due = Date.parse(transfer.fetching.at);
    const ahead = due - county.clock.now().getTime();
    if (ahead > 0) await county.wait(ahead);
    if (county.closing.aborted) return;
    const went = await tryOnce(county, transfer, Math.max(due, county.clock.now().getTime()));
    if (went === 'settled') return;
  }
}

/** At the start: what this process's former life was at is due at once. */
export async function freeFetches({ storage, clock, instance, holder }: County): Promise<void> {
  await storage.commit([{ step: 'free-fetches', instance, by: holder, at: clock.now().toISOString() }]);
}

/** Takes up what a restart interrupted. `dueBy`: only what should have been asked for by then, so nobody is at it. */
export async function resumeTransfers(county: County, dueBy?: Date): Promise<void> {
  const before = dueBy?.toISOString();
  for (const { txId, fetching } of await county.storage.unsettledTransfers()) {
    if (before !== undefined && fetching && fetching.at > before) continue;
    county.jobs.start('fetch-package', () => fetchPackage(county, txId));
  }
}

/** @param at milliseconds since the epoch */
async function tryOnce(county: County, transfer: TransferRow, at: number): Promise<'settled' | 'put-off'> {
  const { txId, draftId } = transfer;
  const lease = isoOf(at + lifetimes.countyFetch.ms);
  const claimed = await county.storage.commit([{ step: 'claim-fetch', txId, at: isoOf(at), lease, by: county.holder }]);
  // Another worker has it, and goes on with it.
  if (!claimed.ok) return 'settled';
  const delivery = await deliveryOf(county, transfer);
  const receipt = async (stored: boolean): Promise<readonly CountyStep[]> =>
    delivery ? receiptFor(county, txId, delivery, stored) : [];
  try {
    await fillDraft(county, transfer, await receive(county, transfer, delivery, at), () => receipt(true));
  } catch (error) {
    if (error instanceof PutOff) {
      const put = await county.storage.commit([{ step: 'put-off-fetch', txId, lease, next: error.next }]);
      county.changes.tell(draftId);
      return put.ok ? 'put-off' : 'settled';
    }
    await failTransfer(county, transfer, failureOf(error), lease, await receipt(false));
    if (!(error instanceof TransferFailed) && !(error instanceof PackageRefused)) throw error;
  } finally {
    if (await county.storage.receipt(txId)) county.jobs.start('send-receipt', () => sendReceipt(county, txId));
  }
  return 'settled';
}

async function deliveryOf(county: County, { txId, delivery }: TransferRow): Promise<Delivery | undefined> {
  const bytes = delivery && (await county.epochs.open(delivery, `delivery:${txId}`));
  return bytes && (JSON.parse(bytes.toString('utf8')) as Delivery);
}

/** Throws `PutOff`, `TransferFailed` or `PackageRefused`. */
async function receive(
  county: County,
  transfer: TransferRow,
  delivery: Delivery | undefined,
  at: number,
): Promise<OfficialContents> {
  const { txId, service, fetching, resources } = transfer;
  if (at >= Date.parse(fetching!.until)) throw new TransferFailed('expired', 'expired');
  const draft = await county.storage.draftById(transfer.draftId);
  if (!delivery || !draft) throw new TransferFailed('expired', 'expired');
  const { ticket, secretKey, fetchId, person, agent } = delivery;
  const ask = (): Promise<Download> => downloadPackage(county, txId, ticket, fetchId);
  const jwe = packageOf(
    county,
    await (fetching!.readyAbout === undefined ? onceMore(county, ask) : ask()),
    transfer,
    at,
  );
  const live = county.services.get(service);
  const contents = await readPackage({
    jwe,
    secretKey,
    resources,
    ...(person === undefined
      ? { isPerson: (nationalId) => isTicketOf(county, { ticket, secretKey }, nationalId) }
      : { person }),
    form: await formOf(county, service, draft.formVersion),
    ...(live && {
      withheld: withheldFrom(live),
      absent: (dataset, got) =>
        person === undefined ? notBroughtBecause(live, dataset, got) : unaskedBecause(live, dataset),
    }),
    trust: county,
    now: county.clock.now(),
  });
  return contents.atCounter && agent ? { ...contents, atCounter: { ...contents.atCounter, agent } } : contents;
}

/** A first 403 may only be early, unless it follows on 429; a second is meant. */
async function onceMore(county: County, ask: () => Promise<Download>): Promise<Download> {
  const first = await ask();
  if (first.kind !== 'refused' || first.reason !== '403') return first;
  await county.wait(bookingWait);
  return county.closing.aborted ? { kind: 'again', reason: 'stopping' } : ask();
}

function packageOf({ config }: County, download: Download, transfer: TransferRow, at: number): string {
  const { failures, readyAbout, until } = transfer.fetching!;
  switch (download.kind) {
    case 'package':
      return download.jwe;
    case 'later': {
      const wait = Math.max(download.seconds === undefined ? usualWait : download.seconds * 1000, shortestWait);
      throw new PutOff({
        ...nextAt(at + wait, at, until),
        failures: 0,
        readyAbout: estimate(transfer, at + wait, config.preparationMinute),
      });
    }
    case 'again': {
      if (failures + 1 >= maxFailures) throw new TransferFailed(504, 'fetch', undefined, download.reason);
      const longest = readyAbout === undefined ? longestQuickWait : longestFailureWait;
      const wait = Math.min(failureWait * 2 ** failures, longest);
      throw new PutOff({ ...nextAt(at + wait, at, until), failures: failures + 1, readyAbout });
    }
    case 'refused':
      if (download.reason === 'too-large')
        throw new TransferFailed('package', 'payload', undefined, download.reason, { code: 'payload-too-large' });
      // The platform's clock may end the ticket a moment before ours does.
      throw new TransferFailed(
        download.reason === '403' && readyAbout !== undefined ? 'expired' : 504,
        'fetch',
        undefined,
        download.reason,
      );
  }
}

function nextAt(wanted: number, at: number, until: string): { readonly at: string } {
  const end = Date.parse(until);
  const last = end - lastTry;
  return { at: isoOf(wanted < end ? wanted : last > at ? last : end) };
}

/**
 * In whole minutes, as clocks show them; not before the catalogue's preparation time is over, however soon the platform
 * wants to be asked again. What was said once stands as long as it can, then moves by five minutes: a page reads it out.
 */
function estimate({ resources, fetching }: TransferRow, wanted: number, minute = 60_000): string {
  const { until, readyAbout } = fetching!;
  const end = Date.parse(until);
  const minutes = Math.max(...resources.map((id) => catalogue.get(id)?.minutes ?? 0));
  const ready = Math.max(wanted, end - lifetimes.storedData.ms + minutes * minute);
  if (readyAbout !== undefined && ready <= Date.parse(readyAbout)) return readyAbout;
  const step = readyAbout === undefined ? 60_000 : 300_000;
  return isoOf(Math.min(Math.ceil(ready / step) * step, end));
}

const isoOf = (time: number): string => new Date(time).toISOString();
