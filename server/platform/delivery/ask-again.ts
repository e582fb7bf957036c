/** How long a provider is believed that it still prepares (interface, section 4): so often, and so long in all. */
import { after } from '../../lifetimes.ts';
import { eventNumbers } from '../log/events.ts';
import type { Platform } from '../platform.ts';

const mostAsks = 16;

/**
 * @param wished by the provider
 * @returns when it is asked again; undefined when it is not any more
 */
export async function askAgainAt(
  { storage, clock }: Pick<Platform, 'storage' | 'clock'>,
  { txId, resourceId }: { readonly txId: string; readonly resourceId: string },
  wished: Date,
): Promise<Date | undefined> {
  const now = clock.now();
  const asked = (await storage.events(txId)).filter(
    (one) => one.number === eventNumbers['provider asked'] && one.resourceId === resourceId,
  );
  const end = after(asked[0]?.at ?? now, 'preparation');
  if (asked.length >= mostAsks || now >= end) return undefined;
  return wished < end ? wished : end;
}
