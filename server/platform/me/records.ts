/**
 * Usage records 使用紀錄: everything that happened with one person's data, in plain words. Found by the keyed hash of the
 * person; what the data said is not kept anywhere.
 */
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { methodName, isPlatformMethod } from '../identity/methods/levels.ts';
import type { Platform } from '../platform.ts';
import type { Consent, Transaction, TransferEvent } from '../storage.ts';
import { selfClientId } from './downloads.ts';
import { eventWords } from './event-words.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

export interface UsageRecord {
  readonly txId: string;
  readonly clientId: string;
  /** Who used it, as the resident reads it. */
  readonly service: string;
  readonly organisation?: string;
  /** What for. */
  readonly purpose: string;
  readonly datasets: readonly Pick<CatalogueEntry, 'id' | 'name' | 'agency'>[];
  readonly startedAt: Date;
  readonly endedAt?: Date;
  readonly method?: string;
  readonly outcome: Outcome;
}

interface UsageEvent {
  readonly at: Date;
  readonly number: number;
  readonly words: string;
  readonly by: string;
  readonly ok: boolean;
  readonly dataset?: string;
}

export interface FullRecord extends UsageRecord {
  readonly events: readonly UsageEvent[];
  readonly consent?: Consent;
}

/** Newest first. */
export async function recordsOf(platform: Platform, personHash: string): Promise<readonly UsageRecord[]> {
  const transactions = await platform.storage.transactionsOf(personHash);
  return Promise.all(transactions.map(async (one) => recordOf(platform, one, await platform.storage.events(one.txId))));
}

/** → undefined for one that does not exist and for another person's alike */
export async function fullRecord(
  platform: Platform,
  personHash: string,
  txId: string,
): Promise<FullRecord | undefined> {
  const { storage } = platform;
  const transaction = await storage.transaction(txId);
  return transaction?.personHash === personHash ? fullRecordOf(platform, transaction) : undefined;
}

async function fullRecordOf(platform: Platform, transaction: Transaction): Promise<FullRecord> {
  const { storage, datasets } = platform;
  const events = await storage.events(transaction.txId);
  const record = await recordOf(platform, transaction, events);
  const self = transaction.clientId === selfClientId;
  return {
    ...record,
    consent: await storage.consent(transaction.txId),
    events: events.map(({ at, number, source, ok, resourceId }) => ({
      at,
      number,
      ok,
      words: eventWords({ number, ok, self }),
      by: sources[source],
      dataset: resourceId === undefined ? undefined : (datasets.get(resourceId)?.name['zh-Hant'] ?? resourceId),
    })),
  };
}

const sources: Readonly<Record<TransferEvent['source'], string>> = {
  platform: '平臺',
  sp: '服務機關回報',
  dp: '提供資料的機關回報',
};

async function recordOf(
  platform: Platform,
  transaction: Transaction,
  events: readonly TransferEvent[],
): Promise<UsageRecord> {
  const { txId, clientId, resources, startedAt, endedAt, method } = transaction;
  const self = clientId === selfClientId;
  const client = self ? undefined : await platform.clients.find(clientId);
  return {
    txId,
    clientId,
    service: self ? '您本人（自行下載）' : (client?.name ?? `已停止的服務（${clientId}）`),
    organisation: client?.standing?.organisation || undefined,
    purpose: self ? '下載後由您自行保管運用' : client?.standing?.purpose || `申辦「${client?.name ?? clientId}」`,
    datasets: resources.flatMap((id) => platform.datasets.get(id) ?? []),
    startedAt,
    endedAt,
    method: isPlatformMethod(method) ? methodName(method) : undefined,
    outcome: outcomeOf(transaction, events, { self, now: platform.clock.now() }),
  };
}
