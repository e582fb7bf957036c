import { translator } from '#components/i18n/translator.ts';

/** Of what only a registration 登錄 at the platform asks. */
export const registrationSettingsWords = translator({
  unsaid: { 'zh-Hant': '還沒選擇', en: 'Not said yet' },
  email: { 'zh-Hant': '電子郵件', en: 'E-mail' },
  emailHint: {
    'zh-Hant': '承辦單位的信箱，例如 social@example.gov.tw；不要填個人的。MyData 平臺審查時用，不會顯示給民眾。',
    en: "The office's, e.g. social@example.gov.tw, not a person's. For the platform's people; residents do not see it.",
  },
  emailWrong: {
    'zh-Hant': '電子郵件的寫法不對。',
    en: 'This is no e-mail address.',
  },
  central: { 'zh-Hant': '中央機關是否已有這項線上申辦', en: 'Does a central agency offer this online?' },
  centralNone: { 'zh-Hant': '沒有', en: 'No' },
  centralExists: { 'zh-Hant': '已經有', en: 'Yes' },
  centralHint: {
    'zh-Hant': '中央已有的，地方不重複規劃（手冊 參-一-(二)）。',
    en: 'What a central agency offers is not offered a second time (handbook 參-一-(二)).',
  },
  lookUp: { 'zh-Hant': '機關能不能自行查調這項資料', en: 'Can the office look it up by itself?' },
  lookUpNo: { 'zh-Hant': '不能', en: 'No' },
  lookUpInPart: { 'zh-Hant': '只能查到一部分', en: 'In part' },
  lookUpYes: { 'zh-Hant': '可以', en: 'Yes' },
  lookUpHint: {
    'zh-Hant': '查得到的，不再向民眾要求（手冊 參-一-(一)）。',
    en: 'What can be looked up is not asked of residents (handbook 參-一-(一)).',
  },
  lookUpNote: { 'zh-Hant': '為什麼查調還不夠（一定要寫）', en: 'Why that is not enough (needed)' },
  special: { 'zh-Hant': '特種個人資料（個資法第 6 條）', en: 'Special categories of data (art. 6)' },
  specialAsked: {
    'zh-Hant': '{names}含有病歷、醫療、健康檢查這類特種個人資料，要寫明依據，並取得民眾的書面同意。',
    en: '{names}: medical records, health and the like. State the legal basis, and obtain written consent.',
  },
  specialNone: {
    'zh-Hant': '這份表單要求的資料集沒有特種個人資料，可以不填。',
    en: 'No dataset of this form holds any; this may stay empty.',
  },
  specialBasis: {
    'zh-Hant': '法律依據：第 6 條的哪一款、哪一個法規',
    en: 'Legal basis: the item of art. 6, and the law',
  },
  specialConsent: {
    'zh-Hant': '會取得民眾的書面同意（電子的也可以）',
    en: "The resident's written consent is obtained (electronic will do)",
  },
});
