/** TW FidO, as WebAuthn: proving with a passkey, and enrolling a new one once the citizen certificate was proved. */
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Platform } from '../../platform.ts';
import type { ProveMethod } from './prove-method.ts';
import type { Step } from '../../storage.ts';

/**
 * → the RP of WebAuthn, from the public address: `id` is the host name without its port, `origin` what the browser must
 * have signed for
 */
export const relyingParty = (platform: Platform): { id: string; name: string; origin: string } => {
  const { hostname, origin } = new URL(platform.config.publicUrl);
  return { id: hostname, name: 'MyData 參考平臺', origin };
};

/** Form fields: `challenge`, and `credential` = the browser's `AuthenticationResponseJSON`. */
export const provePasskey: ProveMethod = async (platform, { owner, form, personHash }) => {
  const challenge = form['challenge'] ?? '';
  const response = readJson<AuthenticationResponseJSON>(form['credential']);
  const passkey = typeof response?.id === 'string' ? await platform.storage.passkey(response.id) : undefined;
  if (!response || !passkey || passkey.personHash !== personHash) return undefined;
  const { id, origin } = relyingParty(platform);
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.signCount },
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!result?.verified) return undefined;
  return [
    { step: 'use-challenge', id: challenge, journeyId: owner, purpose: 'passkey-proof', at: platform.clock.now() },
    { step: 'use-passkey', credentialId: passkey.credentialId, signCount: result.authenticationInfo.newCounter },
  ];
};

/** Where a passkey is bound, and whose it will be: nobody's before a citizen certificate was proved there. */
export interface PasskeyBinding {
  readonly owner: string;
  readonly bindingFor?: string;
}

/** Form fields: `challenge`, and `credential` = `RegistrationResponseJSON`. → the steps that keep it, undefined when it does not hold */
export async function enrolPasskey(
  platform: Platform,
  { owner, bindingFor }: PasskeyBinding,
  form: Readonly<Record<string, string | undefined>>,
): Promise<readonly Step[] | undefined> {
  const challenge = form['challenge'] ?? '';
  const response = readJson<RegistrationResponseJSON>(form['credential']);
  if (!response || !bindingFor) return undefined;
  const { id, origin } = relyingParty(platform);
  const result = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    supportedAlgorithmIDs: [-7, -257],
  }).catch(() => undefined);
  if (!result?.verified) return undefined;
  const { credential } = result.registrationInfo;
  const at = platform.clock.now();
  return [
    { step: 'use-challenge', id: challenge, journeyId: owner, purpose: 'passkey-enrolment', at },
    {
      step: 'register-passkey',
      passkey: {
        credentialId: credential.id,
        personHash: bindingFor,
        publicKey: credential.publicKey,
        signCount: credential.counter,
        createdAt: at,
      },
    },
  ];
}

function readJson<T extends object>(text: string | undefined): T | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}
