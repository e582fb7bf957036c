/** Has a self-download's datasets collected, and says when it is ready to be looked at and saved. */
import { after, lifetimes } from '../../lifetimes.ts';
import { letter, taipeiTime } from '../messages/texts/letter.ts';
import { queueMessage } from '../messages/queue.ts';
import { openJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { Collector } from '../delivery/collect.ts';
import type { Collection } from '../delivery/collection.ts';
import type { Download, Step } from '../storage.ts';
import { datasetsOf, endDownload, parametersOf } from './downloads.ts';

/**
 * The header by which an agency knows that the person takes the data home: documents then open with their own id number
 * (interface, section 3), inside the agency's signed package.
 */
const purposeHeader = { purpose: 'self-download' } as const;

async function collectionOf(platform: Platform, download: Download): Promise<Collection> {
  const { id, txId, resources } = download;
  const answers = await parametersOf(platform, download);
  return {
    holder: { kind: 'download', id },
    txId,
    resources,
    parameters: Object.fromEntries(resources.map((one) => [one, { ...answers?.[one], ...purposeHeader }])),
    stillWanted: () => [{ step: 'expect-download', id }],
  };
}

/** One round. What is ready then is `ready`, or `failed` when there is nothing to save. May be called at any time. */
export async function collectDownload(platform: Platform, collector: Collector, download: Download): Promise<void> {
  if (download.state !== 'fetching') return;
  const progress = await collector.collect(await collectionOf(platform, download));
  if (progress === 'waiting') return;
  const stored = await platform.storage.packages(download.txId);
  // Agencies that hold nothing have answered too.
  if (!stored.some(({ code }) => code === 200))
    return endDownload(platform, download, 'failed', stored.every(({ code }) => code === 204) ? 200 : 504);
  // Each dataset is kept 8 hours at most: the first one's time is the time of all.
  const first = new Date(Math.min(...stored.map(({ at }) => at.getTime())));
  const keepUntil = after(first, 'storedData');
  await platform.storage.commit([
    { step: 'ready-download', id: download.id, keepUntil },
    ...(await noticeOf(platform, download, keepUntil)),
  ]);
}

/** Only who had to wait is told: whoever stands before the page sees it there. */
async function noticeOf(platform: Platform, download: Download, keepUntil: Date): Promise<readonly Step[]> {
  const at = platform.clock.now();
  const { txId, consentedAt = at, person: sealed } = download;
  if (at.getTime() - consentedAt.getTime() < lifetimes.downloadQuiet.ms) return [];
  const person = await openJson<VerifiedPerson>(platform, sealed, 'person', txId);
  if (!person) return [];
  const { publicUrl, environment } = platform.config;
  const datasets = datasetsOf(platform, download.resources).map(({ id, name }) => ({ id, name: name['zh-Hant'] }));
  const words = letter(
    { publicUrl, test: environment === 'test' },
    {
      subject: 'MyData 您要下載的資料已備妥',
      name: person.name,
      paragraphs: [
        ['您要下載的資料已經備妥：', `資料：${datasets.map(({ name }) => name).join('、')}`],
        `請在 ${taipeiTime(keepUntil)} 以前登入 MyData，到「下載我的資料」儲存。時間到了會自動刪除，需要時可以重新下載。`,
        '如果這不是您本人的操作，請儘快停用可能遺失的卡片或手機。',
      ],
      english: 'The data that you asked for is ready. Please sign in to MyData and save it before it is deleted.',
      short: `您要下載的資料已備妥，請在 ${taipeiTime(keepUntil)} 以前登入 MyData 儲存。`,
    },
  );
  const { name, email, mobile } = person;
  const about = { service: '自行下載', datasets };
  return [await queueMessage(platform, { ...words, kind: 'ready', txId, at, to: { name, email, mobile }, about })];
}

/** Goes on with what nobody is looking at, and ends what nobody saved in time. → how many expired */
export async function sweepDownloads(platform: Platform, collector: Collector): Promise<number> {
  const { storage } = platform;
  const all = [...(await storage.downloadsBeing('fetching')), ...(await storage.downloadsBeing('ready'))];
  const expired = all.filter((download) => isDownloadOver(platform, download));
  for (const download of expired) await endDownload(platform, download, 'expired');
  const waiting = all.filter((download) => !expired.includes(download));
  await Promise.all(
    waiting.map((download) =>
      collectDownload(platform, collector, download).catch(() => {
        platform.log.warn({ download: download.id }, 'a download was not gone on with');
      }),
    ),
  );
  return expired.length;
}

/** Its 8 hours are over, whether or not the sweep has come by. */
export function isDownloadOver({ clock }: Platform, { state, keepUntil, consentedAt }: Download): boolean {
  const now = clock.now();
  if (state === 'ready') return keepUntil === undefined || keepUntil <= now;
  return state === 'fetching' && consentedAt !== undefined && after(consentedAt, 'storedData') <= now;
}
