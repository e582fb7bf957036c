/** Who signs, as typed on the county's page. */
import { readEmail } from '../../../../schemas/taiwan/email.ts';
import { readPhone } from '../../../../schemas/taiwan/phone.ts';
import { isRead, valueOf } from '../../../../schemas/taiwan/reading.ts';
import { readBirthdayFields } from '../../../http/date-fields.ts';
import { typedError } from '../../errors.ts';
import type { Json } from '../read-input.ts';
import { signerError } from './errors.ts';

export interface Signer {
  readonly holder: string;
  /** yyyy/MM/dd, as the interface wants it. */
  readonly birthday: string;
  readonly email: string;
  readonly mobile: string;
}

const typed = (input: Json, name: string): string => {
  const value = input[name];
  return typeof value === 'string' && value.length <= 200 ? value.trim() : '';
};

/** @throws HttpError 422 that names the field */
export function readSigner(input: Json, today: string): Signer {
  const holder = typed(input, 'name');
  if (!holder)
    throw signerError(
      'signer-name',
      '請輸入姓名，和自然人憑證上的相同。',
      'Please give the name as on the certificate.',
    );
  const birthday = readBirthdayFields(input, 'birthday', today);
  if (!isRead(birthday)) throw typedError('signer-birthday', '出生日期', 'The birthday', birthday);
  const email = typed(input, 'email');
  const emailRead = readEmail(email);
  if (email && !isRead(emailRead)) throw typedError('signer-email', '電子郵件', 'The e-mail address', emailRead);
  const mobile = typed(input, 'mobile');
  const mobileRead = readPhone(mobile, true);
  if (mobile && !isRead(mobileRead)) throw typedError('signer-mobile', '手機號碼', 'The mobile number', mobileRead);
  return {
    holder,
    birthday: birthday.value.replaceAll('-', '/'),
    email: valueOf(emailRead) ?? '',
    mobile: valueOf(mobileRead) ?? '',
  };
}
