/** One-time links by which people make their accounts: password and second factor are known to nobody else, ever. */
import { after } from '../../lifetimes.ts';
import { newId, newSecret, secretHash } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { Invitation, Role, StaffAccount, Step } from '../storage.ts';
import { loginTaken, mistakesOf, normalLogin, type Enrolment, type Mistake } from '../../accounts/enrolment.ts';
import { hashPassword } from '../../accounts/password.ts';
import { newTotpSecret, openTotp, sealTotp, stepOfCode } from '../../accounts/second-factor.ts';
import { newSession, recordAction } from './session.ts';

export interface Invited {
  readonly name: string;
  readonly roles: readonly Role[];
  /** For service providers' people. */
  readonly organisationId?: string;
  /** To give somebody a new password and second factor. */
  readonly accountId?: string;
}

/**
 * A link and the step that makes it good; put the step into the plan of the decision that grants the account. The link is
 * shown once and can't be read again; it is good for one use within 72 hours.
 */
export function inviteStaff(
  platform: Pick<Platform, 'keys' | 'clock' | 'config'>,
  invited: Invited,
): { readonly link: string; readonly step: Step } {
  const secret = newSecret();
  const hash = secretHash(secret);
  const createdAt = platform.clock.now();
  const invitation: Invitation = {
    ...invited,
    hash,
    totp: sealTotp(platform.keys, newTotpSecret(), hash),
    createdAt,
    expiresAt: after(createdAt, 'staffInvitation'),
  };
  return {
    link: `${platform.config.publicUrl}/operator/invitation/${secret}`,
    step: { step: 'add-invitation', invitation },
  };
}

/** What the page of the link shows. → undefined for one that is used, over its time, or never was */
export async function openInvitation(
  platform: Platform,
  secret: string,
): Promise<
  { readonly invitation: Invitation; readonly totp: Uint8Array; readonly account?: StaffAccount } | undefined
> {
  const invitation = await platform.storage.invitation(secretHash(secret));
  if (!invitation || invitation.expiresAt <= platform.clock.now()) return undefined;
  const account = invitation.accountId ? await platform.storage.staffAccount(invitation.accountId) : undefined;
  return { invitation, totp: openTotp(platform.keys, invitation.totp, invitation.hash), account };
}

export type Enrolled =
  | { readonly kind: 'in'; readonly secret: string }
  | { readonly kind: 'spent' }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

/** Makes the account of an invitation, and signs its owner in: both factors were just shown. */
export async function acceptInvitation(platform: Platform, secret: string, form: Enrolment): Promise<Enrolled> {
  const { storage, clock, keys } = platform;
  const opened = await openInvitation(platform, secret);
  if (!opened) return { kind: 'spent' };
  const { invitation, totp, account: renewed } = opened;
  const at = clock.now();
  const login = renewed?.login ?? normalLogin(form.login);
  const totpStep = stepOfCode(totp, form.code, at);
  const mistakes = mistakesOf({ ...form, login }, totpStep !== undefined);
  if (mistakes.length || totpStep === undefined) return { kind: 'mistakes', mistakes };

  const id = renewed?.id ?? newId();
  const password = await hashPassword(form.password);
  const secrets = { password, totp: sealTotp(keys, totp, id), totpStep };
  const { name, roles, organisationId } = invitation;
  const account: StaffAccount = renewed
    ? { ...renewed, ...secrets }
    : { id, login, name, roles, organisationId, ...secrets, createdAt: at };
  const session = newSession(platform, account);
  const done = await storage.commit([
    { step: 'use-invitation', hash: invitation.hash, at },
    renewed ? { step: 'renew-account', id, ...secrets } : { step: 'add-account', account },
    session.step,
    recordAction(account, { verb: renewed ? 'renew-own-account' : 'make-own-account', object: login }, at),
  ]);
  if (done.ok) return { kind: 'in', secret: session.secret };
  return done.reason === 'login-taken' ? { kind: 'mistakes', mistakes: [loginTaken] } : { kind: 'spent' };
}
