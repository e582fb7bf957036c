/** Errors of the form designers' interface; those with more to say than a text carry it beside the error. */
import { HttpError, type ErrorStatus } from '../../http/errors.ts';

const texts = {
  'form-unknown': [404, '沒有這份表單，可能已經改名或移除。', 'There is no such form.'],
  'version-unknown': [404, '沒有這個版本。', 'There is no such version.'],
  'kept-unknown': [404, '找不到這份保留的內容。', 'What was kept is not there.'],
  'restored-unknown': [
    422,
    '要還原的內容已經不在了，所以不能儲存：請按「復原」，從其他保留的內容或版本還原。',
    'What was to be restored is not there any more, so nothing was saved. Please undo, and restore another.',
  ],
  'form-id': [
    422,
    '表單代號要用小寫英文字母開頭，只能有小寫英文字母、數字和連字號，最多 60 個字。',
    'The id begins with a small letter and has only small letters, digits and hyphens, 60 at most.',
  ],
  'form-id-taken': [409, '這個代號已經有表單在用，請換一個。', 'Another form has this id. Please choose another.'],
  'office-unknown': [404, '沒有這個單位，或您在這個單位不能設計表單。', 'There is no such office for you.'],
  'office-missing': [422, '請選擇這份表單屬於哪個單位。', 'Please choose the office that the form belongs to.'],
  'form-name': [422, '請填寫服務名稱。', 'Please give the service a name.'],
  'document-shape': [
    422,
    '送來的表單內容不完整或有不認得的設定，沒有儲存。請重新整理網頁；若是匯入的檔案，請檢查內容。',
    'The document is incomplete or has unknown properties; nothing was saved.',
  ],
  'form-conflict': [
    409,
    '這份表單剛才由別人修改過。您的內容已經保留，請選擇要怎麼做。',
    'Somebody else has changed this form meanwhile. What you sent is kept; choose what to do.',
  ],
  'nothing-to-approve': [409, '這份表單沒有還沒發布的修改。', 'This form has no unpublished changes.'],
  'own-work': [
    403,
    '這份修改您也有參與編輯或送核，請由另一位人員核定或發布。',
    'You have edited or sent these changes yourself; another person must look at them.',
  ],
  'already-sent': [
    409,
    '這份修改已經送核。要再修改，請先撤回。',
    'These changes have been sent already. Withdraw them to go on.',
  ],
  'not-sent': [
    409,
    '這份修改沒有在等候處理：可能還沒送核，或剛才已經由別人處理、撤回。請重新整理。',
    'These changes do not wait for this: not sent yet, or somebody else was faster. Please reload.',
  ],
  'approval-needed': [
    403,
    '這次修改要先由另一位人員核定，才能發布。',
    'Another person must approve these changes first.',
  ],
  'notes-missing': [
    422,
    '請寫下這次改了什麼、為什麼，最多 2000 個字。',
    'Say what changed and why, 2,000 characters at most.',
  ],
  'list-open': [422, '發布前的檢查還有必須處理的項目。', 'The list of checks still has entries that block.'],
  'schedule-times': [
    422,
    '開放時間要早於截止時間，並請用正確的日期和時間。',
    'The opening must be before the closing, both as dates with a time.',
  ],
  'definition-unsound': [
    422,
    '表單還有錯誤，不能產生檢查程式。',
    'The form has errors; no validator can be made of it.',
  ],
  'too-complex': [
    422,
    '這份表單太複雜，檢查不完。請減少題目、選項或規則，或分成幾份表單。',
    'Too complex: the checks did not come to an end. Fewer questions, options or rules, or several forms.',
  ],
  'checks-waiting': [
    429,
    '您還有好幾次檢查在等待，請等它們結束再試。',
    'Several checks of yours are waiting; please try again when they are done.',
  ],
  'validator-unknown': [404, '沒有這個檢查程式，請重新產生。', 'There is no such validator; have it made again.'],
  'resident-unknown': [404, '沒有這位測試民眾。', 'There is no such test resident.'],
  'test-only': [404, '只有測試環境才有這項功能。', 'This exists in the test environment only.'],
  'import-refused': [422, '這個檔案無法匯入。', 'This file can not be imported.'],
} as const satisfies Record<string, readonly [ErrorStatus, string, string]>;

export type FormsErrorCode = keyof typeof texts;

/** With what the caller needs beside the text, e.g. `{ conflict }`, `{ tasks }`, `{ problems }`. */
export class FormsError extends HttpError {
  constructor(
    readonly reason: FormsErrorCode,
    readonly beside: Readonly<Record<string, unknown>> = {},
  ) {
    const [status, zh, en] = texts[reason];
    super(status, reason, { 'zh-Hant': zh, en });
    this.name = 'FormsError';
  }
}
