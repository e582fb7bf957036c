/** The words of the field elements. */
import { translator } from './translator.ts';

export const fieldMessages = {
  optional: { 'zh-Hant': '(選填)', en: ' (optional)' },
  yes: { 'zh-Hant': '是', en: 'Yes' },
  notAnswered: { 'zh-Hant': '未填寫', en: 'Not answered' },

  source: { 'zh-Hant': '資料來源:{agency},取得時間 {time}', en: 'Source: {agency}, received {time}' },
  official: { 'zh-Hant': '官方資料', en: 'Official record' },
  wrongQuestion: { 'zh-Hant': '資料有誤?', en: 'Is this wrong?' },
  correctedBy: {
    'zh-Hant': '這項資料由「{agency}」保管,本表單不能修改。請向該機關申請更正;您也可以在這裡說明哪裡有誤,承辦人員會一併審酌。',
    en: 'This record is kept by {agency} and cannot be changed here. Ask that agency to correct it. You can also say here what is wrong; the caseworker will take it into account.',
  },
  claimLabel: { 'zh-Hant': '請說明哪裡有誤', en: 'Say what is wrong' },
  confirmQuestion: { 'zh-Hant': '這項資料正確嗎?', en: 'Is this correct?' },
  correct: { 'zh-Hant': '正確', en: 'Correct' },
  wrong: { 'zh-Hant': '有誤', en: 'Wrong' },
  officialValue: { 'zh-Hant': '官方資料為:{value}', en: 'The official record says: {value}' },
  restore: { 'zh-Hant': '還原為官方資料', en: 'Restore the official value' },
  reasonLabel: { 'zh-Hant': '修改的原因', en: 'Reason for the change' },
  compareNote: {
    'zh-Hant': '請自行填寫。您填的內容會與「{agency}」的資料核對,這裡不會顯示該筆資料。',
    en: 'Please fill this in yourself. It will be compared with the record of {agency}, which is not shown here.',
  },
} as const;

export const t = translator(fieldMessages);
