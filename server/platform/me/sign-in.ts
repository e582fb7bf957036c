/** Signing in to one's own area: a proof of identity opens a session, a stronger one replaces it. */
import { newSecret, secretHash } from '../../crypto/secret.ts';
import type { Caller } from '../../limits/caller.ts';
import type { PlatformMethod } from '../identity/methods/levels.ts';
import { personOf, sealJson } from '../person.ts';
import type { Platform } from '../platform.ts';
import { proveIdentity, refusalOf } from '../identity/prove-identity.ts';
import type { CardProblem, IdentityForm } from '../identity/methods/prove-method.ts';
import type { Unreadable } from '../identity/read-identity.ts';
import type { ResidentSession } from '../storage.ts';
import { sessionSeal, type Visit } from './session.ts';

export type SignedIn =
  | { readonly kind: 'signed-in'; /** The new cookie. */ readonly secret: string; readonly personHash: string }
  /** `another-person`: the stronger proof is somebody else's; the session stays as it was. */
  | { readonly kind: 'refused'; readonly problem: 'wrong' | 'outdated' | 'another-person' | CardProblem | Unreadable };

/** @throws TooMany */
export async function signIn(
  platform: Platform,
  {
    visit,
    caller,
    current,
    method,
    form,
  }: {
    readonly visit: Visit;
    readonly caller: Caller;
    /** Proving anew, for something that asks for a stronger proof. */
    readonly current?: ResidentSession;
    readonly method: PlatformMethod;
    readonly form: IdentityForm;
  },
): Promise<SignedIn> {
  const { storage, clock } = platform;
  const proved = await proveIdentity(platform, { owner: visit.owner, caller }, method, form);
  if (typeof proved === 'string' || 'errors' in proved) return { kind: 'refused', problem: proved };
  const { claim, steps, taking } = proved;
  if (!claim.resident) return { kind: 'refused', problem: 'wrong' };
  if (current && current.personHash !== claim.personHash) {
    // The proof is used up all the same.
    const used = await storage.commit(steps);
    if (used.ok) await taking.right();
    return { kind: 'refused', problem: used.ok ? 'another-person' : problemOf(refusalOf(used.reason)) };
  }
  const secret = newSecret();
  const hash = secretHash(secret);
  const person = await sealJson(platform, personOf(claim.resident), sessionSeal, hash);
  const result = await storage.commit([
    ...steps,
    // A new cookie with every proof: one that was planted or seen before opens nothing.
    ...(current ? [{ step: 'close-resident-session', hash: current.hash } as const] : []),
    {
      step: 'open-resident-session',
      session: { hash, personHash: claim.personHash, method, person, startedAt: clock.now() },
    },
  ]);
  if (!result.ok) return { kind: 'refused', problem: problemOf(refusalOf(result.reason)) };
  await taking.right();
  return { kind: 'signed-in', secret, personHash: claim.personHash };
}

/** `moved`: the session was closed meanwhile, in another tab. */
const problemOf = (refusal: 'outdated' | 'wrong' | 'moved'): 'outdated' | 'wrong' =>
  refusal === 'wrong' ? 'wrong' : 'outdated';
