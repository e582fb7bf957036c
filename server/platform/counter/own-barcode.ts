/**
 * Whose barcode page it is: the browser that began the journey, the same person signed in to their own area on any device,
 * or the agent who accepted. The serial that a browser shows lies in its own cookie; the storage has only its hash.
 */
import type { Context } from 'hono';
import { sameSecret } from '../../http/constant-time.ts';
import { HttpError } from '../../http/errors.ts';
import { readSerial } from '#schemas/barcode/read-serial.ts';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { keyedHash } from '../hashes.ts';
import { sessionOf } from '../me/session.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import { journeySession, keepShown, shownIn } from '../journey/browser.ts';
import type { Barcode, BarcodeHolder, Delegation, Journey } from '../storage.ts';
import { isGood } from './barcodes.ts';
import { isForCounter } from './counter-return.ts';
import { serialHash } from './serial.ts';

export interface OwnBarcode {
  readonly journey: Journey;
  readonly client: Client;
  readonly datasets: readonly CatalogueEntry[];
  readonly holder: BarcodeHolder;
  /** The latest, whatever became of it. */
  readonly delegation?: Delegation;
  readonly csrf: string;
}

const notHere = (): HttpError =>
  new HttpError(404, 'barcode-unknown', {
    'zh-Hant': '找不到這個條碼。可能是換了瀏覽器，或已經過了期限。您可以登入「我的 MyData」再看一次，或重新取得。',
    en: 'This barcode was not found. Sign in to your own area to see it, or begin again.',
  });

/** @throws HttpError 404, for an unknown one and for another's alike */
export async function ownBarcode(platform: Platform, c: Context): Promise<OwnBarcode> {
  const { storage, keys, clients } = platform;
  const id = c.req.param('id') ?? '';
  const journey = /^[\w-]{22}$/.test(id) ? await storage.journey(id) : undefined;
  const client = journey && isForCounter(journey) ? await clients.find(journey.clientId) : undefined;
  if (!journey || !client) throw notHere();
  const delegation = await storage.delegationOf(journey.txId);
  const datasets = journey.resources.flatMap((resource) => platform.datasets.get(resource) ?? []);
  const found = { journey, client, datasets, delegation };
  const session = journeySession(platform, c, journey);
  if (session) return { ...found, holder: 'owner', csrf: keyedHash(keys.hashKey, 'csrf', `${id} ${session}`) };
  const own = await sessionOf(platform, c);
  const ownerHash = own && (await storage.transaction(journey.txId))?.personHash;
  if (own && ownerHash === own.session.personHash) return { ...found, holder: 'owner', csrf: own.csrf };
  if (own && delegation?.state === 'accepted' && delegation.agentHash === own.session.personHash)
    return { ...found, holder: 'agent', csrf: own.csrf };
  throw notHere();
}

/**
 * In a cookie of this browser, beside those of its other journeys, for as long as a barcode lasts. The storage has its
 * hash only.
 */
export const keepSerial = (platform: Platform, c: Context, { journey }: OwnBarcode, serial: string): void =>
  keepShown(platform, c, journey.id, serial);

/** The serial that this browser shows, if it is the good one. */
export function shownSerial(
  platform: Platform,
  c: Context,
  { journey, holder }: OwnBarcode,
  barcode: Barcode | undefined,
): string | undefined {
  const serial = readSerial(shownIn(platform, c, journey.id));
  if (!serial || !isGood(platform, barcode) || barcode.holder !== holder) return undefined;
  return sameSecret(serialHash(platform.keys, serial), barcode.serialHash) ? serial : undefined;
}
