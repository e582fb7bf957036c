/** Every error that the county's interface answers with, its text, and how it is drawn. */
import type { Refusal } from '#schemas/taiwan/reading.ts';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { HttpError, type ErrorStatus } from '../http/errors.ts';
import type { Misfit } from '../http/read-shape.ts';
import { FormsError } from './forms/errors.ts';
import type { ApiError } from '#schemas/wire/county-api.ts';
import type { Text } from '#schemas/text.ts';

export type FieldError = NonNullable<ApiError['error']['fields']>[number];

/** With what is wrong at which question. */
export class FieldErrors extends HttpError {
  constructor(
    code: string,
    text: Text,
    readonly fields: readonly FieldError[],
    status: 400 | 413 | 422 = 422,
  ) {
    super(status, code, text);
    this.name = 'FieldErrors';
  }
}

const texts = {
  'body-unreadable': [
    400,
    '送出的內容無法讀取，請重新整理網頁後再試一次。',
    'What was sent cannot be read. Please reload the page and try again.',
  ],
  'header-missing': [
    403,
    '這個動作不是從本網站的網頁送出的，因此沒有執行。請回到本網站再試一次。',
    'This request did not come from a page of this site, so nothing was done. Please try again from our own page.',
  ],
  'service-unknown': [
    404,
    '沒有這項服務。請回到服務列表選擇。',
    'There is no such service. Please choose one from the list.',
  ],
  'form-unknown': [
    404,
    '沒有這個版本的表單。請重新整理網頁。',
    'There is no such version of the form. Please reload the page.',
  ],
  'draft-gone': [
    404,
    '這份填寫中的表單已經不在了：可能在另一個視窗送出或刪除，或超過保留期限。已經送出的請查詢進度，不必再送一次；從 MyData 帶入的資料不會留下，需要時請重新帶入。',
    'This unfinished form is no more: it was sent or deleted in another window, or its time is over. If it was sent, look up its progress, no need to send it again. What came from MyData is not kept; fetch it again if you need it.',
  ],
  'draft-conflict': [
    409,
    '這份表單已在另一個視窗更新，或從 MyData 取得的資料已更新。請重新整理網頁，再繼續填寫。',
    'This form was changed in another window, or its MyData values were renewed. Please reload the page, then go on.',
  ],
  'form-changed': [
    409,
    '表單已經更新。請載入最新內容，確認後再送出。',
    'The form has a new version. Please load the latest, check it and send it again.',
  ],
  'national-id': [
    422,
    '請檢查身分證統一編號：開頭是一個英文字母，後面是 9 個數字。',
    'Please check the national id: one letter followed by nine digits.',
  ],
  'choice-missing': [422, '請從可以擇一的資料中選擇一項。', 'Please choose one of the datasets that are offered.'],
  'nothing-to-ask': [
    409,
    '這項服務不需要從 MyData 取得資料，請直接填寫表單。',
    'This service needs nothing from MyData. Please fill in the form.',
  ],
  'mydata-not-registered': [
    409,
    '這項服務還沒有完成 MyData 平臺的登錄，目前不能用 MyData 帶入資料。請選「自己填寫」，一樣可以申請。',
    'This service is not registered at the MyData platform yet, so MyData can not be used. Please fill in the form yourself.',
  ],
  'mydata-suspended': [
    409,
    '這項服務目前停止使用 MyData，沒有傳送任何資料。請選「自己填寫」，一樣可以申請。',
    'This service does not use MyData at present; nothing was sent. Please fill in the form yourself.',
  ],
  'notice-changed': [
    409,
    '這項服務要用的資料剛剛更新了。請重新整理網頁，看過新的說明再繼續。',
    'What this service asks for has just changed. Please reload the page and read the notice again.',
  ],
  'file-missing': [400, '沒有收到檔案，請再選一次。', 'No file arrived. Please choose it again.'],
  'file-too-large': [
    413,
    '檔案太大。請選擇較小的檔案，或降低掃描的解析度後再上傳。',
    'The file is too large. Please choose a smaller one, or scan at a lower resolution.',
  ],
  'draft-full': [
    413,
    '這份申請的檔案加起來太大，這個檔案沒有上傳。請先移除不需要的檔案，或降低掃描的解析度後再上傳。',
    'All files of this form together are too large; this one was not uploaded. Please remove one first, or scan at a lower resolution.',
  ],
  'file-type': [
    415,
    '這種檔案無法使用。請上傳表單上列出的檔案種類，例如 PDF、JPG 或 PNG。',
    'This kind of file cannot be used. Please upload a kind that the form lists, such as PDF, JPG or PNG.',
  ],
  'file-heic': [
    415,
    '這是 iPhone 的 HEIC 相片，不能上傳。請在手機「設定 > 相機 > 格式」選「最相容」再拍一次，或從「照片」裡選這張相片，手機會轉成 JPG。',
    'This is a HEIC photo of an iPhone, which cannot be taken. On the phone choose Settings > Camera > Formats > Most Compatible and take it again, or choose it from Photos: the phone then makes a JPG of it.',
  ],
  'too-many-files': [
    409,
    '檔案數量已達上限。請先移除不需要的檔案，再上傳新的。',
    'There are as many files as allowed. Please remove one first.',
  ],
  'file-unknown': [404, '找不到這個檔案，可能已經移除。', 'This file was not found; it may have been removed.'],
  'too-many-listeners': [
    429,
    '這份表單同時開了太多視窗，這個視窗會改為定時更新。',
    'This form is open in too many windows; this one is brought up to date from time to time.',
  ],
  'counter-entry': [
    422,
    '資料條碼是 8 個英文字母或數字，驗證密碼是 8 個數字。請檢查後再輸入一次。',
    'A barcode has eight letters or digits, a code eight digits. Please check and enter it again.',
  ],
  'counter-refused': [
    403,
    '驗證密碼不正確。請民眾看最新的一則通知，再說一次 8 位數的驗證密碼。',
    'The code is not right. Please have the resident read out the newest one again.',
  ],
  'code-over': [
    410,
    '這組驗證密碼的時間已經過了，或有別的櫃檯送了新的。請重送驗證密碼。不算輸入錯誤。',
    'The time of this code is over, or another counter had one sent since. Please send another. This is no wrong entry.',
  ],
  'barcode-unknown': [
    404,
    '沒有這個資料條碼。請再掃描一次，或核對條碼下方的 8 個字。',
    'There is no such barcode. Please scan it again, or check the eight characters below it.',
  ],
  'barcode-taken': [
    410,
    '這個資料條碼已經用過了，資料已由櫃檯取走。如果還要辦理，請民眾在 MyData 重新取得條碼。不算輸入錯誤。',
    'This barcode was used before. For another application, please have a new one made. This is no wrong entry.',
  ],
  'barcode-renewed': [
    410,
    '這個資料條碼已經換新。請掃描民眾手機畫面上現在的條碼。不算輸入錯誤。',
    'This barcode was replaced. Please scan the one that the phone shows now. This is no wrong entry.',
  ],
  'barcode-expired': [
    410,
    '這個資料條碼超過 20 分鐘，已經失效。請民眾在手機畫面更新條碼。不算輸入錯誤。',
    'This barcode is older than 20 minutes. Please have it renewed on the phone. This is no wrong entry.',
  ],
  'barcode-burnt': [
    410,
    '這個資料條碼輸錯驗證密碼太多次，已經作廢。請民眾在手機畫面取得新的條碼。不算輸入錯誤。',
    'This barcode is void after too many wrong codes. Please have another made on the phone. This is no wrong entry.',
  ],
  'barcode-spent': [
    410,
    '這個資料條碼已經送過 5 次驗證密碼。請民眾在手機畫面更新條碼後再掃描。不算輸入錯誤。',
    'Five codes were sent for this barcode. Please have it renewed on the phone. This is no wrong entry.',
  ],
  'barcode-gone': [
    410,
    '這個資料條碼的資料已經刪除，或民眾已經取消。請民眾在 MyData 重新取得條碼。不算輸入錯誤。',
    'What this barcode stood for is deleted or was withdrawn. Please have a new one made. This is no wrong entry.',
  ],
  'desk-out': [
    423,
    '這個櫃檯輸入錯誤的次數太多，暫停使用。請等候，或請民眾到其他櫃檯。',
    'Too many wrong entries: this counter is out of use for a while. Please wait, or use another counter.',
  ],
  'resend-early': [429, '驗證密碼剛送出，請稍後再重送。', 'A code was just sent. Please wait before sending another.'],
  'platform-away': [
    502,
    'MyData 平臺現在沒有回應，這次沒有受理。請稍後再掃描一次。',
    'The MyData platform does not answer, and nothing was done. Please scan again in a moment.',
  ],
  'attempt-unknown': [
    404,
    '這次受理已經結束。請再掃描一次資料條碼。',
    'This attempt is over. Please scan the barcode again.',
  ],
  'case-package': [
    502,
    '收到的資料無法通過查驗，因此沒有採用。請民眾在 MyData 重新取得資料，或改用紙本文件。',
    'What was received did not pass the checks and was not kept. Please have it fetched anew, or use paper documents.',
  ],
  'case-unknown': [404, '這個機關沒有這件臨櫃案件。', 'Your office has no such case.'],
  'case-over': [
    410,
    '這件臨櫃案件已經結束，資料已經刪除。需要時，請民眾重新取得資料條碼。',
    'This case is over and its data is deleted. Where it is needed, please have a new barcode made.',
  ],
  'dataset-missing': [422, '請至少選擇一份要存下的資料。', 'Please choose at least one dataset to save.'],
  'application-unknown': [
    404,
    '查不到這件申請。請檢查案號和身分證統一編號是否正確。',
    'No such application was found. Please check the application number and the national id.',
  ],
} as const satisfies Record<string, readonly [ErrorStatus, string, string]>;

export type CountyErrorCode = keyof typeof texts;

/** Status and both texts follow from the code. @param headers e.g. `retry-after` in seconds */
export function countyError(code: CountyErrorCode, headers: Readonly<Record<string, string>> = {}): HttpError {
  const [status, zh, en] = texts[code];
  return new HttpError(status, code, { 'zh-Hant': zh, en }, headers);
}

/** What was sent has not the shape: which member, and how. */
export function unreadableAt({ place, keyword, words }: Misfit): HttpError {
  const { text } = countyError('body-unreadable');
  const message = { 'zh-Hant': `「${place}」的內容不對。`, en: `${place} ${words}` };
  return new FieldErrors('body-unreadable', text, [{ field: place, keyword, message }], 400);
}

const refusalText = (chinese: string, english: string, { reason, example }: Refusal): Text => ({
  'zh-Hant': `${chinese}：${reason['zh-Hant']}。例如 ${example}`,
  en: `${english} ${reason.en}, like ${example}.`,
});

/** What was typed cannot be what is asked: the reader's reason, and the right form. */
export const typedError = (code: string, chinese: string, english: string, refusal: Refusal): HttpError =>
  new HttpError(422, code, refusalText(chinese, english, refusal));

/** The same, of one field of several. @param field its name on the page */
export const typedMistake = (field: string, chinese: string, english: string, refusal: Refusal): FieldError => ({
  field,
  keyword: 'unreadable',
  message: refusalText(chinese, english, refusal),
});

/** As `ApiError` in JSON, with the fields of a `FieldErrors` and what a `FormsError` carries beside. */
export function renderCountyError(c: Context, error: HttpError): Response {
  const body: ApiError = {
    error: { code: error.code, message: error.text, ...(error instanceof FieldErrors && { fields: error.fields }) },
    ...(error instanceof FormsError && error.beside),
  };
  return c.json(body, error.status as ContentfulStatusCode);
}
