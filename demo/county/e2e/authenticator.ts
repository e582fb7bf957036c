/** A passkey device inside the browser, as TW FidO would be on a phone. */
import type { Person } from './person.ts';
import type { TestResident } from './kit.ts';

const base64 = (base64url: string): string => base64url.replaceAll('-', '+').replaceAll('_', '/');

/** @param held the passkey that is on it already; none when absent */
export async function plugInAuthenticator(
  { context, page }: Person,
  held?: TestResident['passkey'],
): Promise<{ credentials(): Promise<number> }> {
  const session = await context.newCDPSession(page);
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
        privateKey: held.privateKeyPkcs8,
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
