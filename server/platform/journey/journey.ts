/** Finding a journey again for the browser that owns it, and ending it. */
import type { Context } from 'hono';
import { sameSecret } from '../../http/constant-time.ts';
import { HttpError } from '../../http/errors.ts';
import { lifetimes } from '../../lifetimes.ts';
import { returnAddress } from '../../protocol/mydata-1/addresses.ts';
import type { ReturnCode } from '../../protocol/mydata-1/return-codes.ts';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { counterBack, isForCounter } from '../counter/counter-return.ts';
import { event } from '../log/events.ts';
import { keyedHash } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import { asBegun } from './as-begun.ts';
import type { Client } from '../registry/read-register.ts';
import type { Journey, Step } from '../storage.ts';
import { isKnownBrowser, journeySession } from './browser.ts';

export interface OwnJourney {
  readonly journey: Journey;
  readonly client: Client;
  readonly datasets: readonly CatalogueEntry[];
  /** Goes into every form of this journey. */
  readonly csrf: string;
}

const notHere = (): HttpError =>
  new HttpError(404, 'journey-unknown', {
    'zh-Hant': '找不到這次的作業。可能是時間太久或換了瀏覽器，請回到原來的服務網站重新開始。',
    en: 'This journey was not found. Please start again from the service’s own site.',
  });

/** Throws 404 for an unknown journey and for another browser's alike. */
export async function ownJourney(platform: Platform, c: Context): Promise<OwnJourney> {
  const id = c.req.param('id') ?? '';
  const may = /^[\w-]{22}$/.test(id) && isKnownBrowser(platform, c);
  const journey = may ? await platform.storage.journey(id) : undefined;
  const session = journey && journeySession(platform, c, journey);
  if (!session) throw notHere();
  const client = await platform.clients.find(journey.clientId);
  const datasets = journey.resources.flatMap((resource) => platform.datasets.get(resource) ?? []);
  if (!client || datasets.length !== journey.resources.length) throw notHere();
  return {
    journey,
    client: asBegun(client, journey),
    datasets,
    csrf: keyedHash(platform.keys.hashKey, 'csrf', `${id} ${session}`),
  };
}

/** As the platform's own work needs it, with no browser. → undefined when journey or service is gone */
export async function journeyAt(platform: Platform, txId: string): Promise<Omit<OwnJourney, 'csrf'> | undefined> {
  const journey = await platform.storage.journeyOf(txId);
  const client = journey && (await platform.clients.find(journey.clientId));
  if (!client) return undefined;
  const datasets = journey.resources.flatMap((resource) => platform.datasets.get(resource) ?? []);
  return { journey, client: asBegun(client, journey), datasets };
}

/** Throws 403 `csrf` unless `given` is this journey's own token, compared in constant time. */
export function requireCsrf(own: OwnJourney, given: unknown): void {
  if (typeof given === 'string' && sameSecret(given, own.csrf)) return;
  throw new HttpError(403, 'csrf', {
    'zh-Hant': '這一頁已經過期，沒有送出任何資料。請回上一頁，重新整理後再試一次。',
    en: 'This page is out of date and nothing was sent. Please go back, reload and try again.',
  });
}

/** While an agency keeps the resident waiting neither idling nor the journey's own time counts, only the longest of all. */
export const isOver = (
  platform: Platform,
  {
    startedAt,
    activeAt,
    waitedMs,
    waitingSince,
  }: Pick<Journey, 'startedAt' | 'activeAt' | 'waitedMs' | 'waitingSince'>,
): boolean => {
  const now = platform.clock.now().getTime();
  const whole = now - startedAt.getTime();
  if (waitingSince || whole > lifetimes.journeyWaiting.ms) return whole > lifetimes.journeyWaiting.ms;
  return now - activeAt.getTime() > lifetimes.journeyIdle.ms || whole - waitedMs > lifetimes.journeyWhole.ms;
};

/**
 * → where the browser goes with this code: the service's return address with `code` and the encrypted `tx_id`, or the
 * platform's own page for a counter (櫃檯)
 */
export const backAddress = ({ journey, client }: Pick<OwnJourney, 'journey' | 'client'>, code: ReturnCode): string =>
  isForCounter(journey)
    ? counterBack(journey, code)
    : returnAddress(journey.returnUrl, client, { code, txId: journey.txId });

/**
 * Ends the journey without delivering anything: the stored packages go with it.
 * @returns where the browser goes; when it was ended already, the code that it then got stands
 */
export async function endJourney(
  platform: Platform,
  own: Pick<OwnJourney, 'journey' | 'client'>,
  code: ReturnCode,
  more: readonly Step[] = [],
): Promise<string> {
  const { id, txId, method } = own.journey;
  const at = platform.clock.now();
  // Where nobody did, nothing enters the log (`arrived`); with 409 somebody proved to be another.
  const isProved = method !== undefined || code === 409;
  const had = (await platform.storage.packages(txId)).length > 0;
  const result = await platform.storage.commit([
    ...more,
    { step: 'delete-packages', txId },
    ...(had ? [event(txId, 'platform deleted', at)] : []),
    { step: 'end-journey', id, txId, code, at },
    ...(isProved ? [event(txId, 'back to the service provider', at, { ok: code === 200 })] : []),
  ]);
  if (had) await platform.storage.eraseDeleted();
  const ended = result.ok ? code : (((await platform.storage.journey(id))?.code ?? code) as ReturnCode);
  return backAddress(own, ended);
}
