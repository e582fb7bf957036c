/**
 * Proves who a person is, for whoever asks: a journey or a resident's own session. The shape of what was typed is judged
 * first, and costs no try. A try is counted before it is checked, so that a thousand at once are no more than five; what was
 * wrong is never told, and an unknown person looks like a wrong secret.
 */
import type { CardProblem, Claim, IdentityForm, ProveMethod } from './methods/prove-method.ts';
import { sameSecret } from '../../http/constant-time.ts';
import { dateInTaiwan } from '#schemas/taiwan/calendar.ts';
import type { Taking } from '../../limits/limiter.ts';
import type { Caller } from '../../limits/caller.ts';
import { personHash } from '../hashes.ts';
import { proveCitizenCertificate } from './methods/citizen-certificate.ts';
import type { PlatformMethod } from './methods/levels.ts';
import { proveNhiCard } from './methods/nhi-card.ts';
import { provePasskey } from './methods/passkey.ts';
import { proveTwoDocument } from './methods/two-document.ts';
import type { Platform } from '../platform.ts';
import type { Reason, Step } from '../storage.ts';
import { ofPlace, ofTry } from './identity-limits.ts';
import { readIdentity, type Unreadable } from './read-identity.ts';
import { wrongTry } from './wrong-tries.ts';

/** Where a proof is made: a challenge holds for its owner alone. */
export interface ProofPlace {
  /** Id of the journey, or of the visit or session of a resident. */
  readonly owner: string;
  readonly caller: Caller;
}

const methods: Readonly<Record<PlatformMethod, ProveMethod>> = {
  'citizen-certificate': proveCitizenCertificate,
  'tw-fido': provePasskey,
  'nhi-card': proveNhiCard,
  'two-document': proveTwoDocument,
};

export interface Proof {
  readonly claim: Claim;
  /** Belong into the plan that believes the proof. */
  readonly steps: readonly Step[];
  /** To be told once that plan is committed. */
  readonly taking: Taking;
}

/** @throws TooMany */
export async function proveIdentity(
  platform: Platform,
  { owner, caller }: ProofPlace,
  method: PlatformMethod,
  form: IdentityForm,
): Promise<Proof | CardProblem | 'wrong' | Unreadable> {
  const said = readIdentity(form, method, dateInTaiwan(platform.clock.now()));
  if ('errors' in said) {
    // The page that says so shows another challenge, as every page does.
    await platform.limiter.take([{ budget: 'pages-address', who: caller.address }]);
    return said;
  }
  const { nationalId, birthday } = said;
  const person = personHash(platform.keys.hashKey, nationalId);
  const taking = await platform.limiter.take(ofTry(platform, { place: owner, caller, method }, person));
  const resident = platform.config.residents.find((one) => one.nationalId === nationalId);
  const claim: Claim = { owner, form: said.form, personHash: person, resident };
  const steps = await methods[method](platform, claim).catch(async (error: unknown) => {
    // Nothing was looked at: it was no try.
    await taking.back();
    throw error;
  });
  const bornThen = resident !== undefined && sameSecret(birthday, resident.birthDate);
  if (!steps || !bornThen) {
    await platform.storage.commit([wrongTry(person, method, platform.clock.now())]);
    return 'wrong';
  }
  if (typeof steps === 'string') return steps;
  return { claim, steps, taking };
}

/** Why a plan with a proof in it was refused. */
export const refusalOf = (reason: Reason): 'outdated' | 'wrong' | 'moved' =>
  reason === 'challenge-spent' ? 'outdated' : reason === 'passkey-replayed' ? 'wrong' : 'moved';

/** For how many seconds nothing is tried from here by this way, for the screen; undefined: it may be tried. */
export const pauseOf = (
  { limiter }: Pick<Platform, 'limiter'>,
  { owner }: Pick<ProofPlace, 'owner'>,
  method: PlatformMethod,
): Promise<number | undefined> => limiter.waitSeconds(ofPlace(owner, method));
