/**
 * Proves who the resident is. Owns the limits: a try is counted before it is checked, so that a thousand at once are no
 * more than five; what was wrong is never told, and an unknown person looks like a wrong secret.
 */
import { sameSecret } from '../../http/constant-time.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { SandboxResident } from '../../sandbox/resident.ts';
import { event } from '../events.ts';
import { personHash } from '../hashes.ts';
import { proveCitizenCertificate } from '../methods/citizen-certificate.ts';
import type { PlatformMethod } from '../methods/levels.ts';
import { proveNhiCard } from '../methods/nhi-card.ts';
import { provePasskey } from '../methods/passkey.ts';
import { proveTwoDocument } from '../methods/two-document.ts';
import { openJson, personOf, sealJson } from '../person.ts';
import type { Platform } from '../platform.ts';
import { compactRocDate } from '../../../schemas/taiwan/roc-date.ts';
import { readRocBirthday } from '../read-birthday.ts';
import type { Journey, Reason, Step } from '../storage.ts';

export const triesAllowed = 5;

/** What the form said; names as in the form. */
export type IdentityForm = Readonly<Record<string, string | undefined>>;

export interface Claim {
  readonly journey: Journey;
  readonly form: IdentityForm;
  readonly personHash: string;
  /** undefined: no such person; the method still does its work, so that time tells nothing. */
  readonly resident?: SandboxResident;
}

/** → steps that belong to the proof (a challenge used up …), or undefined when it does not hold. */
export type ProveMethod = (platform: Platform, claim: Claim) => Promise<readonly Step[] | undefined>;

const methods: Readonly<Record<PlatformMethod, ProveMethod>> = {
  'citizen-certificate': proveCitizenCertificate,
  'tw-fido': provePasskey,
  'nhi-card': proveNhiCard,
  'two-document': proveTwoDocument,
};

/** `outdated`: the proof holds, but its challenge is used or its time is over. It still counts as a try. */
export type Verdict = 'verified' | 'another-person' | 'wrong' | 'outdated' | 'locked' | 'moved';

const idPattern = /^[A-Z][A-Z0-9]\d{8}$/;

/** Verifies, and when it holds and the person is the one the service provider named, the journey goes on to `fetching`. */
export async function verifyIdentity(
  platform: Platform,
  journey: Journey,
  method: PlatformMethod,
  form: IdentityForm,
): Promise<Verdict> {
  const proved = await prove(platform, journey, methods[method], form);
  if (typeof proved === 'string') return proved;
  const { claim, steps } = proved;
  const at = platform.clock.now();
  const pid = await openJson<string>(platform, journey.pid, 'pid', journey.txId);
  if (!claim.resident || pid === undefined) return 'moved';
  // The proof is used up even when the person turns out to be another.
  if (!sameSecret(claim.resident.nationalId, pid)) {
    const used = await platform.storage.commit([
      ...steps,
      event(journey.txId, 'verified on the platform', at, { ok: false }),
    ]);
    return used.ok ? 'another-person' : verdictOf(used.reason);
  }
  const person = await sealJson(platform, personOf(claim.resident), 'person', journey.txId);
  const result = await platform.storage.commit([
    ...steps,
    { step: 'verify-identity', id: journey.id, txId: journey.txId, method, person, personHash: claim.personHash },
    event(journey.txId, 'verified on the platform', at),
  ]);
  return result.ok ? 'verified' : verdictOf(result.reason);
}

const verdictOf = (reason: Reason): 'outdated' | 'wrong' | 'moved' =>
  reason === 'challenge-spent' ? 'outdated' : reason === 'passkey-replayed' ? 'wrong' : 'moved';

/** The citizen certificate as proof that a new passkey may be bound; the journey stays at `identity`. */
export async function proveForBinding(
  platform: Platform,
  journey: Journey,
  form: IdentityForm,
): Promise<Exclude<Verdict, 'another-person'>> {
  const proved = await prove(platform, journey, methods['citizen-certificate'], form);
  if (typeof proved === 'string') return proved;
  const result = await platform.storage.commit([
    ...proved.steps,
    { step: 'prove-binding', id: journey.id, personHash: proved.claim.personHash },
  ]);
  return result.ok ? 'verified' : verdictOf(result.reason);
}

async function prove(
  platform: Platform,
  journey: Journey,
  method: ProveMethod,
  form: IdentityForm,
): Promise<{ claim: Claim; steps: readonly Step[] } | 'wrong' | 'locked'> {
  const nationalId = (form['nationalId'] ?? '').normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const birthday = readRocBirthday(form['birthday'] ?? '');
  const hash = personHash(platform.keys.hashKey, nationalId);
  const counted = { at: platform.clock.now(), limit: triesAllowed, lockMs: lifetimes.identityLockout.ms };
  // Not an id at all: a slip of the hand, which counts for the journey but for nobody's person.
  const subjects = idPattern.test(nationalId) ? [`journey:${journey.id}`, `person:${hash}`] : [`journey:${journey.id}`];
  const result = await platform.storage.commit(
    subjects.map((subject) => ({ step: 'count-try', subject, ...counted }) as const),
  );
  if (!result.ok) return 'locked';
  const resident = platform.config.residents.find((person) => person.nationalId === nationalId);
  const claim: Claim = { journey, form, personHash: hash, resident };
  const steps = await method(platform, claim);
  const bornThen =
    resident !== undefined && birthday !== undefined && sameSecret(birthday, compactRocDate(resident.birthDate) ?? '');
  if (!steps || !bornThen) return 'wrong';
  return { claim, steps: [...steps, ...subjects.map((subject) => ({ step: 'forgive-tries', subject }) as const)] };
}

/** Until when this journey or person is locked, for the screen. */
export async function lockedUntil(platform: Platform, journey: Journey): Promise<Date | undefined> {
  const { lockedUntil: until } = (await platform.storage.tries(`journey:${journey.id}`)) ?? {};
  return until && until > platform.clock.now() ? until : undefined;
}
