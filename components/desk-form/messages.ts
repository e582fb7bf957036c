/** The words of `<mydata-desk-form>` itself. */
import { translator } from '../i18n/translator.ts';

const deskFormMessages = {
  change: { 'zh-Hant': '更正', en: 'Change' },
  openAll: { 'zh-Hant': '顯示全部題目，逐題更正', en: 'Show every question to change it' },
  closeAll: { 'zh-Hant': '只顯示還沒填的題目', en: 'Show only what is missing' },
  said: { 'zh-Hant': '民眾填寫：', en: 'As stated: ' },
  compared: { 'zh-Hant': '只給承辦人員核對，機關資料：', en: 'For the clerk only; official record: ' },
  same: { 'zh-Hant': '（相同）', en: '(the same)' },
  differs: { 'zh-Hant': '（不同）', en: '(differs)' },
  typed: { 'zh-Hant': '先前填寫', en: 'Typed before' },
  confirm: {
    'zh-Hant': '上面的機關資料已經和申請人核對，都正確',
    en: 'The official values above were checked with the applicant and are right',
  },
  confirmFirst: {
    'zh-Hant': '請和申請人核對機關資料，再勾選「已經核對」。有錯的按「更正」。',
    en: 'Please check the official values with the applicant, then tick the box. Change what is wrong.',
  },
  left: { 'zh-Hant': '還有 {n} 題必填', en: '{n} required questions are left' },
  none: { 'zh-Hant': '必填的都填好了', en: 'All that is required is there' },
  keys: { 'zh-Hant': '或按 Ctrl＋Enter', en: 'or press Ctrl+Enter' },
} as const;

export const say = translator(deskFormMessages);
