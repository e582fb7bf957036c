/** Proves in a journey who the resident is; the person must be the one whom the service provider named. */
import { sameSecret } from '../../http/constant-time.ts';
import { isForCounter } from '../counter/counter-return.ts';
import type { Caller } from '../../limits/caller.ts';
import { arrived, event } from '../log/events.ts';
import type { PlatformMethod } from './methods/levels.ts';
import { openJson, personOf, sealJson } from '../person.ts';
import type { Platform } from '../platform.ts';
import { refusalOf as mayNotOpen } from '../registry/may-open.ts';
import { nextAfterIdentity } from '../consent/parameters.ts';
import type { Journey } from '../storage.ts';
import { proveIdentity, refusalOf } from './prove-identity.ts';
import type { CardProblem, IdentityForm } from './methods/prove-method.ts';
import type { Unreadable } from './read-identity.ts';

/**
 * `outdated`: the proof holds, but its challenge is used or its time is over. It still counts as a try. `not-admitted`: the
 * service is on trial, and this person is not among its testers.
 */
export type Verdict =
  | { readonly kind: 'verified'; readonly personHash: string }
  | 'another-person'
  | 'not-admitted'
  | 'wrong'
  | 'outdated'
  | 'moved'
  | CardProblem
  | Unreadable;

export interface ProofGiven {
  readonly caller: Caller;
  readonly form: IdentityForm;
}

/** Verifies, and when it holds and the person is the one the service provider named, the journey goes on. */
export async function verifyIdentity(
  platform: Platform,
  journey: Journey,
  method: PlatformMethod,
  { caller, form }: ProofGiven,
): Promise<Verdict> {
  const proved = await proveIdentity(platform, { owner: journey.id, caller }, method, form);
  if (typeof proved === 'string' || 'errors' in proved) return proved;
  const { claim, steps, taking } = proved;
  const at = platform.clock.now();
  const pid = await openJson<string>(platform, journey.pid, 'pid', journey.txId);
  // For a counter nobody was named: who proves it, is it.
  const expected = isForCounter(journey) ? claim.resident?.nationalId : pid;
  if (!claim.resident || expected === undefined) return 'moved';
  const { id, txId, clientId, startedAt } = journey;
  const arrivals = isForCounter(journey) ? [] : [arrived(journey)];
  // The proof is used up even when the person turns out to be another.
  if (!sameSecret(claim.resident.nationalId, expected)) {
    const used = await platform.storage.commit([
      ...steps,
      ...arrivals,
      event(journey.txId, 'verified on the platform', at, { ok: false }),
    ]);
    if (!used.ok) return refusalOf(used.reason);
    await taking.right();
    return 'another-person';
  }
  if (isForCounter(journey)) {
    const client = await platform.clients.find(journey.clientId);
    if (!client || (await mayNotOpen(platform, client, expected))) return 'not-admitted';
  }
  const to = nextAfterIdentity(platform, journey);
  const person = await sealJson(platform, personOf(claim.resident), 'person', journey.txId);
  const result = await platform.storage.commit([
    ...steps,
    { step: 'verify-identity', id, txId, clientId, startedAt, method, person, personHash: claim.personHash, to },
    ...arrivals,
    event(journey.txId, 'verified on the platform', at),
  ]);
  if (!result.ok) return refusalOf(result.reason);
  await taking.right();
  return { kind: 'verified', personHash: claim.personHash };
}

/** The citizen certificate as proof that a new passkey may be bound; the journey stays at `identity`. */
export async function proveForBinding(
  platform: Platform,
  journey: Journey,
  { caller, form }: ProofGiven,
): Promise<Exclude<Verdict, 'another-person' | 'not-admitted'>> {
  const proved = await proveIdentity(platform, { owner: journey.id, caller }, 'citizen-certificate', form);
  if (typeof proved === 'string' || 'errors' in proved) return proved;
  const result = await platform.storage.commit([
    ...proved.steps,
    { step: 'prove-binding', id: journey.id, personHash: proved.claim.personHash },
  ]);
  if (!result.ok) return refusalOf(result.reason);
  await proved.taking.right();
  return { kind: 'verified', personHash: proved.claim.personHash };
}
