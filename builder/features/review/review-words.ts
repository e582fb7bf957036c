import { translator } from '#components/i18n/translator.ts';

const messages = {
  title: { 'zh-Hant': '審閱這次修改', en: 'Review of these changes' },
  loading: { 'zh-Hant': '載入中…', en: 'Loading…' },
  failed: { 'zh-Hant': '現在讀不到這次修改，請稍後再試。', en: 'The changes can not be read now; please try again.' },
  again: { 'zh-Hant': '重新載入', en: 'Load again' },
  nothing: { 'zh-Hant': '沒有還沒發布的修改。', en: 'There are no unpublished changes.' },
  draft: { 'zh-Hant': '還沒送核', en: 'Not sent yet' },
  sent: { 'zh-Hant': '已送核，等待核定', en: 'Sent, waiting for approval' },
  sentOn: { 'zh-Hant': '已送出，等待發布', en: 'Sent, waiting for publication' },
  approved: { 'zh-Hant': '已核定，等待發布', en: 'Approved, waiting for publication' },
  returned: { 'zh-Hant': '已退回，等待修改', en: 'Given back, to be mended' },
  editors: { 'zh-Hant': '編輯人員：{names}', en: 'Written by {names}' },
  trail: { 'zh-Hant': '經過', en: 'How it came here' },
  trailSent: { 'zh-Hant': '{name}於 {time} 送核', en: 'Sent by {name}, {time}' },
  trailWithdrawn: { 'zh-Hant': '{name}於 {time} 撤回', en: 'Withdrawn by {name}, {time}' },
  trailChanged: {
    'zh-Hant': '{name}於 {time} 再修改，送核的內容撤回',
    en: 'Changed by {name}, {time}: no longer sent',
  },
  trailApproved: { 'zh-Hant': '{name}於 {time} 核定', en: 'Approved by {name}, {time}' },
  trailReturned: { 'zh-Hant': '{name}於 {time} 退回', en: 'Given back by {name}, {time}' },
  changes: { 'zh-Hant': '和民眾現在看到的相比：{n} 項不同', en: '{n} differences from what residents see' },
  first: {
    'zh-Hant': '這份表單第一次發布，請看過整份預覽與服務設定。',
    en: 'A first version: look at the whole preview.',
  },
  counted: { 'zh-Hant': '要核定的修改（{n} 項）', en: 'To be approved ({n})' },
  skipped: { 'zh-Hant': '不必核定的修改（{n} 項）', en: 'May skip approval ({n})' },
  added: { 'zh-Hant': '新增', en: 'Added' },
  removed: { 'zh-Hant': '刪除', en: 'Removed' },
  moved: { 'zh-Hant': '移動', en: 'Moved' },
  changed: { 'zh-Hant': '修改', en: 'Changed' },
  old: { 'zh-Hant': '原本', en: 'Before' },
  new: { 'zh-Hant': '改成', en: 'After' },
  none: { 'zh-Hant': '（沒有）', en: '(none)' },
  empty: { 'zh-Hant': '（空白）', en: '(empty)' },
  go: { 'zh-Hant': '在表單上看', en: 'Show on the form' },
  goTo: { 'zh-Hant': '在表單上看：{place}', en: 'Show on the form: {place}' },
  preview: { 'zh-Hant': '改過之後的表單', en: 'The form as it would be' },
  decide: { 'zh-Hant': '您的決定', en: 'Your decision' },
  own: {
    'zh-Hant': '這份修改您有參與編輯或送核，要由另一位核定人員核定。',
    en: 'You have edited or sent these changes: another approver must decide.',
  },
  noRole: {
    'zh-Hant': '您的帳號沒有核定權限，這裡只供查看。',
    en: 'Your account may not approve; you can look at it here.',
  },
  notes: { 'zh-Hant': '意見（退回時必填）', en: 'Notes (needed to give it back)' },
  notesMissing: {
    'zh-Hant': '請寫下退回的理由，讓設計人員知道要改什麼。',
    en: 'Say why, so that the designers know what to mend.',
  },
  approve: { 'zh-Hant': '核定這次修改', en: 'Approve these changes' },
  giveBack: { 'zh-Hant': '退回給設計人員', en: 'Give back to the designers' },
  doneApproved: { 'zh-Hant': '已核定，已通知發布人員。', en: 'Approved; the publishers are told.' },
  doneReturned: { 'zh-Hant': '已退回，已通知設計人員。', en: 'Given back; the designers are told.' },
  stale: {
    'zh-Hant': '這份表單剛才又有人修改，您看到的不是最新內容。請重新載入再決定。',
    en: 'The form has been changed meanwhile: load it again before you decide.',
  },
} as const;

export const reviewWords = translator(messages);
export type ReviewWord = keyof typeof messages;
