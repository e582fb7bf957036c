/** Self-downloads 自行下載 as their owner meets them: finding, choosing, answering, consenting, giving up. */
import { randomUUID } from 'node:crypto';
import { HttpError } from '../../http/errors.ts';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { event } from '../log/events.ts';
import { newId } from '../hashes.ts';
import { openJson, sealJson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { Parameters } from '../delivery/collection.ts';
import { wordsHash, wordsText } from '../consent/consent-words.ts';
import type { Download, Step } from '../storage.ts';
import { downloadWords } from './download-words.ts';
import { tooWeakFor } from './level.ts';
import type { OwnSession } from './session.ts';

/** What stands in the place of a service in a transaction that has none. */
export const selfClientId = 'SELF';

export interface OwnDownload {
  readonly download: Download;
  /** In the order chosen. */
  readonly datasets: readonly CatalogueEntry[];
}

/** → undefined for one that does not exist and for another person's alike */
export async function ownDownload(
  platform: Platform,
  { session }: OwnSession,
  id: string,
): Promise<OwnDownload | undefined> {
  const download = /^[\w-]{22}$/.test(id) ? await platform.storage.download(id) : undefined;
  if (download?.personHash !== session.personHash) return undefined;
  return { download, datasets: datasetsOf(platform, download.resources) };
}

/** In the order of `ids`; what the catalogue does not have is left out. */
export const datasetsOf = (platform: Platform, ids: readonly string[]): readonly CatalogueEntry[] =>
  ids.flatMap((id) => platform.datasets.get(id) ?? []);

/** 404, for another person's download too. */
export const notHere = (): HttpError =>
  new HttpError(404, 'download-unknown', {
    'zh-Hant': '找不到這次下載。請回到「下載我的資料」重新選擇。',
    en: 'This download was not found. Please choose the datasets again.',
  });

/** → its id. @param resources checked: datasets in use, each once, at least one */
export async function openDownload(
  { storage, clock }: Platform,
  { session }: OwnSession,
  resources: readonly string[],
): Promise<string> {
  const id = newId();
  const startedAt = clock.now();
  await storage.commit([
    {
      step: 'open-download',
      download: { id, personHash: session.personHash, txId: randomUUID(), resources, startedAt },
    },
  ]);
  return id;
}

/** What was answered, in clear; undefined where nothing was, or where its key is gone. */
export const parametersOf = (platform: Platform, { parameters, txId }: Download): Promise<Parameters | undefined> =>
  openJson<Parameters>(platform, parameters, 'parameters', txId);

/**
 * Seals the answers and keeps them, in the place of earlier ones. Nothing is written once the consent was decided.
 * @param answers as `readParameters` found them good
 */
export async function answerDownload(platform: Platform, download: Download, answers: Parameters): Promise<void> {
  const parameters = await sealJson(platform, answers, 'parameters', download.txId);
  await platform.storage.commit([{ step: 'answer-download', id: download.id, parameters }]);
}

/** Datasets ask something that has not been answered yet. */
export const mustAnswer = ({ download, datasets }: OwnDownload): boolean =>
  download.parameters === undefined && datasets.some(({ parameters }) => parameters.length > 0);

/**
 * Consent and beginning are one plan with their events: without the record of the consent nothing is asked of anybody.
 * @returns false when the words shown are not those of now, the proof is too weak, or another tab was faster
 */
export async function decideDownload(
  platform: Platform,
  own: OwnSession,
  found: OwnDownload,
  { shownHash, agreed }: { readonly shownHash: string; readonly agreed: boolean },
): Promise<boolean> {
  const { download, datasets } = found;
  const { session, person } = own;
  const words = downloadWords(datasets);
  if (wordsHash(words) !== shownHash || tooWeakFor(session.method, datasets).length || mustAnswer(found)) return false;
  const { id, txId } = download;
  const { personHash, method } = session;
  const at = platform.clock.now();
  const decision = { txId, at, wordsHash: shownHash, words: wordsText(words) };
  await openTransaction(platform, own, download);
  const sealed = await sealJson(platform, person, 'person', txId);
  const result = await platform.storage.commit(
    agreed
      ? [
          { step: 'begin-download', id, method, person: sealed, at },
          { step: 'give-consent', ...decision },
          event(txId, 'consent given', at),
          { step: 'keep-choice', personHash, resources: [], at },
        ]
      : [
          { step: 'end-download', id, as: 'discarded', at },
          { step: 'refuse-consent', ...decision },
          event(txId, 'consent refused', at),
          { step: 'end-transaction', txId, code: 205, at },
        ],
  );
  return result.ok;
}

/** Before the consent's own plan: the record of the consent that goes into the log is made of what stands here. */
async function openTransaction(
  { storage, clock }: Platform,
  { session: { personHash, method } }: OwnSession,
  { txId, resources }: Download,
): Promise<void> {
  const startedAt = clock.now();
  const transaction = { txId, clientId: selfClientId, resources, startedAt, personHash, method };
  // Refused when it was opened before, by a try that did not come to its end.
  await storage.commit([{ step: 'open-transaction', transaction }, event(txId, 'verified on the platform', startedAt)]);
}

/** Over without having been saved; what was stored goes with it. @param code of the transaction, if it began */
export async function endDownload(
  { storage, clock }: Platform,
  { id, txId, consentedAt }: Download,
  as: 'discarded' | 'expired' | 'failed',
  code: number = { discarded: 205, expired: 408, failed: 504 }[as],
): Promise<void> {
  const at = clock.now();
  const had = (await storage.packages(txId)).some((stored) => stored.package);
  const result = await storage.commit([
    { step: 'end-download', id, as, at },
    ...(consentedAt
      ? ([
          { step: 'delete-packages', txId },
          ...(had ? [event(txId, 'platform deleted', at)] : []),
          { step: 'end-transaction', txId, code, at },
        ] satisfies Step[])
      : []),
  ]);
  if (result.ok && had) await storage.eraseDeleted();
}
