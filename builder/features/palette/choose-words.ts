/** The words of the dialog that offers a dataset's fields. */
import { translator } from '#components/i18n/translator.ts';

export const chooseWords = translator({
  title: { 'zh-Hant': '從「{name}」選擇要問的欄位', en: 'Choose fields of {name}' },
  search: { 'zh-Hant': '搜尋欄位', en: 'Search fields' },
  all: { 'zh-Hant': '全選', en: 'All' },
  none: { 'zh-Hant': '全部取消', en: 'None' },
  add: { 'zh-Hant': '加入 {n} 題', en: 'Add {n} questions' },
  cancel: { 'zh-Hant': '取消', en: 'Cancel' },
  group: { 'zh-Hant': '會成為重複群組', en: 'becomes a repeating group' },
  identity: { 'zh-Hant': '知道是誰', en: 'says who it is' },
  subject: { 'zh-Hant': '常用', en: 'usual' },
  stated: { 'zh-Hant': '您寫到的資料', en: 'you speak of it' },
  delicate: { 'zh-Hant': '敏感，需要才勾', en: 'delicate: only if needed' },
  asked: { 'zh-Hant': '表單裡已經有了', en: 'asked already' },
  note: {
    'zh-Hant':
      '只勾選辦理這項服務需要的欄位。已經先勾好：知道是誰的欄位，和您在告知事項、目的或題目裡寫到的欄位。婚姻、家人、教育這類敏感的欄位不會先勾，確定需要再勾。',
    en: 'Tick only what the service needs. Ticked already: what says who it is, and what your notice, purpose or questions speak of. What is delicate, such as marriage, family or schooling, is for you to tick.',
  },
  cannot: { 'zh-Hant': '不能帶入', en: 'Can not be filled' },
  counted: { 'zh-Hant': '已勾選 {n} 個欄位', en: '{n} fields ticked' },
  nothing: { 'zh-Hant': '找不到符合「{text}」的欄位。', en: 'No field matches "{text}".' },
  evidence: { 'zh-Hant': '不問欄位，當作佐證文件附上', en: 'Attach as evidence instead' },
});
