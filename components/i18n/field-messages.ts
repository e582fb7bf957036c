/** The words of the field elements. */
import { translator } from './translator.ts';

export const fieldMessages = {
  optional: { 'zh-Hant': '（選填）', en: ' (optional)' },
  readAs: { 'zh-Hant': '已讀成：{value}', en: 'Read as: {value}' },
  agreed: { 'zh-Hant': '已閱讀並同意', en: 'Read and agreed' },
  notAnswered: { 'zh-Hant': '未填寫', en: 'Not answered' },

  source: { 'zh-Hant': '資料來源：{agency}，取得時間 {time}', en: 'Source: {agency}, received {time}' },
  official: { 'zh-Hant': '官方資料', en: 'Official record' },
  wrongQuestion: { 'zh-Hant': '資料有誤？', en: 'Is this wrong?' },
  whichWrong: { 'zh-Hant': '哪幾項有誤？（可以選多項）', en: 'Which of these is wrong? (choose all that are)' },
  correctedBy: {
    'zh-Hant':
      '這項資料由「{agency}」保管，本表單不能修改。請向該機關申請更正；也可以在這裡說明哪裡有誤，承辦人員會一併審酌。',
    en: 'This record is kept by {agency} and cannot be changed here. Ask that agency to correct it. You can also say here what is wrong, for the caseworker.',
  },
  claimLabel: { 'zh-Hant': '請說明哪裡有誤', en: 'Say what is wrong' },
  confirmQuestion: { 'zh-Hant': '這項資料正確嗎？', en: 'Is this correct?' },
  correct: { 'zh-Hant': '正確', en: 'Correct' },
  wrong: { 'zh-Hant': '有誤', en: 'Wrong' },
  officialValue: { 'zh-Hant': '官方資料為：{value}', en: 'The official record says: {value}' },
  restore: { 'zh-Hant': '還原為官方資料', en: 'Restore the official value' },
  reasonLabel: { 'zh-Hant': '修改的原因', en: 'Reason for the change' },
  compareNote: {
    'zh-Hant': '請自行填寫。您填的內容會與「{agency}」的資料核對，這裡不會顯示該筆資料。',
    en: 'Please fill this in yourself. It is compared with the record of {agency}, not shown here.',
  },

  charactersLeft: { 'zh-Hant': '還可以輸入 {n} 個字', en: '{n} characters left' },
  charactersOver: { 'zh-Hant': '超過 {n} 個字，請刪減', en: '{n} characters too many; please shorten' },
  charactersMost: { 'zh-Hant': '最多 {n} 個字', en: 'At most {n} characters' },

  era: { 'zh-Hant': '年號', en: 'Era' },
  republic: { 'zh-Hant': '民國', en: 'ROC' },
  beforeRepublic: { 'zh-Hant': '民國前', en: 'Before ROC' },
  year: { 'zh-Hant': '年（民國）', en: 'Year (ROC)' },
  month: { 'zh-Hant': '月', en: 'Month' },
  day: { 'zh-Hant': '日', en: 'Day' },

  choose: { 'zh-Hant': '請選擇', en: 'Choose' },
  clear: { 'zh-Hant': '清除選擇', en: 'Clear the choice' },

  county: { 'zh-Hant': '縣市', en: 'County or city' },
  town: { 'zh-Hant': '鄉鎮市區', en: 'Town or district' },
  detail: { 'zh-Hant': '村里鄰、路街、門牌', en: 'Village, street and number' },

  institution: { 'zh-Hant': '金融機構代碼（3 碼）', en: 'Bank code (3 digits)' },
  institutionHint: {
    'zh-Hant': '郵局請填 700；其他代碼印在存摺封面或內頁',
    en: 'Post office: 700. Others are printed in the passbook',
  },
  branch: { 'zh-Hant': '分行代碼（4 碼，選填）', en: 'Branch code (4 digits, optional)' },
  account: { 'zh-Hant': '帳號', en: 'Account number' },
  accountHint: {
    'zh-Hant': '只填數字；郵局為局號加帳號，共 14 碼',
    en: 'Digits only; post office: 14 digits, office number first',
  },
  holder: { 'zh-Hant': '戶名', en: 'Account holder' },

  declare: { 'zh-Hant': '我已閱讀並確認以上內容', en: 'I have read and confirm the above' },

  fileLimits: {
    'zh-Hant': '可上傳 {types}，每個檔案不超過 {size}，最多 {count} 個',
    en: '{types}; each up to {size}; at most {count}',
  },
  files: { 'zh-Hant': '已上傳的檔案', en: 'Uploaded files' },
  remove: { 'zh-Hant': '移除', en: 'Remove' },
  cancel: { 'zh-Hant': '取消上傳', en: 'Cancel' },
  uploading: { 'zh-Hant': '上傳中', en: 'Uploading' },
  dismiss: { 'zh-Hant': '知道了', en: 'Dismiss' },
  fileUploaded: { 'zh-Hant': '「{name}」已上傳', en: '{name} is uploaded' },
  fileRemoved: { 'zh-Hant': '「{name}」已移除', en: '{name} is removed' },
  fileType: { 'zh-Hant': '「{name}」的格式不能上傳，請改用 {types}', en: '{name} cannot be used; please use {types}' },
  fileHeic: {
    'zh-Hant':
      '「{name}」是 iPhone 的 HEIC 相片，不能上傳。請在手機「設定 > 相機 > 格式」選「最相容」再拍一次，或從「照片」裡選這張相片，手機會轉成 JPG',
    en: '{name} is a HEIC photo of an iPhone, which cannot be taken. On the phone choose Settings > Camera > Formats > Most Compatible and take it again, or choose it from Photos: the phone then makes a JPG of it',
  },
  fileTooLarge: {
    'zh-Hant': '「{name}」超過 {size}，請縮小後再上傳',
    en: '{name} is larger than {size}; please make it smaller',
  },
  fileEmpty: { 'zh-Hant': '「{name}」是空的檔案，請重新選擇', en: '{name} is empty; please choose again' },
  fileTooMany: {
    'zh-Hant': '最多 {count} 個檔案，「{name}」沒有上傳',
    en: 'At most {count} files; {name} was left out',
  },
  fileFailed: {
    'zh-Hant': '「{name}」沒有上傳成功，請確認網路後再選一次',
    en: '{name} was not uploaded; check the network and choose it again',
  },

  noEvidence: { 'zh-Hant': '目前沒有收到文件', en: 'No document has been received' },
  digest: { 'zh-Hant': '檔案指紋（SHA-256）', en: 'Fingerprint (SHA-256)' },
  wholeDigest: { 'zh-Hant': '顯示完整內容', en: 'Show it in full' },

  rowTitle: { 'zh-Hant': '{title} {n}', en: '{title} {n}' },
  addRow: { 'zh-Hant': '新增一筆「{title}」', en: 'Add “{title}”' },
  removeRow: { 'zh-Hant': '移除「{title} {n}」', en: 'Remove “{title} {n}”' },
  rowAdded: { 'zh-Hant': '已新增「{title} {n}」', en: 'Added “{title} {n}”' },
  rowRemoved: { 'zh-Hant': '已移除「{title} {n}」', en: 'Removed “{title} {n}”' },
  undo: { 'zh-Hant': '復原', en: 'Undo' },
  rowRestored: { 'zh-Hant': '已復原「{title} {n}」', en: 'Restored “{title} {n}”' },
  rowsFull: { 'zh-Hant': '最多 {n} 筆', en: 'At most {n}' },
} as const;

export const t = translator(fieldMessages);
