/** Signing in to one's own area: a proof of identity opens a session, a stronger one replaces it. */
import { newSecret, secretHash } from '../hashes.ts';
import type { PlatformMethod } from '../methods/levels.ts';
import { personOf, sealJson } from '../person.ts';
import type { Platform } from '../platform.ts';
import {
  proveIdentity,
  refusalOf,
  triesLockedUntil,
  type CardProblem,
  type IdentityForm,
} from '../services/prove-identity.ts';
import type { ResidentSession } from '../storage.ts';
import { sessionSeal, type Visit } from './session.ts';

export type SignedIn =
  | { readonly kind: 'signed-in'; /** The new cookie. */ readonly secret: string }
  /** `another-person`: the stronger proof is somebody else's; the session stays as it was. */
  | { readonly kind: 'refused'; readonly problem: 'wrong' | 'outdated' | 'locked' | 'another-person' | CardProblem };

const triesOf = ({ owner }: Visit): string => `visit:${owner}`;

export async function signIn(
  platform: Platform,
  {
    visit,
    current,
    method,
    form,
  }: {
    readonly visit: Visit;
    /** Proving anew, for something that asks for a stronger proof. */
    readonly current?: ResidentSession;
    readonly method: PlatformMethod;
    readonly form: IdentityForm;
  },
): Promise<SignedIn> {
  const { storage, clock } = platform;
  const proved = await proveIdentity(platform, { owner: visit.owner, tries: triesOf(visit) }, method, form);
  if (typeof proved === 'string') return { kind: 'refused', problem: proved };
  const { claim, steps } = proved;
  if (!claim.resident) return { kind: 'refused', problem: 'wrong' };
  if (current && current.personHash !== claim.personHash) {
    // The proof is used up all the same.
    const used = await storage.commit(steps);
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
  return result.ok ? { kind: 'signed-in', secret } : { kind: 'refused', problem: problemOf(refusalOf(result.reason)) };
}

/** `moved`: the session was closed meanwhile, in another tab. */
const problemOf = (refusal: 'outdated' | 'wrong' | 'moved'): 'outdated' | 'wrong' =>
  refusal === 'wrong' ? 'wrong' : 'outdated';

export const visitLocked = async (platform: Platform, visit: Visit): Promise<boolean> =>
  (await triesLockedUntil(platform, triesOf(visit))) !== undefined;
