/**
 * Somebody of the staff changes their own password: the one before and a code are proved as at signing in, with the same limits
 * (`sign-in-limits.ts`), so that a page left open gives the account to nobody.
 */
import type { Caller } from '../limits/caller.ts';
import type { KnownBrowsers } from '../limits/known-browser.ts';
import type { Limiter, Taking } from '../limits/limiter.ts';
import type { Text } from '#schemas/text.ts';
import { mistakesOf } from './enrolment.ts';
import type { StaffParty } from './party.ts';
import { hashPassword } from './password.ts';
import { readDigitCode } from '#schemas/taiwan/digit-code.ts';
import { isRead } from '#schemas/taiwan/reading.ts';
import { codeDigits, openTotp, stepOfCode } from './second-factor.ts';
import { newSession, recordAction } from './session.ts';
import type { Kinds } from './storage.ts';
import { tryPassword } from './try-password.ts';

export interface PasswordChange {
  readonly current: string;
  readonly password: string;
  readonly repeated: string;
  readonly code: string;
}

export interface ChangeMistake {
  readonly field: keyof PasswordChange;
  readonly text: Text;
}

/** As the form came: what is too long is none. */
export const readChange = (form: Readonly<Record<string, string | undefined>>): PasswordChange => ({
  current: (form['current'] ?? '').slice(0, 1000),
  password: (form['password'] ?? '').slice(0, 1000),
  repeated: (form['repeated'] ?? '').slice(0, 1000),
  code: (form['code'] ?? '').slice(0, 20),
});

/** All sessions of the account end, and this browser gets a new one. @throws TooMany, and 503 `busy` */
export async function changePassword<Kind extends Kinds, Step>(
  party: StaffParty<Kind, Step>,
  account: Kind['account'],
  form: PasswordChange,
  caller: Caller,
): Promise<{ readonly secret: string } | { readonly mistakes: readonly ChangeMistake[] }> {
  const at = party.clock.now();
  const { id, login, totp } = account;
  const opened = (): Uint8Array => openTotp(party.keys, totp, id);
  const proved = await proveChange(party, form, { account, totp: opened, caller, at });
  if (proved.kind === 'mistakes') return proved;
  const { password, totpStep, taking } = proved;
  const session = newSession(party, account);
  const done = await party.storage.commit([
    { step: 'use-code', staffId: id, totpStep },
    { step: 'renew-account', id, password, totp, totpStep },
    session.step,
    party.record(recordAction(account, { verb: 'change-password', object: login }, at).action),
  ]);
  if (!done.ok) return { mistakes: [notProved] };
  await taking.right();
  return { secret: session.secret };
}

type ProvedChange =
  | { readonly kind: 'mistakes'; readonly mistakes: readonly ChangeMistake[] }
  | {
      readonly kind: 'proved';
      /** The new one's hash. */
      readonly password: string;
      /** To be used up in the plan that keeps the password. */
      readonly totpStep: number;
      /** To be told where the plan was kept. */
      readonly taking: Taking;
    };

/** @throws TooMany, and 503 `busy` */
async function proveChange(
  party: { readonly limiter: Limiter; readonly browsers: KnownBrowsers },
  form: PasswordChange,
  {
    account,
    totp,
    caller,
    at,
  }: {
    readonly account: { readonly id: string; readonly login: string; readonly password: string };
    /** Opened where it is needed only. */
    readonly totp: () => Uint8Array;
    readonly caller: Caller;
    readonly at: Date;
  },
): Promise<ProvedChange> {
  const { login } = account;
  const mistakes = mistakesOf({ ...form, login }, true).flatMap(({ field, text }): readonly ChangeMistake[] =>
    field === 'login' ? [] : [{ field, text }],
  );
  if (form.password === form.current) mistakes.push({ field: 'password', text: sameAgain });
  const code = readDigitCode(form.code, codeDigits);
  if (!isRead(code))
    mistakes.push({
      field: 'code',
      text: { 'zh-Hant': `驗證碼${code.reason['zh-Hant']}。`, en: `The code ${code.reason.en}.` },
    });
  if (mistakes.length) return { kind: 'mistakes', mistakes };
  const { right, taking } = await tryPassword(party, { login, password: form.current, caller }, account);
  const totpStep = stepOfCode(totp(), form.code, at);
  if (!right || totpStep === undefined) return { kind: 'mistakes', mistakes: [notProved] };
  return { kind: 'proved', password: await hashPassword(form.password), totpStep, taking };
}

const sameAgain: Text = {
  'zh-Hant': '新密碼和目前的一樣，請換一個。',
  en: 'The new password is the one that you have: choose another.',
};

/** Which of the two was wrong is nobody's business. */
const notProved: ChangeMistake = {
  field: 'current',
  text: {
    'zh-Hant': '目前的密碼或驗證碼不正確。每組驗證碼只能用一次；剛用過的話，請等驗證器換下一組。',
    en: 'The password that you have, or the code, is not right. Each code is good once.',
  },
};
