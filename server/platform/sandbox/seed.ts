/** Tells the storage which citizen certificate and which passkey belongs to which invented resident. May run at every start. */
import { X509Certificate } from 'node:crypto';
import type { Clock } from '../../context.ts';
import type { SandboxResident } from '../../sandbox/resident.ts';
import { personHash } from '../hashes.ts';
import type { PlatformKeys } from '../keys.ts';
import { seedOrganisations } from '../registry/seed.ts';
import type { PlatformStorage } from '../storage.ts';

/**
 * Test: invented organisations and residents; live, where there are no residents, only the organisation of files. What
 * is there already stays.
 */
export async function seedPlatform({
  storage,
  keys,
  residents,
  clock,
}: {
  storage: PlatformStorage;
  keys: PlatformKeys;
  residents: readonly SandboxResident[];
  clock: Clock;
}): Promise<void> {
  await seedOrganisations({ storage, clock }, residents.length ? 'test' : 'live');
  await seedResidents({ storage, keys, residents, clock });
}

/** Only residents with keys in the key folder. A passkey that is there keeps its counter. */
export async function seedResidents({
  storage,
  keys,
  residents,
  clock,
}: Parameters<typeof seedPlatform>[0]): Promise<void> {
  for (const { slug, nationalId } of residents) {
    const held = keys.residents.get(slug);
    if (!held) continue;
    const person = personHash(keys.hashKey, nationalId);
    await storage.commit([
      { step: 'bind-certificate', serial: new X509Certificate(held.certificatePem).serialNumber, personHash: person },
    ]);
    const { credentialId, publicKeyCose } = held.passkey;
    // An answer "known already" is fine, and keeps the counter where it is.
    await storage.commit([
      {
        step: 'register-passkey',
        passkey: {
          credentialId,
          personHash: person,
          publicKey: new Uint8Array(Buffer.from(publicKeyCose, 'base64')),
          signCount: 0,
          createdAt: clock.now(),
        },
      },
    ]);
  }
}
