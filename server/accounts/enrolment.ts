/** What people choose when they make their account: login name, password and second factor. Owns the rules and their words. */
import { withoutSpaces } from '#schemas/taiwan/plain-text.ts';
import type { Text } from '#schemas/text.ts';
import { passwordLength } from './password-length.ts';
import { weakness, type WeakPassword } from './password.ts';

/** As login names are kept and compared: without any space, in small letters. */
export const normalLogin = (typed: string): string => withoutSpaces(typed).toLowerCase();

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

/** @param form with the login name as `normalLogin` gives it */
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

export const loginTaken: Mistake = { field: 'login', text: texts['login-taken'] };
