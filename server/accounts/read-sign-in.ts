/** What was typed to sign in, before anything is tried: only whether it can be what is asked. */
import { readDigitCode } from '#schemas/taiwan/digit-code.ts';
import { isRead } from '#schemas/taiwan/reading.ts';
import { refusalText, type FieldError } from '../http/typed-fields.ts';
import { codeDigits } from './second-factor.ts';

/** → what is at fault with which field; empty where it may be tried */
export function signInErrors(form: {
  readonly login: string;
  readonly password: string;
  readonly code: string;
}): readonly FieldError[] {
  const code = readDigitCode(form.code, codeDigits);
  return [
    ...(form.login.trim() ? [] : [{ field: 'login', text: '請填帳號。' }]),
    ...(form.password ? [] : [{ field: 'password', text: '請填密碼。' }]),
    ...(isRead(code) ? [] : [{ field: 'code', text: refusalText('驗證碼', code) }]),
  ];
}

/** Said beside them. */
export const notTried = '還沒有登入，這次不算一次嘗試。密碼要再填一次。';
