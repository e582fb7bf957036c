/** One-time links by which people make their accounts: password and second factor are known to nobody else, ever. */
import { randomUUID } from 'node:crypto';
import { loginTaken, mistakesOf, normalLogin, type Enrolment, type Mistake } from '../../accounts/enrolment.ts';
import { hashPassword } from '../../accounts/password.ts';
import { newTotpSecret, openTotp, sealTotp, stepOfCode } from '../../accounts/second-factor.ts';
import { after } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import { newToken } from '../seals.ts';
import type { CountyStep } from '../storage.ts';
import { newSession, recordAction, secretHash } from './session.ts';
import type { StaffAccount, StaffInvitation } from './storage.ts';

/**
 * A link and the step that makes it good; put the step into the plan of the decision that grants the account. The link is
 * shown once and can not be read again.
 */
export function inviteStaff(
  { seals, clock, config }: Pick<County, 'seals' | 'clock' | 'config'>,
  invited: Pick<StaffInvitation, 'name' | 'roles' | 'accountId'>,
): { readonly link: string; readonly step: CountyStep } {
  const secret = newToken();
  const hash = secretHash(secret);
  const now = clock.now();
  const invitation: StaffInvitation = {
    ...invited,
    hash,
    totp: sealTotp(seals, newTotpSecret(), hash),
    createdAt: now.toISOString(),
    expiresAt: after(now, 'staffInvitation').toISOString(),
  };
  return { link: `${config.publicUrl}/staff/join/${secret}`, step: { step: 'add-invitation', invitation } };
}

export interface Opened {
  readonly invitation: StaffInvitation;
  readonly totp: Uint8Array;
  /** Whose password and second factor it renews. */
  readonly account?: StaffAccount | undefined;
}

/** What the page of the link shows. → undefined for one that is used, over its time, or never was */
export async function openInvitation({ storage, clock, seals }: County, secret: string): Promise<Opened | undefined> {
  const invitation = await storage.staffInvitation(secretHash(secret));
  if (!invitation || invitation.expiresAt <= clock.now().toISOString()) return undefined;
  const account = invitation.accountId === undefined ? undefined : await storage.staffAccount(invitation.accountId);
  return { invitation, totp: openTotp(seals, invitation.totp, invitation.hash), account };
}

export type Enrolled =
  | { readonly kind: 'in'; readonly secret: string }
  | { readonly kind: 'spent' }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

/** Makes the account of an invitation, and signs its owner in: both factors were just shown. */
export async function acceptInvitation(county: County, secret: string, form: Enrolment): Promise<Enrolled> {
  const { storage, clock, seals } = county;
  const opened = await openInvitation(county, secret);
  if (!opened) return { kind: 'spent' };
  const { invitation, totp, account: renewed } = opened;
  const now = clock.now();
  const login = renewed?.login ?? normalLogin(form.login);
  const totpStep = stepOfCode(totp, form.code, now);
  const mistakes = mistakesOf({ ...form, login }, totpStep !== undefined);
  if (mistakes.length || totpStep === undefined) return { kind: 'mistakes', mistakes };

  const id = renewed?.id ?? randomUUID();
  const secrets = { password: await hashPassword(form.password), totp: sealTotp(seals, totp, id), totpStep };
  const { name, roles } = invitation;
  const session = newSession(county, { id });
  const verb = renewed ? 'renew-own-account' : 'make-own-account';
  const at = now.toISOString();
  const done = await storage.commit([
    { step: 'use-invitation', hash: invitation.hash, at },
    ...(renewed
      ? [{ step: 'renew-account' as const, id, ...secrets }]
      : [
          { step: 'add-account' as const, account: { id, login, name, ...secrets, createdAt: at } },
          ...roles.map(({ office, role }) => ({ step: 'give-role' as const, membership: { staff: id, office, role } })),
        ]),
    session.step,
    recordAction({ id, name }, { verb, object: login, ...(roles[0] && { office: roles[0].office }) }, now),
  ]);
  if (done.ok) return { kind: 'in', secret: session.secret };
  return done.reason === 'login-taken' ? { kind: 'mistakes', mistakes: [loginTaken] } : { kind: 'spent' };
}
