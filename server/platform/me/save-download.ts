/**
 * Hands a self-download out, once: it is taken and deleted in one plan, before a byte leaves; of any number of calls at once
 * one gets the data (手冊 貳-一-(二)-1: 一經下載至載具，自動刪除).
 */
import { event } from '../log/events.ts';
import { queueMessage } from '../messages/queue.ts';
import { downloadedText } from '../messages/texts/self-download.ts';
import { openJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import { packageContext } from '../delivery/collection.ts';
import type { Step, StoredPackage } from '../storage.ts';
import { archiveName, packArchive } from './archive.ts';
import type { ArchivedDataset } from './archived-dataset.ts';
import type { OwnDownload } from './downloads.ts';

export interface Saved {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** → undefined when it is gone: saved already, given up, or its time is over */
export async function saveDownload(
  platform: Platform,
  { download, datasets }: OwnDownload,
): Promise<Saved | undefined> {
  const { storage, clock } = platform;
  const { id, txId } = download;
  if (download.state !== 'ready') return undefined;
  const at = clock.now();
  const stored = await storage.packages(txId);
  const result = await storage.commit([
    { step: 'take-download', id, at },
    { step: 'delete-packages', txId },
    event(txId, 'service provider fetched', at),
    event(txId, 'platform deleted', at),
    { step: 'end-transaction', txId, code: 200, at },
    ...(await noticeOf(platform, { download, datasets }, at)),
  ]);
  if (!result.ok) return undefined;
  await storage.eraseDeleted();
  const archived = await Promise.all(datasets.map((dataset) => opened(platform, dataset, stored, txId)));
  return { name: archiveName(at), bytes: packArchive(archived, at) };
}

async function opened(
  platform: Platform,
  dataset: ArchivedDataset['dataset'],
  stored: readonly StoredPackage[],
  txId: string,
): Promise<ArchivedDataset> {
  const found = stored.find(({ resourceId }) => resourceId === dataset.id);
  if (found?.code === 204) return { dataset, result: 'no-record' };
  if (found?.code !== 200 || !found.package) return { dataset, result: 'failed' };
  const zip = await platform.keys.epochs.open(found.package, packageContext(txId, dataset.id));
  if (!zip) throw new Error('the key of a package is gone before its time');
  return { dataset, result: 'had', zip };
}

async function noticeOf(platform: Platform, { download, datasets }: OwnDownload, at: Date): Promise<readonly Step[]> {
  const { txId } = download;
  const person = await openJson<VerifiedPerson>(platform, download.person, 'person', txId);
  if (!person) return [];
  const { name, email, mobile } = person;
  const listed = datasets.map(({ id, name }) => ({ id, name: name['zh-Hant'] }));
  const { publicUrl, environment } = platform.config;
  const words = downloadedText(
    { publicUrl, test: environment === 'test' },
    { name, datasets: listed.map((one) => one.name), at },
  );
  const about = { service: '自行下載', datasets: listed };
  return [await queueMessage(platform, { ...words, kind: 'downloaded', txId, at, to: { name, email, mobile }, about })];
}
