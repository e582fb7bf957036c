/** What the platform says about a signature, as the resident reads it. */
import { HttpError, type ErrorStatus } from '../../http/errors.ts';

const texts: Readonly<Record<number, readonly [ErrorStatus, string, string, string]>> = {
  400: [
    422,
    'signature-data',
    '請檢查姓名、出生日期和電子郵件是否完整，再簽署一次。',
    'Please check name, birthday and e-mail, and sign again.',
  ],
  401: [
    422,
    'signature-wrong',
    '簽章沒有通過檢查，請重新插卡再簽署一次。',
    'The signature did not hold. Please insert the card and sign again.',
  ],
  403: [
    422,
    'signature-certificate',
    '這張自然人憑證無法使用，可能已過期、停用，或這次簽署已經用過。請重新開始，或改到 MyData 平臺驗證身分。',
    'This certificate is not accepted, or this request was used already. Please start again, or prove identity on the platform.',
  ],
  408: [422, 'signature-late', '簽署的時間太久，請再簽署一次。', 'Signing took too long. Please sign again.'],
  409: [
    422,
    'signature-person',
    '自然人憑證和您填寫的身分證統一編號、姓名或出生日期不符，請檢查後再簽署一次。',
    'The certificate does not match the id, name or birthday. Please check them and sign again.',
  ],
};

/** @param status of the platform's answer; any that is not foreseen, and none, is 502 `signature-unavailable` */
export function signatureError(status: number): HttpError {
  const [code, name, zh, en] = texts[status] ?? [
    502,
    'signature-unavailable',
    '現在無法連上 MyData 平臺，請稍後再試。您填寫的內容都還在。',
    'The platform cannot be reached. Please try again later; nothing typed is lost.',
  ];
  return new HttpError(code, name, { 'zh-Hant': zh, en });
}

/** 422, for what can be put right at the page. */
export const signerError = (code: string, zh: string, en: string): HttpError =>
  new HttpError(422, code, { 'zh-Hant': zh, en });
