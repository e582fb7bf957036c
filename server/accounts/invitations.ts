/** One-time links by which people make their accounts: password and second factor are known to nobody else, ever. */
import { after } from '../lifetimes.ts';
import { loginTaken, mistakesOf, normalLogin, type Enrolment, type Mistake } from './enrolment.ts';
import type { StaffParty } from './party.ts';
import { hashPassword } from './password.ts';
import { newTotpSecret, openTotp, sealTotp, stepOfCode } from './second-factor.ts';
import { newSecret, secretHash } from '../crypto/secret.ts';
import { newSession, recordAction } from './session.ts';
import type { Invitation, Kinds } from './storage.ts';

/**
 * A link and the step that makes it good; put the step into the plan of the decision that grants the account. The link is
 * shown once and can't be read again; it is good for one use within 72 hours.
 */
export function invite<Invited extends Pick<Invitation, 'name' | 'accountId'>>(
  { keys, clock, joinAddress }: Pick<StaffParty<Kinds, never>, 'keys' | 'clock' | 'joinAddress'>,
  invited: Invited,
): {
  readonly link: string;
  readonly step: { readonly step: 'add-invitation'; readonly invitation: Invited & Invitation };
} {
  const secret = newSecret();
  const hash = secretHash(secret);
  const createdAt = clock.now();
  const invitation = {
    ...invited,
    hash,
    totp: sealTotp(keys, newTotpSecret(), hash),
    createdAt,
    expiresAt: after(createdAt, 'staffInvitation'),
  };
  return { link: `${joinAddress}${secret}`, step: { step: 'add-invitation', invitation } };
}

export interface Opened<Kind extends Kinds> {
  readonly invitation: Kind['invitation'];
  readonly totp: Uint8Array;
  /** Whose password and second factor it renews. */
  readonly account?: Kind['account'] | undefined;
}

/** What the page of the link shows. → undefined for one that is used, over its time, or never was */
export async function openInvitation<Kind extends Kinds, Step>(
  { storage, clock, keys }: StaffParty<Kind, Step>,
  secret: string,
): Promise<Opened<Kind> | undefined> {
  const invitation = await storage.invitation(secretHash(secret));
  if (!invitation || invitation.expiresAt <= clock.now()) return undefined;
  const account = invitation.accountId === undefined ? undefined : await storage.staffAccount(invitation.accountId);
  return { invitation, totp: openTotp(keys, invitation.totp, invitation.hash), account };
}

export type Enrolled =
  | { readonly kind: 'in'; readonly secret: string }
  | { readonly kind: 'spent' }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

/** Makes the account of an invitation, and signs its owner in: both factors were just shown. */
export async function acceptInvitation<Kind extends Kinds, Step>(
  party: StaffParty<Kind, Step>,
  secret: string,
  form: Enrolment,
): Promise<Enrolled> {
  const { storage, clock, keys } = party;
  const opened = await openInvitation(party, secret);
  if (!opened) return { kind: 'spent' };
  const { invitation, totp, account: renewed } = opened;
  const at = clock.now();
  const login = renewed?.login ?? normalLogin(form.login);
  const totpStep = stepOfCode(totp, form.code, at);
  const mistakes = mistakesOf({ ...form, login }, totpStep !== undefined);
  if (mistakes.length || totpStep === undefined) return { kind: 'mistakes', mistakes };

  const id = renewed?.id ?? party.newId();
  const { name } = invitation;
  const secrets = { password: await hashPassword(form.password), totp: sealTotp(keys, totp, id), totpStep };
  const session = newSession(party, { id });
  const verb = renewed ? 'renew-own-account' : 'make-own-account';
  const done = await storage.commit([
    { step: 'use-invitation', hash: invitation.hash, at },
    ...(renewed
      ? [{ step: 'renew-account' as const, id, ...secrets }]
      : party.join(invitation, { id, login, name, ...secrets, createdAt: at })),
    session.step,
    party.record(recordAction({ id, name: renewed?.name ?? name }, { verb, object: login }, at).action, invitation),
  ]);
  if (done.ok) return { kind: 'in', secret: session.secret };
  return done.reason === 'login-taken' ? { kind: 'mistakes', mistakes: [loginTaken] } : { kind: 'spent' };
}
