import { translator } from '#components/i18n/translator.ts';

/** Of the registration 登錄 at the platform. */
export const registrationWords = translator({
  title: { 'zh-Hant': 'MyData 登錄', en: 'Registration at MyData' },
  'not-needed': { 'zh-Hant': '不使用 MyData，不必登錄', en: 'Asks for nothing: none needed' },
  none: { 'zh-Hant': '未登記', en: 'Not registered' },
  'in-review': { 'zh-Hant': '送審中', en: 'In review' },
  returned: { 'zh-Hant': '需補件', en: 'Returned, to be amended' },
  refused: { 'zh-Hant': '不同意', en: 'Refused' },
  registered: { 'zh-Hant': '已登錄', en: 'Registered' },
  suspended: { 'zh-Hant': '已停用', en: 'Suspended' },
  ended: { 'zh-Hant': '已終止', en: 'Ended' },
  version: { 'zh-Hant': '第 {n} 版：', en: 'Version {n}: ' },
  since: { 'zh-Hant': '（{time} 起）', en: ' (since {time})' },
  words: { 'zh-Hant': '審查意見：{words}', en: 'The reviewer says: {words}' },
  gaps: { 'zh-Hant': '比已登錄的多要求：', en: 'Asks more than is registered:' },
  still: {
    'zh-Hant': '登錄完成前，民眾看到的是第 {n} 版；完成後自動換成新的版本。',
    en: 'Until it is registered residents see version {n}; then the new one takes its place by itself.',
  },
  byHand: {
    'zh-Hant': '登錄完成前，民眾可以自己填寫，還不能用 MyData 帶入。',
    en: 'Until it is registered residents fill it in by hand; MyData is not offered.',
  },
  stopped: {
    'zh-Hant': '平臺已停止這項服務使用 MyData，民眾改為自己填寫。',
    en: 'The platform has stopped this service; residents fill the form in by hand.',
  },
  mend: {
    'zh-Hant': '請依審查意見修改表單或服務設定，再發布一次，就會重新送審。',
    en: 'Mend the form or its settings as the reviewer says and publish again: that submits it anew.',
  },
});
