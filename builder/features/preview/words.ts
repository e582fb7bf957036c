/** The words of the preview. */
import { translator } from '#components/i18n/translator.ts';

const previewWords = {
  device: { 'zh-Hant': '在哪裡看', en: 'Seen on' },
  phone: { 'zh-Hant': '手機', en: 'Phone' },
  tablet: { 'zh-Hant': '平板', en: 'Tablet' },
  desktop: { 'zh-Hant': '電腦', en: 'Desktop' },
  print: { 'zh-Hant': '列印', en: 'Print' },
  resident: { 'zh-Hant': '用誰的資料', en: 'As' },
  nobody: { 'zh-Hant': '沒有 MyData（自己填寫）', en: 'Nobody: without MyData' },
  language: { 'zh-Hant': '語言', en: 'Language' },
  again: { 'zh-Hant': '重新開始', en: 'Start again' },
  sent: {
    'zh-Hant': '預覽到這裡為止：正式的表單會在這一步送出申請，預覽不會送出。',
    en: 'This is where a resident would submit; the preview sends nothing.',
  },
  unchecked: {
    'zh-Hant': '表單還有要修正的地方，所以預覽不會檢查答案。請看「發布」的清單。',
    en: 'The form has problems, so answers are not checked here. See the list under “Publish”.',
  },
  noSample: {
    'zh-Hant': '現在拿不到測試民眾的資料，先以沒有 MyData 的樣子顯示。',
    en: 'No data of test residents can be had now; shown as without MyData.',
  },
} as const;

export const preview = translator(previewWords);
export type PreviewWord = keyof typeof previewWords;
