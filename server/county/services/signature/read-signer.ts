/** Who signs, as typed on the county's page. */
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
  return typeof value === 'string' && value.length <= 200 ? value.normalize('NFKC').trim() : '';
};

/** @throws HttpError 422 that names the field */
export function readSigner(input: Json): Signer {
  const holder = typed(input, 'name');
  if (!holder)
    throw signerError(
      'signer-name',
      '請輸入姓名，和自然人憑證上的相同。',
      'Please give the name as on the certificate.',
    );
  const birthday = isoBirthday(typed(input, 'birthday'));
  if (!birthday)
    throw signerError(
      'signer-birthday',
      '請檢查出生日期：民國年 3 碼、月 2 碼、日 2 碼，例如 0690101。',
      'Please check the birthday: seven digits, ROC year first, e.g. 0690101.',
    );
  const email = typed(input, 'email');
  if (email && !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(email))
    throw signerError(
      'signer-email',
      '請檢查電子郵件地址，例如 name@example.com。',
      'Please check the e-mail address.',
    );
  const mobile = typed(input, 'mobile').replace(/[\s-]/g, '');
  if (mobile && !/^09\d{8}$/.test(mobile))
    throw signerError(
      'signer-mobile',
      '請檢查手機號碼：09 開頭，共 10 個數字。',
      'Please check the mobile number: ten digits beginning with 09.',
    );
  return { holder, birthday: birthday.replaceAll('-', '/'), email, mobile };
}

/** Six or seven digits, ROC year first → yyyy-MM-dd */
function isoBirthday(text: string): string | undefined {
  const digits = text.replace(/[\s/.\-年月日]/g, '');
  if (!/^\d{6,7}$/.test(digits)) return undefined;
  const seven = digits.padStart(7, '0');
  const iso = `${Number(seven.slice(0, 3)) + 1911}-${seven.slice(3, 5)}-${seven.slice(5)}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}
