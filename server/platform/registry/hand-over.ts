/** The organisation's system says that it has the keys: from then on nobody gets them any more. Said again, it is the same. */
import type { Platform } from '../platform.ts';
import type { RegisteredService, RegistryAccount } from '../storage.ts';
import { decided } from './outcome.ts';

/**
 * Takes `waitsSince` from every key of the service that still waits, with a decision `receive-key` for each in the same
 * plan. Throws nothing where another call was faster.
 */
export async function handOverKeys(
  { storage, clock }: Pick<Platform, 'storage' | 'clock'>,
  account: Pick<RegistryAccount, 'id'>,
  { id: subjectId, clientId }: RegisteredService,
): Promise<void> {
  const at = clock.now();
  for (const { id: keyId, waitsSince } of await storage.clientKeys(clientId)) {
    if (!waitsSince) continue;
    // Whoever said it a moment before has done it.
    await storage.commit([
      { step: 'hand-over-client-key', clientId, keyId },
      ...decided(
        { id: account.id, name: `登錄帳號 ${account.id}` },
        { subject: 'service', subjectId, at, side: 'provider', what: 'receive-key', reason: '機關的系統已存好金鑰' },
      ),
    ]);
  }
}
