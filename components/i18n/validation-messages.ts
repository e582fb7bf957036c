/** What is said about an answer that does not pass, phrased as what to do. `{label}` is the question's label. */
import { translator } from './translator.ts';

export const validationMessages = {
  enter: { 'zh-Hant': '請輸入{label}', en: 'Enter {label}' },
  choose: { 'zh-Hant': '請選擇{label}', en: 'Choose {label}' },
  upload: { 'zh-Hant': '請上傳{label}', en: 'Upload {label}' },
  tick: { 'zh-Hant': '請閱讀「{label}」並勾選', en: 'Read “{label}” and tick it' },
  addRows: { 'zh-Hant': '請填寫{label}，至少 {limit} 筆', en: 'Fill in {label}, at least {limit}' },
  confirm: { 'zh-Hant': '請選擇「{label}」正確或有誤', en: 'Say whether {label} is correct or wrong' },
  claim: { 'zh-Hant': '請說明「{label}」哪裡有誤', en: 'Say what is wrong with {label}' },
  reason: { 'zh-Hant': '請說明修改「{label}」的原因', en: 'Give the reason for changing {label}' },

  minLength: { 'zh-Hant': '{label}至少要 {limit} 個字', en: '{label} needs at least {limit} characters' },
  maxLength: { 'zh-Hant': '{label}最多 {limit} 個字，請刪減', en: 'Shorten {label} to {limit} characters' },
  minimum: { 'zh-Hant': '{label}不能小於 {limit}，請再確認', en: '{label} must be {limit} or more' },
  maximum: { 'zh-Hant': '{label}不能大於 {limit}，請再確認', en: '{label} must be {limit} or less' },
  number: { 'zh-Hant': '{label}請填數字，例如 3', en: '{label} must be a number, like 3' },
  integer: { 'zh-Hant': '{label}請填整數，不要有小數', en: '{label} must be a whole number' },
  pattern: { 'zh-Hant': '{label}的格式不符，請照說明再填一次', en: 'Check the format of {label}' },
  earliest: { 'zh-Hant': '{label}不能早於{limit}，請再確認', en: '{label} must not be before {limit}' },
  latest: { 'zh-Hant': '{label}不能晚於{limit}，請再確認', en: '{label} must not be after {limit}' },
  notAfterToday: { 'zh-Hant': '{label}不能晚於今天，請再確認', en: '{label} must not be in the future' },

  nationalIdShape: {
    'zh-Hant': '{label}應為 1 個英文字母加 9 個數字，例如 A123456789',
    en: '{label} is one letter and nine digits, like A123456789',
  },
  citizenOnly: {
    'zh-Hant': '{label}請填國民身分證統一編號，第 2 碼是 1 或 2',
    en: '{label} must be a citizen’s id, whose second character is 1 or 2',
  },
  phone: {
    'zh-Hant': '{label}請填 09 開頭的 10 碼手機，或含區碼的市話，例如 05-3620123',
    en: '{label} must be a mobile number of 10 digits, or a landline with area code, like 05-3620123',
  },
  mobile: {
    'zh-Hant': '{label}請填 09 開頭的 10 碼手機號碼',
    en: '{label} must be a mobile number of 10 digits beginning with 09',
  },
  email: {
    'zh-Hant': '{label}的格式不完整，例如 name@example.com',
    en: '{label} must look like name@example.com',
  },
  date: {
    'zh-Hant': '{label}請填完整的年、月、日，例如民國 60 年 3 月 5 日，並確認有這一天',
    en: '{label} must be a real date with year, month and day',
  },
  choices: { 'zh-Hant': '{label}請從列出的項目選擇', en: 'Choose {label} from the list' },
  minChoices: { 'zh-Hant': '{label}請至少選 {limit} 項', en: 'Choose at least {limit} for {label}' },
  maxChoices: { 'zh-Hant': '{label}最多選 {limit} 項', en: 'Choose at most {limit} for {label}' },
  maxFiles: { 'zh-Hant': '{label}最多 {limit} 個檔案，請移除多餘的', en: 'Remove files from {label}: at most {limit}' },
  badFile: {
    'zh-Hant': '{label}有檔案不符規定，請移除後重新上傳',
    en: 'A file of {label} does not fit; remove it and upload again',
  },
  maxRows: { 'zh-Hant': '{label}最多 {limit} 筆，請移除多餘的', en: 'Remove entries from {label}: at most {limit}' },

  county: { 'zh-Hant': '請選擇{label}的縣市', en: 'Choose the county of {label}' },
  town: { 'zh-Hant': '請選擇{label}的鄉鎮市區', en: 'Choose the town of {label}' },
  detail: { 'zh-Hant': '請輸入{label}的路街與門牌', en: 'Enter the street and number of {label}' },
  postcode: { 'zh-Hant': '{label}的郵遞區號請填 3、5 或 6 碼數字', en: 'The postcode of {label} has 3, 5 or 6 digits' },
  institution: { 'zh-Hant': '請輸入{label}的金融機構代碼，3 碼數字', en: 'Enter the bank code of {label}, 3 digits' },
  branch: {
    'zh-Hant': '{label}的分行代碼請填 4 碼數字，不知道可以不填',
    en: 'The branch code of {label} has 4 digits',
  },
  account: {
    'zh-Hant': '請輸入{label}的帳號，7 到 16 碼數字，不要有符號',
    en: 'Enter the account number of {label}, 7 to 16 digits',
  },
  holder: { 'zh-Hant': '請輸入{label}的戶名', en: 'Enter the account holder of {label}' },
  why: { 'zh-Hant': '{label}{reason}，例如 {example}', en: 'Check that {label} {reason}, like {example}' },
  other: { 'zh-Hant': '請再確認{label}', en: 'Check {label}' },
} as const;

export type ValidationKey = keyof typeof validationMessages;
export const tv = translator(validationMessages);
