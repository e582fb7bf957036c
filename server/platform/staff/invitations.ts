/** One-time links by which people make their accounts: password and second factor are known to nobody else, ever. */
import type { Text } from '../../../schemas/text.ts';
import { after } from '../../lifetimes.ts';
import { newId, newSecret, secretHash } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { Invitation, Role, StaffAccount, Step } from '../storage.ts';
import { hashPassword, passwordLength, weakness, type WeakPassword } from './password.ts';
import { newTotpSecret, openTotp, sealTotp, stepOfCode } from './second-factor.ts';
import { newSession, recordAction } from './session.ts';
import { normalLogin } from './sign-in.ts';

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

export interface Enrolment {
  readonly login: string;
  readonly password: string;
  readonly repeated: string;
  readonly code: string;
}

export interface Mistake {
  readonly field: keyof Enrolment;
  readonly text: Text;
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
  return done.reason === 'login-taken'
    ? { kind: 'mistakes', mistakes: [{ field: 'login', text: texts['login-taken'] }] }
    : { kind: 'spent' };
}

/** Shared with the command that makes the first account. */
export function mistakesOf(form: Enrolment, codeIsRight: boolean): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  if (!/^[a-z][a-z0-9._-]{2,39}$/.test(form.login)) mistakes.push({ field: 'login', text: texts.login });
  const weak = weakness(form.password, form.login);
  if (weak) mistakes.push({ field: 'password', text: texts[weak] });
  if (form.repeated !== form.password) mistakes.push({ field: 'repeated', text: texts.repeated });
  if (!codeIsRight) mistakes.push({ field: 'code', text: texts.code });
  return mistakes;
}

const texts: { readonly [name in WeakPassword | 'login' | 'login-taken' | 'repeated' | 'code']: Text } = {
  login: {
    'zh-Hant': '請輸入 3 到 40 個字元的帳號：英文字母開頭，只用小寫英文、數字、點、連字號與底線。',
    en: 'The login name has 3 to 40 characters: a letter first, then letters, digits, dots, hyphens, underscores.',
  },
  'login-taken': { 'zh-Hant': '這個帳號已經有人使用，請換一個。', en: 'This login name is taken: choose another.' },
  'too-short': {
    'zh-Hant': `密碼請至少用 ${passwordLength.min} 個字元，例如幾個不相干的詞連在一起。`,
    en: `The password needs at least ${passwordLength.min} characters.`,
  },
  'too-long': {
    'zh-Hant': `密碼最多 ${passwordLength.max} 個字元。`,
    en: `The password has at most ${passwordLength.max} characters.`,
  },
  'as-login': { 'zh-Hant': '密碼裡請不要有您的帳號。', en: 'The password must not hold the login name.' },
  'too-plain': {
    'zh-Hant': '這個密碼太容易猜到，請換一個。',
    en: 'This password is too easy to guess: choose another.',
  },
  repeated: {
    'zh-Hant': '兩次輸入的密碼不同，請再輸入一次。',
    en: 'The two passwords differ: type it again.',
  },
  code: {
    'zh-Hant': '驗證碼不正確。請輸入驗證器現在顯示的 6 位數字，並確認手機的時間正確。',
    en: 'The code is not right: type the six digits that the authenticator shows now.',
  },
};
