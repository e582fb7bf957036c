/** A passkey device inside the browser, as TW FidO would be on a phone. */
import { devtools, type Person } from './person.ts';
import type { TestResident } from './kit.ts';

/** CDP takes standard Base64, padded. */
const base64 = (base64url: string): string => Buffer.from(base64url, 'base64url').toString('base64');

/** @param held the passkey that is on it already; none when absent */
export async function plugInAuthenticator(
  person: Person,
  held?: TestResident['passkey'],
): Promise<{ credentials(): Promise<number> }> {
  const session = await devtools(person);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  if (held) {
    await session.send('WebAuthn.addCredential', {
      authenticatorId,
      credential: {
        credentialId: base64(held.credentialId),
        isResidentCredential: true,
        rpId: held.rpId,
        privateKey: base64(held.privateKeyPkcs8),
        userHandle: base64(held.userHandle),
        signCount: held.signCount,
      },
    });
  }
  return {
    async credentials() {
      return (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length;
    },
  };
}
