/** Who signs, as typed on the county's page. */
import { readEmail } from '#schemas/taiwan/email.ts';
import { readPhone } from '#schemas/taiwan/phone.ts';
import { isRead, valueOf } from '#schemas/taiwan/reading.ts';
import { readBirthdayFields } from '../../http/date-fields.ts';
import { dateBox } from '../../http/typed-fields.ts';
import { FieldErrors, typedMistake, type FieldError } from '../errors.ts';
import { readNationalId } from '#schemas/taiwan/read-national-id.ts';
import type { PrepareSignature } from '#schemas/wire/county-api.ts';

export interface Signer {
  readonly nationalId: string;
  readonly holder: string;
  /** yyyy/MM/dd, as the interface wants it. */
  readonly birthday: string;
  readonly email: string;
  readonly mobile: string;
}

const typed = (input: PrepareSignature, name: 'name' | 'nationalId' | 'email' | 'mobile'): string => {
  const value = input[name] ?? '';
  return value.length <= 200 ? value.trim() : '';
};

/** @throws FieldErrors 422 with every field that cannot be */
export function readSigner(input: PrepareSignature, today: string): Signer {
  const holder = typed(input, 'name');
  const nationalId = readNationalId(typed(input, 'nationalId'));
  const birthday = readBirthdayFields(input, 'birthday', today);
  const [email, mobile] = [typed(input, 'email'), typed(input, 'mobile')];
  const emailRead = readEmail(email);
  const mobileRead = readPhone(mobile, true);
  const wrong: FieldError[] = [];
  if (!isRead(nationalId)) wrong.push(typedMistake('nationalId', '身分證統一編號', 'The national id', nationalId));
  if (!holder) wrong.push(nameMissing);
  if (!isRead(birthday)) wrong.push(typedMistake(dateBox('birthday', birthday), '出生日期', 'The birthday', birthday));
  if (email && !isRead(emailRead)) wrong.push(typedMistake('email', '電子郵件', 'The e-mail address', emailRead));
  if (mobile && !isRead(mobileRead)) wrong.push(typedMistake('mobile', '手機號碼', 'The mobile number', mobileRead));
  const [first] = wrong;
  if (first || !isRead(nationalId) || !isRead(birthday)) throw new FieldErrors('signer', first!.message, wrong);
  return {
    nationalId: nationalId.value,
    holder,
    birthday: birthday.value.replaceAll('-', '/'),
    email: valueOf(emailRead) ?? '',
    mobile: valueOf(mobileRead) ?? '',
  };
}

const nameMissing: FieldError = {
  field: 'name',
  keyword: 'required',
  message: {
    'zh-Hant': '請輸入姓名，和自然人憑證上的相同。',
    en: 'Please give the name as on the certificate.',
  },
};
