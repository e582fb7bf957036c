/** What a signed-in person can show at a counter: their own barcodes, and those of whom they act for. */
import { lifetimes } from '../../lifetimes.ts';
import type { OwnSession } from '../me/session.ts';
import type { Platform } from '../platform.ts';
import { standingOf } from './barcodes.ts';
import { isForCounter } from './counter-return.ts';
import { shownCode, type ShownCode } from './shown-code.ts';

export interface Waiting {
  readonly kind: 'own' | 'asked' | 'agent';
  readonly href: string;
  readonly service: string;
  readonly until: Date;
  readonly preparing: boolean;
  /** That a desk is waiting for, of a barcode that this person shows. */
  readonly code?: ShownCode;
}

/**
 * Own ones first, then those of whom this person acts for or is asked to, each newest first; only what can still be
 * presented. The code is in it where this person shows the barcode.
 */
export async function waitingOf(
  platform: Platform,
  { session: { personHash } }: Pick<OwnSession, 'session'>,
): Promise<readonly Waiting[]> {
  const { storage, clock } = platform;
  const since = clock.now().getTime() - lifetimes.storedData.ms - lifetimes.journeyWaiting.ms;
  const own = (await storage.transactionsOf(personHash)).filter(({ startedAt }) => startedAt.getTime() >= since);
  const found = await Promise.all([
    ...own.map(({ txId }) => one(platform, { txId, kind: 'own' })),
    ...(await storage.delegationsTo(personHash)).map(({ id, txId, state }) =>
      state === 'accepted' || state === 'offered'
        ? one(platform, { txId, kind: state === 'accepted' ? 'agent' : 'asked', delegationId: id })
        : undefined,
    ),
  ]);
  return found.filter((waiting) => waiting !== undefined);
}

async function one(
  platform: Platform,
  {
    txId,
    kind,
    delegationId,
  }: { readonly txId: string; readonly kind: Waiting['kind']; readonly delegationId?: string },
): Promise<Waiting | undefined> {
  const journey = await platform.storage.journeyOf(txId);
  const standing = journey && isForCounter(journey) ? await standingOf(platform, txId) : undefined;
  if (!journey || !standing || !['preparing', 'ready', 'burnt'].includes(standing.state)) return undefined;
  const { barcode } = standing;
  const holds = barcode?.holder === (kind === 'own' ? 'owner' : kind);
  const code = barcode && holds ? await shownCode(platform, barcode) : undefined;
  return {
    ...(code && { code }),
    kind,
    href: kind === 'own' ? `/me/barcode/${journey.id}` : `/me/delegation/${delegationId ?? ''}`,
    service: (await platform.clients.find(journey.clientId))?.name ?? journey.clientId,
    until: standing.until,
    preparing: standing.state === 'preparing',
  };
}
