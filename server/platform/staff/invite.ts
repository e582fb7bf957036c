import { invite } from '../../accounts/invitations.ts';
import type { Platform } from '../platform.ts';
import type { Role, Step } from '../storage.ts';
import { joinAddress } from './party.ts';

export interface Invited {
  readonly name: string;
  readonly roles: readonly Role[];
  /** For service providers' people. */
  readonly organisationId?: string;
  /** To give somebody a new password and second factor. */
  readonly accountId?: string;
}

/** Put the step into the plan of the decision that grants the account. */
export const inviteStaff = (
  platform: Pick<Platform, 'keys' | 'clock' | 'config'>,
  invited: Invited,
): { readonly link: string; readonly step: Step } =>
  invite({ ...platform, joinAddress: joinAddress(platform) }, invited);
