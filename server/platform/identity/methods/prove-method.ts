/** What every way of proving identity is given, and says. */
import type { SandboxResident } from '#server/sandbox/resident.ts';
import type { Platform } from '../../platform.ts';
import type { Step } from '../../storage.ts';

/** What the form said; names as in the form. */
export type IdentityForm = Readonly<Record<string, string | undefined>>;

export interface Claim {
  readonly owner: string;
  readonly form: IdentityForm;
  readonly personHash: string;
  /** undefined: no such person; the method still does its work, so that time tells nothing. */
  readonly resident?: SandboxResident;
}

/** The person's own card, proved, but no longer to be believed. Told only where everything else holds. */
export type CardProblem = 'card-expired' | 'card-revoked';

/** → steps that belong to the proof (a challenge used up …), or undefined when it does not hold. */
export type ProveMethod = (platform: Platform, claim: Claim) => Promise<readonly Step[] | CardProblem | undefined>;
